import Foundation
import Messages
import SQL
import SQLite
import Synchronization

@testable import Daemon

/// A machine with both clocks under the test's control, and a database on its disk. Its folder goes with it.
final class TestMachine: Sendable {
    static let second: Int64 = 1_000_000
    static let hour = 3600 * second
    static let noon: Int64 = 1_700_000_000 * second

    let store: Store
    let wall = Atomic<Int64>(TestMachine.noon)
    let steady = Atomic<Int64>(5 * TestMachine.hour)
    /// How often somebody looked at the wall clock.
    let wallReadings = Atomic(0)
    /// What was written into the installation's log.
    let events = Mutex<[Event]>([])
    /// What happens while an event is written.
    let meanwhile = Mutex<@Sendable () -> Void>({})
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "clock-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        store = try Store(
            engine: SQLiteEngine(path: folder.appending(path: "x.db").path), migrations: [], clock: { 7 },
            random: { [UInt8](repeating: 7, count: $0) })
    }

    deinit {
        store.close()
        do { try FileManager.default.removeItem(at: folder) } catch { print("left behind: \(folder.path)") }
    }

    func clock(boot: String = "b") -> DecisionClock {
        DecisionClock(
            MachineClock(
                wall: {
                    self.wallReadings.add(1, ordering: .relaxed)
                    return self.wall.load(ordering: .sequentiallyConsistent)
                }, steady: { self.steady.load(ordering: .sequentiallyConsistent) }, boot: boot))
    }

    /// Both clocks go on.
    func pass(_ time: Int64) {
        wall.add(time, ordering: .sequentiallyConsistent)
        steady.add(time, ordering: .sequentiallyConsistent)
    }

    /// Somebody sets the wall clock.
    func move(_ time: Int64) { wall.add(time, ordering: .sequentiallyConsistent) }

    func record(_ event: Event) {
        events.withLock { $0.append(event) }
        meanwhile.withLock { $0 }()
    }
}

extension ClosedRange<Int64> {
    /// Whatever time it is.
    static var always: Self { .min ... .max }
}
