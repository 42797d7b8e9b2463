import SQL

@testable import ChangeFeed

/// One process of the leading service: writes one at a time, publishes, and answers when it may.
final class SimulatedLeader {
    let world: World
    let clock: SimulatedClock
    private var state: FeedState
    private(set) var isAlive = true
    private var isWriting = false
    private var waiting: [(position: Int64, since: Int64)] = []
    private(set) var links: [SimulatedLink] = []

    init(_ world: World) {
        self.world = world
        clock = SimulatedClock(random: &world.random)
        let now = clock.moment(world.now)
        let earlier: Duration = world.sabotage == .noQuarantine ? .zero : .nanoseconds(world.store.lease)
        state = FeedState(
            published: world.store.position, lease: LeaseTable.counted(.nanoseconds(World.lease)),
            quarantineEnd: now + LeaseTable.counted(earlier), limits: world.limits)
        world.store.lease = World.lease
    }

    private var now: Moment { clock.moment(world.now) }

    func crash() {
        isAlive = false
        for link in links { link.cut() }
        world.statistics.unansweredAtCrash += waiting.count
        waiting = []
    }

    func connect(_ follower: SimulatedFollower) -> SimulatedLink {
        let link = SimulatedLink(world, self, follower)
        links.append(link)
        return link
    }

    /// The writer thread: commit, then the hook, then the answer to the handler, which waits.
    func write(_ changes: [ChangeRecord]) {
        guard isAlive, !isWriting else { return }
        isWriting = true
        let transaction = world.store.commit(changes)
        world.after(world.random.below(2_000_000)) { [self] in
            guard isAlive else { return }
            isWriting = false
            // A write without changes is not published; the next one, or whoever waits for it, tells.
            if !changes.isEmpty { state.publish(transaction) }
            pumpAll()
            world.after(world.random.below(2_000_000)) { [self] in
                guard isAlive else { return }
                state.reach(transaction.position)
                waiting.append((transaction.position, world.now))
                pumpAll()
                evaluate()
            }
        }
    }

    func receive(_ message: Upward, from link: SimulatedLink) {
        guard isAlive else { return }
        do {
            switch message {
            case .start(let epoch, let position):
                let known = epoch == World.epoch && world.store.keeps(position)
                link.stream = try state.open(link.follower.name, from: known ? position : nil)
                if !known { world.statistics.snapshots += 1 }
                link.send(.started(epoch: World.epoch, snapshot: !known))
            case .heartbeat(let number):
                guard let stream = link.stream else { return }
                try state.heartbeat(number, from: stream, at: now)
            case .acknowledge(let position):
                guard let stream = link.stream else { return }
                try state.acknowledge(position, from: stream)
                evaluate()
            }
        } catch {
            world.violations.append("the leader refused: \(error)")
        }
        pumpAll()
    }

    func closed(_ link: SimulatedLink) {
        links.removeAll { $0 === link }
        guard isAlive, let stream = link.stream else { return }
        let sabotaged = world.sabotage == .leaseEndsWithStream
        state.close(stream, at: sabotaged ? now + .seconds(3600) : now)
        evaluate()
    }

    /// What the stream's writer task does.
    func pump(_ link: SimulatedLink) {
        guard isAlive, let stream = link.stream, !link.writerIsBusy else { return }
        while link.underWay < SimulatedLink.window {
            switch state.next(for: stream, at: now) {
            case .send(let parts, let lease):
                if !parts.isEmpty { link.send(.transactions(parts)) }
                if let lease { link.send(.lease(lease.number, position: lease.position)) }
            case .readLog(let place):
                world.statistics.pages += 1
                return busy(link) { [self] in readLog(after: place, link, stream) }
            case .snapshot:
                let (snapshot, position) = (world.store.snapshot(), world.store.position)
                return busy(link) { [self] in
                    state.willSend(stream, through: ChangePlace(position), at: now)
                    for change in snapshot { link.send(.part([change])) }
                    link.send(.snapshotEnd(position))
                }
            case .wait:
                return
            case .ended:
                world.statistics.replaced += 1
                return link.cut()
            }
        }
    }

    private func readLog(after place: ChangePlace, _ link: SimulatedLink, _ stream: StreamID) {
        switch world.store.page(after: place, limit: 5) {
        case .compacted:
            world.statistics.snapshots += 1
            state.needSnapshot(stream)
        case .changes(let transactions, let through):
            state.willSend(stream, through: through, at: now)
            link.send(.transactions(LogPage.parts(transactions, after: place, through: through)))
        }
    }

    private func busy(_ link: SimulatedLink, _ work: @escaping () -> Void) {
        link.writerIsBusy = true
        world.after(world.random.below(20_000_000)) { [self] in
            guard isAlive else { return }
            link.writerIsBusy = false
            work()
            pump(link)
        }
    }

    private func pumpAll() {
        for link in links { pump(link) }
    }

    private func evaluate() {
        guard isAlive else { return }
        let isForgotten = world.sabotage == .answeredForgotten
        let cleared = isForgotten ? state.leases.cleared(at: now) : state.clear(at: now)
        for write in waiting where write.position <= cleared {
            world.answered = max(world.answered, write.position)
            world.statistics.answered += 1
            let waited = world.now - write.since
            world.statistics.longestWait = max(world.statistics.longestWait, waited)
        }
        waiting.removeAll { $0.position <= cleared }
        guard let first = waiting.map(\.position).min(),
            let end = state.leases.nextEnd(blocking: first, at: now)
        else { return }
        world.schedule(at: clock.time(end)) { [self] in evaluate() }
    }
}
