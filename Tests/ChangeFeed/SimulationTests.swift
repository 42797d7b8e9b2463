import Testing

@testable import ChangeFeed

/// Two followers and a leader under drops, delays, stalls, restarts, doubles and compaction, from seeds.
struct SimulationTests {
    @Test("D17 no follower decides on a state older than an answered write", arguments: 1...48)
    func holds(seed: Int) {
        let world = World(seed: UInt64(seed))
        world.run(events: 6000)
        world.settle()
        #expect(world.violations == [])
        let statistics = world.statistics
        #expect(statistics.answered > 100)
        #expect(statistics.freshMoments > 1000)
        // A write waits for a lease that is running, for those granted while a transaction goes out in parts, and for the
        // one granted behind the write before it is acknowledged.
        #expect(statistics.longestWait < World.lease * 5 / 2 + World.partsTime)
        for follower in world.followers {
            #expect(follower.isFresh)
            #expect(follower.state.position >= world.answered)
        }
    }

    @Test("D17 holds when machines sleep and their steady clock counts that", arguments: 1...24)
    func sleeps(seed: Int) {
        let world = World(seed: UInt64(seed), pause: .counted)
        world.run(events: 6000)
        world.settle()
        #expect(world.violations == [])
        #expect(world.statistics.pauses > 1)
    }

    @Test("a pause that no clock of the follower's machine shows breaks the promise, for no longer than what was left of a lease")
    func unseenPauses() {
        var longest: Int64 = 0
        for seed in 1...24 {
            let world = World(seed: UInt64(seed), pause: .unseen)
            world.run(events: 6000)
            world.settle()
            #expect(world.violations == [])
            longest = max(longest, world.statistics.longestExposure)
        }
        // The clocks are up to one percent off.
        #expect((World.lease / 2...World.lease * 102 / 100).contains(longest), "\(longest) ns")
    }

    @Test("the simulation meets every path")
    func covers() {
        var total = SimulationStatistics()
        for seed in 1...12 {
            let world = World(seed: UInt64(seed))
            world.run(events: 6000)
            let statistics = world.statistics
            total.pages += statistics.pages
            total.snapshots += statistics.snapshots
            total.replaced += statistics.replaced
            total.unansweredAtCrash += statistics.unansweredAtCrash
            total.leases += statistics.leases
            total.parts += statistics.parts
            total.leasesBetweenParts += statistics.leasesBetweenParts
            total.brokenOff += statistics.brokenOff
        }
        #expect(total.pages > 50)
        #expect(total.snapshots > 50)
        #expect(total.replaced > 10)
        #expect(total.unansweredAtCrash > 3)
        #expect(total.leases > 1000)
        #expect(total.parts > 500)
        #expect(total.leasesBetweenParts > 20)
        #expect(total.brokenOff > 20)
    }

    @Test("the simulation notices a broken rule", arguments: Sabotage.allCases)
    func notices(sabotage: Sabotage) {
        let found = (1...200).contains { seed in
            let world = World(seed: UInt64(seed), sabotage: sabotage)
            world.run(events: 6000)
            return !world.violations.isEmpty
        }
        #expect(found)
    }
}
