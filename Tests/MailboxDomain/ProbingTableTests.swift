import Lots
import Testing

@testable import MailboxDomain

struct ProbingTableTests {
    /// Sixteen bits of key; `hash` says how well they are mixed.
    struct Entry<Mixing: ProbingTableTests.Mixing>: TableEntry {
        let key: UInt16
        var value: Int
        static var nothing: Entry { Entry(key: 0, value: -1) }
        static func hash(_ key: UInt16) -> UInt64 { Mixing.hash(key) }
    }

    protocol Mixing: Sendable { static func hash(_ key: UInt16) -> UInt64 }

    enum Well: Mixing {
        static func hash(_ key: UInt16) -> UInt64 {
            let mixed = (UInt64(key) + 1) &* 0x9E37_79B9_7F4A_7C15
            return mixed ^ (mixed >> 32)
        }
    }

    /// All at home in the last word, with three tags that zero and one would be mistaken for or differ in one bit.
    enum Badly: Mixing {
        static func hash(_ key: UInt16) -> UInt64 { 0xFFFF_FFFF_FFFF_0000 | UInt64(key % 4) << 8 }
    }

    /// Grows, shrinks and grows again, with the same keys leaving and coming back.
    private func run<Kind: Mixing>(_: Kind.Type, keys: UInt16, steps: Int) {
        var random = SplitMix(seed: 7)
        var table = ProbingTable<Entry<Kind>>()
        var expected: [UInt16: Int] = [:]
        for step in 0..<steps {
            let key = UInt16.random(in: 0..<keys, using: &random)
            let there = table.find(key)
            #expect(there.map { table[$0].value } == expected[key])
            let wantsMore = Int.random(in: 0..<4, using: &random) > (step * 8 / steps) % 4
            switch (there, wantsMore) {
            case (nil, true):
                table.insert(Entry(key: key, value: step))
                expected[key] = step
            case (let position?, false):
                table.remove(position)
                expected[key] = nil
            case (let position?, true):
                table[position].value = step
                expected[key] = step
            case (nil, false): break
            }
        }
        #expect(table.count == expected.count)
        for key in 0..<keys { #expect(table.find(key).map { table[$0].value } == expected[key]) }
    }

    @Test("the table finds what was put in and nothing else, through growth and removal")
    func probing() { run(Well.self, keys: 3000, steps: 40_000) }

    @Test("so it does when all begin at the same place with the same tag")
    func collisions() { run(Badly.self, keys: 120, steps: 8000) }

    @Test("what leaves makes room: coming and going does not make the table larger")
    func churn() throws {
        var table = ProbingTable<Entry<Well>>()
        for key in UInt16(0)..<1000 { table.insert(Entry(key: key, value: 0)) }
        var most = table.bytesHeld
        for round in UInt16(0)..<20_000 {
            table.remove(try #require(table.find(round)))
            table.insert(Entry(key: round + 1000, value: 0))
            most = max(most, table.bytesHeld)
        }
        // A thousand entries need at least this; at most a hundred and forty-three per cent, and a word.
        #expect(most <= (1000 * 10 / 7 + 16) * (MemoryLayout<Entry<Well>>.stride + 1))
    }

    @Test("what was reserved is not exceeded, and nothing is reserved twice")
    func reserving() {
        var table = ProbingTable<Entry<Well>>()
        table.reserve(10_000)
        let held = table.bytesHeld
        for key in UInt16(0)..<10_000 { table.insert(Entry(key: key, value: 1)) }
        #expect(table.bytesHeld == held)
        table.reserve(5000)
        #expect(table.bytesHeld == held)
        #expect((0..<10_000).allSatisfy { table.find($0) != nil })
    }

    @Test("the directory keeps what was entered and the latest place")
    func directory() {
        let directory = Directory<UInt128>()
        let one = OrganizationIndex(1, LongestHold(clock: { .zero }))
        let two = OrganizationIndex(2, LongestHold(clock: { .zero }))
        for number in UInt32(1)..<5000 {
            directory.enter(UInt128(number), Place(organization: one, handle: number))
        }
        directory.enter(17, Place(organization: two, handle: 3))
        for number in UInt32(1)..<5000 {
            let place = directory.place(of: UInt128(number))
            #expect(place?.handle == (number == 17 ? 3 : number))
            #expect(place?.organization === (number == 17 ? two : one))
            // With another: its handle only where it is in the same organization.
            let pair = directory.place(of: UInt128(number), with: UInt128(number ^ 1))
            let elsewhere = number == 17 || number ^ 1 == 17 || number == 1 || number ^ 1 == 5000
            #expect(pair?.place.handle == place?.handle)
            #expect(pair?.other == (elsewhere ? nil : number ^ 1))
        }
        #expect(directory.place(of: 5000) == nil)
        #expect(directory.place(of: 0) == nil)
        #expect(directory.place(of: 5000, with: 1) == nil)
    }
}
