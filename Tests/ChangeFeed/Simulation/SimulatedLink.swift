import SQL

@testable import ChangeFeed

enum Upward {
    case start(epoch: String, position: Int64)
    case heartbeat(UInt64)
    case acknowledge(Int64)
}

enum Downward {
    case started(epoch: String, snapshot: Bool)
    case part([ChangeRecord])
    case snapshotEnd(Int64)
    case transactions([TransactionPart])
    case lease(UInt64, position: Int64)
}

/// A connection: each direction keeps its order, delays as it likes, and can be cut. What was under way when it was cut
/// may still arrive, also from a process that is dead; each side learns of the cut much later.
final class SimulatedLink {
    /// Messages to the follower that may be under way: the window.
    static let window = 4

    let world: World
    let leader: SimulatedLeader
    let follower: SimulatedFollower
    var stream: StreamID?
    var writerIsBusy = false
    private(set) var underWay = 0
    private var isCut = false
    private var losesUpward = false
    private var losesDownward = false
    private var lastUpward: Int64 = 0
    private var lastDownward: Int64 = 0

    init(_ world: World, _ leader: SimulatedLeader, _ follower: SimulatedFollower) {
        self.world = world
        self.leader = leader
        self.follower = follower
    }

    func send(_ message: Upward) {
        if isCut { return }
        lastUpward = max(lastUpward, world.now + world.delay())
        world.schedule(at: lastUpward) { [self] in
            if !losesUpward { leader.receive(message, from: self) }
        }
    }

    func send(_ message: Downward) {
        if isCut { return }
        underWay += 1
        lastDownward = max(lastDownward, world.now + world.delay())
        world.schedule(at: lastDownward) { [self] in
            underWay -= 1
            if losesDownward { return }
            follower.receive(message, from: self)
            leader.pump(self)
        }
    }

    func cut() {
        if isCut { return }
        isCut = true
        losesUpward = world.random.once(in: 2)
        losesDownward = world.random.once(in: 2)
        world.schedule(at: max(lastUpward, world.now + world.random.below(2 * World.lease))) { [self] in
            losesUpward = true
            leader.closed(self)
        }
        world.schedule(at: max(lastDownward, world.now + world.random.below(2 * World.lease))) { [self] in
            losesDownward = true
            follower.closed(self)
        }
    }
}
