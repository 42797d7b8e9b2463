import SQL

@testable import ChangeFeed

/// One process of a following service: connects, applies, acknowledges, sends heartbeats.
final class SimulatedFollower {
    let world: World
    let name: String
    private(set) var clock: SimulatedClock
    private(set) var state = FollowerState()
    private(set) var isAlive = true
    private var values: [String: [UInt8]] = [:]
    private var link: SimulatedLink?
    private var inbox: [Downward] = []
    /// A transaction has arrived in part.
    private var isInParts = false
    private var isStalled = false
    /// Its machine stands still: it does nothing at all and answers nobody.
    private(set) var isPaused = false
    /// When that ended last.
    private(set) var wokeAt: Int64 = 0
    /// The sabotaged lease, counted from the answer.
    private var sabotagedEnd: Moment?

    init(_ world: World, name: String) {
        self.world = world
        self.name = name
        clock = SimulatedClock(random: &world.random)
        connect()
    }

    /// Would it decide now?
    var isFresh: Bool {
        let end = world.sabotage == .leaseFromAnswer ? sabotagedEnd : state.leaseEnd
        return end.map { clock.moment(world.now) < $0 } ?? false
    }

    func kill() {
        isAlive = false
        link?.cut()
    }

    func cut() { link?.cut() }

    /// Its reader does not get on, while heartbeats and decisions do.
    func stall(for time: Int64) {
        isStalled = true
        world.after(time) { [self] in
            isStalled = false
            work()
        }
    }

    /// The whole machine stands still. It decides before it reads what has arrived meanwhile, which is the worst case.
    func pause(for time: Int64, _ pause: MachinePause) {
        if isPaused { return }
        isPaused = true
        world.after(time) { [self] in
            isPaused = false
            wokeAt = world.now
            switch pause {
            case .counted: break
            case .unseen: clock.lose(time)
            }
            stall(for: world.random.below(2 * World.lease))
        }
    }

    func receive(_ message: Downward, from link: SimulatedLink) {
        guard isAlive, link === self.link else { return }
        if world.sabotage == .acknowledgedUnapplied, case .transactions(let parts) = message,
            let last = parts.last(where: { !$0.more })
        {
            link.send(.acknowledge(last.position))
        }
        inbox.append(message)
        work()
    }

    func closed(_ link: SimulatedLink) {
        guard isAlive, link === self.link else { return }
        // A machine that stands still hears of it when it wakes up.
        if isPaused { return world.after(World.lease / 8) { [self] in closed(link) } }
        self.link = nil
        world.after(world.random.below(World.lease)) { [self] in connect() }
    }

    private func connect() {
        guard isAlive, link == nil else { return }
        if isPaused { return world.after(World.lease / 8) { [self] in connect() } }
        guard let leader = world.leader, leader.isAlive else {
            return world.after(World.lease / 4) { [self] in connect() }
        }
        inbox = []
        if isInParts { world.statistics.brokenOff += 1 }
        isInParts = false
        let link = leader.connect(self)
        self.link = link
        let start = state.connect()
        link.send(.start(epoch: start.epoch, position: start.position))
    }

    private func beat(_ link: SimulatedLink) {
        guard isAlive, link === self.link else { return }
        if isPaused { return world.after(World.lease / 8) { [self] in beat(link) } }
        link.send(.heartbeat(state.heartbeat(at: clock.moment(world.now))))
        world.after(World.lease / 4) { [self] in beat(link) }
    }

    private func work() {
        while !isStalled, !isPaused, isAlive, let link, !inbox.isEmpty {
            do {
                try handle(inbox.removeFirst(), link)
            } catch {
                world.violations.append("\(name) refused: \(error)")
                return link.cut()
            }
        }
    }

    private func handle(_ message: Downward, _ link: SimulatedLink) throws {
        switch message {
        case .started(let epoch, let snapshot):
            try state.started(epoch: epoch, snapshot: snapshot, lease: .nanoseconds(World.lease))
            beat(link)
        case .part(let changes):
            try state.snapshotPart(changes)
            isInParts = false
        case .snapshotEnd(let position):
            isInParts = false
            let whole = CommittedTransaction(position: position, changes: try state.snapshotEnd())
            values = SimulatedStore.apply(whole, to: [:])
            state.replaced(position: position)
            applied(link)
        case .transactions(let parts):
            var isWhole = false
            for part in parts {
                isInParts = part.more
                if part.more { world.statistics.parts += 1 }
                if world.sabotage == .partsApplied { apply(CommittedTransaction(position: 0, changes: part.changes)) }
                guard let whole = try state.take(part) else { continue }
                if world.sabotage != .partsApplied { apply(whole) }
                state.applied(whole)
                isWhole = true
            }
            if isWhole { applied(link) } else { compare() }
        case .lease(let number, let position):
            try state.leaseGranted(number, position: position)
            sabotagedEnd = clock.moment(world.now) + .nanoseconds(World.lease)
            world.statistics.leases += 1
            if isInParts { world.statistics.leasesBetweenParts += 1 }
        }
    }

    private func apply(_ transaction: CommittedTransaction) {
        values = SimulatedStore.apply(transaction, to: values)
    }

    /// What it decides by is what the store was at its position, also while a transaction arrives.
    private func compare() {
        if values != world.store.history[Int(state.position)] {
            world.violations.append("\(name) at \(state.position) is not what the store was")
        }
    }

    private func applied(_ link: SimulatedLink) {
        compare()
        link.send(.acknowledge(state.position))
    }
}
