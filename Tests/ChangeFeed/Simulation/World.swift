import Lots
import SQL

@testable import ChangeFeed

/// Rules broken on purpose, to see that the simulation notices.
enum Sabotage: CaseIterable {
    case leaseFromAnswer
    case noQuarantine
    case leaseEndsWithStream
    case acknowledgedUnapplied
    /// A lease is granted between parts although their write was answered.
    case answeredForgotten
    case partsApplied
}

/// What a machine that stands still finds on its steady clock when it goes on.
enum MachinePause: CaseIterable {
    /// The time that went by: the machine slept, and CLOCK_BOOTTIME counts that.
    case counted
    /// Nothing: a hypervisor held it, and hid that from every clock of the guest.
    case unseen
}

struct SimulationStatistics {
    var pauses = 0
    /// For how long after a pause somebody would have decided on an old state.
    var longestExposure: Int64 = 0
    var answered = 0
    var unansweredAtCrash = 0
    var leases = 0
    var pages = 0
    var snapshots = 0
    var replaced = 0
    /// Messages that end within a transaction, leases between them, and streams that died there.
    var parts = 0
    var leasesBetweenParts = 0
    var brokenOff = 0
    var freshMoments = 0
    var longestWait: Int64 = 0
}

/// A leader, its followers, the network and the time, driven by one seed.
///
/// After every event it holds: a follower whose own lease is valid, by its own clock, has applied every write that was
/// answered. That is rule D17.
final class World {
    static let epoch = "epoch"
    static let lease: Int64 = 2_000_000_000
    static let partsTime = 3 * lease

    var random: SplitMix
    let sabotage: Sabotage?
    /// Followers' machines are paused now and then.
    let pause: MachinePause?
    let limits: FeedLimits
    let store = SimulatedStore()
    private(set) var now: Int64 = 0
    private(set) var leader: SimulatedLeader?
    /// Two, and behind them processes that do not know yet that they were replaced.
    private(set) var followers: [SimulatedFollower] = []
    /// The largest position answered.
    var answered: Int64 = 0
    var violations: [String] = []
    var statistics = SimulationStatistics()
    private var events = EventQueue()
    private var isQuiet = false

    init(seed: UInt64, sabotage: Sabotage? = nil, pause: MachinePause? = nil) {
        random = SplitMix(seed: seed)
        self.sabotage = sabotage
        self.pause = pause
        var limits = FeedLimits()
        limits.messageBytesMax = 300
        limits.recentTransactionsMax = 6
        limits.recentBytesMax = 1500
        limits.partsTime = .nanoseconds(Self.partsTime)
        self.limits = limits
        leader = SimulatedLeader(self)
        followers = [SimulatedFollower(self, name: "a"), SimulatedFollower(self, name: "b")]
        write()
        disturb()
    }

    func schedule(at time: Int64, _ action: @escaping () -> Void) {
        events.schedule(at: max(time, now), action)
    }

    func after(_ time: Int64, _ action: @escaping () -> Void) { schedule(at: now + time, action) }

    /// Mostly a millisecond, now and then longer than a lease.
    func delay() -> Int64 {
        if isQuiet { return 500_000 }
        return random.once(in: 40) ? random.below(2 * Self.lease) : random.below(3_000_000)
    }

    /// Runs that many events, or until the first violation.
    func run(events count: Int) {
        for _ in 0..<count {
            guard violations.isEmpty, let event = events.next() else { return }
            now = event.time
            event.action()
            check()
        }
    }

    /// No more disturbances: everything must come to rest, answered and fresh.
    func settle() {
        isQuiet = true
        if leader == nil { leader = SimulatedLeader(self) }
        let end = now + 20 * Self.lease
        while now < end, violations.isEmpty, let event = events.next() {
            now = event.time
            event.action()
            check()
        }
    }

    private func check() {
        for follower in followers where !follower.isPaused && follower.isFresh {
            statistics.freshMoments += 1
            if follower.state.position < answered {
                if pause == .unseen {
                    statistics.longestExposure = max(statistics.longestExposure, now - follower.wokeAt)
                    continue
                }
                violations.append(
                    "\(follower.name) would decide at position \(follower.state.position), \(answered) was answered")
            }
        }
    }

    private func write() {
        let kind = random.below(20)
        // Up to five fit into a message, and some thirty into the recent changes.
        let count = kind < 4 ? 0 : kind == 4 ? 12 : kind == 5 ? 60 : 1 + random.below(3)
        let changes = (0..<count).map { _ in
            ChangeRecord(
                organization: "org", id: "k\(random.below(12))", type: "thing",
                value: (0..<8).map { _ in UInt8(random.below(256)) }, deleted: random.once(in: 5))
        }
        leader?.write(changes)
        if random.once(in: 30) { store.compact(keeping: random.below(12)) }
        let burst = random.once(in: 2)
        after(random.below(burst ? 5_000_000 : Self.lease / 4)) { [self] in write() }
    }

    private func disturb() {
        if !isQuiet {
            let index = Int(random.below(Int64(followers.count)))
            switch random.below(12) {
            case 0: restartLeader()
            case 1: replace(index % 2, killed: true)
            case 2: replace(index % 2, killed: false)
            case 3, 4, 5: followers[index].cut()
            case 9, 10:
                guard let pause else { break }
                statistics.pauses += 1
                followers[index].pause(for: random.below(10 * Self.lease), pause)
            case 6, 7, 8: followers[index].stall(for: random.below(3 * Self.lease))
            default: break
            }
        }
        after(random.below(2 * Self.lease)) { [self] in disturb() }
    }

    private func restartLeader() {
        guard let old = leader else { return }
        old.crash()
        leader = nil
        after(random.below(Self.lease)) { [self] in
            if leader == nil { leader = SimulatedLeader(self) }
        }
    }

    /// A new process of the same name; the old one is killed, or goes on for a while without knowing.
    private func replace(_ index: Int, killed: Bool) {
        let old = followers[index]
        followers[index] = SimulatedFollower(self, name: old.name)
        if killed { return old.kill() }
        followers.append(old)
        after(random.below(3 * Self.lease)) { [self] in
            old.kill()
            followers.removeAll { $0 === old }
        }
    }
}
