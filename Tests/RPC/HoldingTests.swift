import Dispatch
import NIOCore
import NIOEmbedded
import Testing

@testable import RPC

/// What is counted of a connection and of a caller.
@Suite struct HoldingTests {
    private static func limits(_ connection: Int, _ caller: Int, unshared: Int) -> Limits {
        var limits = Limits.standard
        (limits.heldBytesMax, limits.callerHeldBytesMax, limits.unsharedBytes) = (connection, caller, unshared)
        return limits
    }

    private static let long = Holding.smallBytes + 1

    @Test("more comes while less than the ceiling is held, however long it is")
    func ceiling() {
        let limits = Self.limits(100_000, .max, unshared: 1 << 20)
        var holding = Holding(limits, of: CallerHolding(limits))
        holding.add(99_999)
        #expect(holding.hasRoom(for: 4 << 20, of: 4 << 20))
        holding.add(1)
        #expect(!holding.hasRoom(for: Self.long, of: Self.long))
        #expect(!holding.hasRoom(for: 1, of: Self.long))
        // A stream's first 16 KiB.
        #expect(holding.hasRoom(for: Holding.smallBytes, of: Holding.smallBytes))
        holding.give(1)
        #expect(holding.hasRoom(for: 1, of: Self.long))
    }

    @Test("the first bytes of a connection are not its caller's; the others are, in steps, and go back")
    func shared() {
        let limits = Self.limits(.max, .max, unshared: 100)
        let caller = CallerHolding(limits)
        var holding = Holding(limits, of: caller)
        for (change, counted) in [
            (100, 0), (1, 100), (99, 100), (1, 200), (-1, 100), (-100, 0), (-100, 0), (1000, 900), (-1000, 0),
        ] {
            if change > 0 { holding.add(change) } else { holding.give(-change) }
            #expect(caller.byteCount == counted)
        }
        #expect(holding.byteCount == 0)
    }

    @Test("at a caller's ceiling all its connections are, but for what is their own")
    func caller() {
        let limits = Self.limits(.max, 1000, unshared: 10)
        let caller = CallerHolding(limits)
        var (first, second) = (Holding(limits, of: caller), Holding(limits, of: caller))
        var other = Holding(limits, of: CallerHolding(limits))
        first.add(1000)
        #expect(caller.byteCount == 990)
        #expect(second.hasRoom(for: 1 << 20, of: 1 << 20))
        first.add(1)
        #expect(caller.byteCount == 1000)
        #expect(!first.hasRoom(for: 1, of: 1) && !second.hasRoom(for: 11, of: 11))
        #expect(second.hasRoom(for: 10, of: 10))
        #expect(other.hasRoom(for: 1 << 20, of: 1 << 20))
        second.add(10)
        #expect(!second.hasRoom(for: 1, of: 11))
        first.give(1)
        #expect(second.hasRoom(for: 1, of: 11))
        other.add(1)
    }

    @Test("a caller is its certificate's URI, whatever its address; without one it is its address")
    func callers() {
        let holdings = CallerHoldings(limits: .standard)
        let first = holdings.holding(caller: "spiffe://t/service/a", address: "192.0.2.1")
        #expect(holdings.holding(caller: "spiffe://t/service/a", address: "192.0.2.2") === first)
        #expect(holdings.holding(caller: "spiffe://t/service/b", address: "192.0.2.1") !== first)
        let nameless = holdings.holding(caller: "", address: "192.0.2.1")
        #expect(nameless !== first)
        #expect(holdings.holding(caller: "", address: "192.0.2.1") === nameless)
        #expect(holdings.holding(caller: "", address: "192.0.2.2") !== nameless)
    }

    @Test("of a caller that has gone nothing is kept; one that is still there keeps its count")
    func gone() {
        let holdings = CallerHoldings(limits: .standard)
        for number in 0..<1000 { _ = holdings.holding(caller: "", address: "\(number)") }
        #expect(holdings.count == 0)
        DispatchQueue.concurrentPerform(iterations: 2) { _ in
            for _ in 0..<1000 { _ = holdings.holding(caller: "a", address: "") }
        }
        #expect(holdings.count == 0)
        let kept = holdings.holding(caller: "a", address: "")
        kept.add(5)
        #expect(holdings.holding(caller: "a", address: "").byteCount == 5 && holdings.count == 1)
    }
}

/// Long frames and messages that have begun, and those that wait for them.
@Suite struct UnfinishedLineTests {
    private let loop = EmbeddedEventLoop()
    private let turns = Recorded<UInt64>()

    private func enter(_ line: UnfinishedLine, _ bytes: Int) -> UnfinishedLine.Place {
        let turns = turns
        return line.enter(bytes, loop) { turns.add($0) }
    }

    @Test("one begins while less than the ceiling is unfinished, and may pass it; the next waits")
    func begins() {
        let line = UnfinishedLine(bytesMax: 100)
        #expect(enter(line, 99) == .begun(99))
        #expect(enter(line, 1000) == .begun(1000))
        #expect(enter(line, 1) == .waiting(1))
        line.leave(.begun(1000))
        loop.run()
        #expect(turns.values == [1] && line.byteCount == 100)
        #expect(enter(line, 1) == .waiting(2))
    }

    @Test("their turns come in order, as many at once as there is room for; none begins before one that waits")
    func order() {
        let line = UnfinishedLine(bytesMax: 100)
        let first = enter(line, 150)
        for bytes in [60, 60, 60, 10] { #expect(enter(line, bytes) != .begun(bytes)) }
        line.leave(first)
        loop.run()
        #expect(turns.values == [1, 2] && line.byteCount == 120)
        line.leave(.begun(60))
        #expect(line.byteCount == 120)
        #expect(enter(line, 1) == .waiting(5))
        loop.run()
        #expect(turns.values == [1, 2, 3])
    }

    @Test("one that stops waiting is passed over; one whose turn has come leaves when it hears of it")
    func leaves() {
        let line = UnfinishedLine(bytesMax: 100)
        let (first, second, third) = (enter(line, 100), enter(line, 70), enter(line, 80))
        line.leave(second)
        line.leave(first)
        // The third's turn has come, and it has not heard: it is counted until it says that it has gone.
        line.leave(third)
        #expect(line.byteCount == 80)
        loop.run()
        #expect(turns.values == [2])
        line.leave(.begun(80))
        line.leave(.none)
        #expect(line.byteCount == 0)
    }

    @Test("what is whole and waits to be read is counted, and never waits in line")
    func whole() {
        let line = UnfinishedLine(bytesMax: 100)
        #expect(line.begin(500) == .begun(500) && line.begin(500) == .begun(500))
        #expect(enter(line, 1) == .waiting(1))
        line.leave(.begun(500))
        line.leave(.begun(500))
        loop.run()
        #expect(turns.values == [1] && line.byteCount == 1)
    }
}
