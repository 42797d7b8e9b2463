/// Who holds a lease, and what they have acknowledged: which writes may be answered.
///
/// 1. Entries are keyed by stream, never by name: two processes that use one name are both waited for.
/// 2. A closed stream stays until its lease is over: its process may still decide by it.
/// 3. Until `quarantineEnd` nothing is cleared: leases that an earlier process of this server granted may be alive.
struct LeaseTable {
    private struct Lease {
        var end: Moment?
        var acknowledged: Int64
        var isOpen = true

        func isLive(at now: Moment) -> Bool { end.map { now < $0 } ?? false }
    }

    /// How long the leader counts a lease that a follower counts as `lease`: 1/32 longer, for clocks that run at
    /// different speeds.
    static func counted(_ lease: Duration) -> Duration { lease + lease / 32 }

    let quarantineEnd: Moment
    private var leases: [StreamID: Lease] = [:]

    init(quarantineEnd: Moment) {
        self.quarantineEnd = quarantineEnd
    }

    /// Streams known, closed ones with a lease included.
    var count: Int { leases.count }

    mutating func open(_ stream: StreamID, acknowledged: Int64) {
        leases[stream] = Lease(end: nil, acknowledged: acknowledged)
    }

    mutating func acknowledge(_ position: Int64, by stream: StreamID) {
        guard let known = leases[stream] else { return }
        leases[stream]?.acknowledged = max(known.acknowledged, position)
    }

    func acknowledged(by stream: StreamID) -> Int64 { leases[stream]?.acknowledged ?? 0 }

    func isLive(_ stream: StreamID, at now: Moment) -> Bool { leases[stream]?.isLive(at: now) ?? false }

    /// Never makes a lease shorter.
    mutating func extend(_ stream: StreamID, to end: Moment) {
        guard let known = leases[stream] else { return }
        leases[stream]?.end = known.end.map { max($0, end) } ?? end
    }

    /// Also forgets closed streams whose lease is over.
    mutating func close(_ stream: StreamID, at now: Moment) {
        leases[stream]?.isOpen = false
        leases = leases.filter { $0.value.isOpen || $0.value.isLive(at: now) }
    }

    /// Every write up to here has been applied by all that hold a lease. `Int64.max` when nobody does.
    func cleared(at now: Moment) -> Int64 {
        if now < quarantineEnd { return .min }
        return leases.values.reduce(.max) { $1.isLive(at: now) ? min($0, $1.acknowledged) : $0 }
    }

    /// When `position` may get cleared without anybody saying anything; nil when it is cleared now.
    func nextEnd(blocking position: Int64, at now: Moment) -> Moment? {
        if now < quarantineEnd { return quarantineEnd }
        return leases.values.lazy
            .filter { $0.isLive(at: now) && $0.acknowledged < position }
            .compactMap(\.end).min()
    }
}

/// One stream of one follower. Never used twice in a process.
struct StreamID: Sendable, Hashable {
    let number: UInt64
}
