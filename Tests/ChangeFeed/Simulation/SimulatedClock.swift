import Lots
@testable import ChangeFeed

/// A process's steady clock: its own origin, and a rate up to one percent off.
struct SimulatedClock {
    private(set) var offset: Int64
    let perMille: Int64

    init(random: inout SplitMix) {
        offset = random.below(1_000_000_000_000)
        perMille = random.below(21) - 10
    }

    /// So much time went by without it: a hypervisor held the machine.
    mutating func lose(_ time: Int64) { offset -= time + time / 1000 * perMille }

    func moment(_ time: Int64) -> Moment { Moment(nanoseconds: offset + time + time / 1000 * perMille) }

    /// The first time at which the clock shows `moment` or later, rounded up.
    func time(_ moment: Moment) -> Int64 {
        (moment.nanoseconds - offset) * 1000 / (1000 + perMille) + 2000
    }
}
