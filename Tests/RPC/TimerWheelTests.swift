import Lots
import NIOCore
import Testing

@testable import RPC

@Suite struct TimerWheelTests {
    private func at(_ milliseconds: Int) -> NIODeadline {
        .uptimeNanoseconds(UInt64(milliseconds) * 1_000_000)
    }

    /// A wheel by reference, so that it can be turned inside an expectation.
    private final class Wheel {
        var wheel: TimerWheel<Int>
        init(_ now: NIODeadline, slots: Int = 64) { wheel = TimerWheel(now: now, slots: slots) }
        func arm(_ key: Int, at deadline: NIODeadline) -> TimerWheel<Int>.Token { wheel.arm(key, at: deadline) }
        func disarm(_ token: TimerWheel<Int>.Token) -> Bool { wheel.disarm(token) }
        var count: Int { wheel.count }
        var earliest: NIODeadline? { wheel.earliest }

        func due(_ milliseconds: Int) -> Set<Int> {
            var keys: Set<Int> = []
            while let key = wheel.next(due: .uptimeNanoseconds(UInt64(milliseconds) * 1_000_000)) { keys.insert(key) }
            return keys
        }
    }

    @Test("never early, at most a tick late")
    func ticks() {
        let wheel = Wheel(at(0))
        _ = wheel.arm(1, at: at(25))
        #expect(wheel.due(25) == [])
        #expect(wheel.earliest == at(30))
        #expect(wheel.due(30) == [1])
        #expect(wheel.count == 0)
        #expect(wheel.earliest == nil)
    }

    @Test("timers of later rounds stay in their slot")
    func rounds() {
        let wheel = Wheel(at(0), slots: 4)
        for round in 0..<5 { _ = wheel.arm(round, at: at(5 + 40 * round)) }
        for round in 0..<5 {
            #expect(wheel.due(9 + 40 * round) == [])
            #expect(wheel.due(10 + 40 * round) == [round])
        }
    }

    @Test("a sleep over many rounds fires everything that is due")
    func sleep() {
        let wheel = Wheel(at(0), slots: 8)
        for key in 0..<100 { _ = wheel.arm(key, at: at(key * 7)) }
        _ = wheel.arm(100, at: at(1_000_000))
        #expect(wheel.due(999_990) == Set(0..<100))
        #expect(wheel.due(1_000_010) == [100])
    }

    @Test("a spent token disarms nothing, even when its node is in use again")
    func tokens() {
        let wheel = Wheel(at(0))
        let first = wheel.arm(1, at: at(10))
        #expect(wheel.disarm(first))
        #expect(!wheel.disarm(first))
        _ = wheel.arm(2, at: at(10))
        #expect(!wheel.disarm(first))
        #expect(wheel.due(20) == [2])
    }

    @Test("a deadline in the past fires at the next tick")
    func past() {
        let wheel = Wheel(at(1_000))
        _ = wheel.arm(1, at: at(10))
        #expect(wheel.due(1_010) == [1])
    }

    @Test("agrees with a sorted list over random work", arguments: 1...20)
    func model(seed: UInt64) {
        var random = SplitMix(seed: seed)
        let wheel = Wheel(at(0), slots: 16)
        var model: [Int: (deadline: Int, token: TimerWheel<Int>.Token)] = [:]
        var now = 0
        for key in 0..<2_000 {
            switch random.next() % 4 {
            case 0, 1:
                let deadline = now + Int(random.next() % 3_000)
                model[key] = (deadline, wheel.arm(key, at: at(deadline)))
            case 2:
                if let entry = model.first {
                    #expect(wheel.disarm(entry.value.token))
                    model[entry.key] = nil
                }
            default:
                now += Int(random.next() % 400)
                let fired = wheel.due(now)
                let expected = Set(model.filter { ($0.value.deadline / 10 + 1) * 10 <= now }.keys)
                #expect(fired == expected)
                for key in fired { model[key] = nil }
            }
            #expect(wheel.count == model.count)
        }
    }
}
