import RPC
import SQL
import Testing

@testable import ChangeFeed

struct LeaseTableTests {
    private let a = StreamID(number: 1)
    private let b = StreamID(number: 2)

    private func at(_ nanoseconds: Int64) -> Moment { Moment(nanoseconds: nanoseconds) }

    private func table() -> LeaseTable {
        var table = LeaseTable(quarantineEnd: at(0))
        table.open(a, acknowledged: 5)
        table.open(b, acknowledged: 7)
        return table
    }

    @Test("a write waits for two of the longest leases, and after a restore for one: less than its client waits")
    func clients() throws {
        let client = try #require(CallOptions().timeout)
        #expect(LeaseTable.counted(.microseconds(Store.leaseMicrosMax)) * 2 < client - .seconds(5))
    }

    @Test("only live leases count, up to and without their end")
    func live() {
        var table = table()
        #expect(table.cleared(at: at(10)) == .max)
        table.extend(a, to: at(100))
        #expect(table.cleared(at: at(99)) == 5)
        #expect(table.cleared(at: at(100)) == .max)
        table.extend(b, to: at(200))
        #expect(table.cleared(at: at(99)) == 5)
        #expect(table.cleared(at: at(150)) == 7)
        table.acknowledge(9, by: a)
        #expect(table.cleared(at: at(99)) == 7)
    }

    @Test("a lease never gets shorter, an acknowledgement never smaller")
    func monotone() {
        var table = table()
        table.extend(a, to: at(100))
        table.extend(a, to: at(50))
        table.acknowledge(3, by: a)
        #expect(table.cleared(at: at(99)) == 5)
    }

    @Test("a closed stream's lease counts to its end, and is forgotten then")
    func closed() {
        var table = table()
        table.extend(a, to: at(100))
        table.close(a, at: at(10))
        table.close(b, at: at(10))
        #expect(table.count == 1)
        #expect(table.cleared(at: at(99)) == 5)
        table.open(b, acknowledged: 0)
        table.close(b, at: at(100))
        #expect(table.count == 0)
    }

    @Test("before the leases of an earlier process are over nothing is cleared")
    func quarantine() {
        var table = LeaseTable(quarantineEnd: at(100))
        #expect(table.cleared(at: at(99)) == .min)
        #expect(table.nextEnd(blocking: 1, at: at(99)) == at(100))
        #expect(table.cleared(at: at(100)) == .max)
        table.open(a, acknowledged: 5)
        table.extend(a, to: at(300))
        #expect(table.nextEnd(blocking: 6, at: at(99)) == at(100))
        #expect(table.nextEnd(blocking: 6, at: at(100)) == at(300))
    }

    @Test("the next end is that of the first live lease that blocks")
    func nextEnd() {
        var table = table()
        table.extend(a, to: at(100))
        table.extend(b, to: at(200))
        #expect(table.nextEnd(blocking: 5, at: at(10)) == nil)
        #expect(table.nextEnd(blocking: 6, at: at(10)) == at(100))
        #expect(table.nextEnd(blocking: 8, at: at(10)) == at(100))
        #expect(table.nextEnd(blocking: 8, at: at(100)) == at(200))
    }

    @Test("the leader counts a lease longer than any follower whose clock is up to three percent off")
    func counted() {
        #expect(LeaseTable.counted(.seconds(32)) == .seconds(33))
    }
}
