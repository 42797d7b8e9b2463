import Testing

@testable import Due

/// Entries that are put, moved, removed, that fail and recover, under crashes, lost commits and jumps of the clock, from
/// seeds.
struct SimulationTests {
    @Test("every entry is done once, in its time and in the order of its key, whatever dies", arguments: 1...64)
    func holds(seed: Int) {
        let world = World(seed: UInt64(seed))
        world.run(steps: 3000)
        world.settle()
        #expect(world.violations == [])
        #expect(world.statistics.done > 100)
    }

    @Test("the simulation meets every path")
    func covers() {
        var total = SimulationStatistics()
        for seed in 1...12 {
            let world = World(seed: UInt64(seed))
            world.run(steps: 3000)
            let statistics = world.statistics
            total.gone += statistics.gone
            total.failures += statistics.failures
            total.crashes += statistics.crashes
            total.lostWrites += statistics.lostWrites
            total.jumps += statistics.jumps
            total.withoutRoom += statistics.withoutRoom
            total.longestTable = max(total.longestTable, statistics.longestTable)
        }
        #expect(total.gone > 500)
        #expect(total.failures > 500)
        #expect(total.crashes > 500)
        #expect(total.lostWrites > 500)
        #expect(total.jumps > 200)
        #expect(total.withoutRoom > 500)
        // More than a batch takes.
        #expect(total.longestTable > 3 * World.entriesMax)
    }

    @Test("the simulation notices a broken rule", arguments: Sabotage.allCases)
    func notices(sabotage: Sabotage) {
        let found = (1...100).contains { seed in
            let world = World(seed: UInt64(seed), sabotage: sabotage)
            world.run(steps: 3000)
            world.settle()
            return !world.violations.isEmpty
        }
        #expect(found)
    }
}
