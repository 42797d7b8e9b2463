internal import Foundation

/// The machine's two clocks, in microseconds, and the boot that the steady one counts from.
package struct MachineClock: Sendable {
    /// Since 1970, UTC. Anybody may set it, either way.
    package let wall: @Sendable () -> Int64
    /// Never goes back, goes on while the machine sleeps, and means nothing in another boot.
    let steady: @Sendable () -> Int64
    let boot: String

    init(wall: @escaping @Sendable () -> Int64, steady: @escaping @Sendable () -> Int64, boot: String) {
        self.wall = wall
        self.steady = steady
        self.boot = boot
    }

    /// Where the system names no boot each process counts as one.
    static let system = MachineClock(
        wall: { read(CLOCK_REALTIME) }, steady: { read(CLOCK_BOOTTIME) },
        boot: (try? String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8))?
            .trimmingCharacters(in: .whitespacesAndNewlines) ?? UUID().uuidString)

    private static func read(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        guard unsafe clock_gettime(clock, &time) == 0 else { preconditionFailure("the machine has no clock \(clock)") }
        return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000
    }
}
