import Testing

@testable import MailboxDomain

struct TimeTests {
    let world = World()

    @Test("D19 a window counts from its beginning until just before its end")
    func edges() {
        let window = Window(startTime: 10, expireTime: 20)
        let table: [(Int64, Window.Phase, Int64?)] = [
            (9, .notYet, 10), (10, .running, 20), (19, .running, 20), (20, .over, nil), (21, .over, nil),
        ]
        for (now, phase, change) in table {
            #expect(window.phase(at: Now(now)) == phase)
            #expect(window.nextChange(after: Now(now)) == change)
        }
        #expect(Window.always.phase(at: Now(.min)) == .running)
        #expect(Window(startTime: 20, expireTime: 10).phase(at: Now(15)) == .over)
    }

    @Test("D19 while two clocks disagree a window counts only where it counts by both")
    func twoClocks() {
        let now = Now((earliest: 10, latest: 20))
        let table: [(Window, Window.Phase)] = [
            (.always, .running),
            (Window(startTime: 10, expireTime: 21), .running), (Window(startTime: 9), .running),
            (Window(expireTime: 22), .running),
            // Ended by the later, by both.
            (Window(expireTime: 20), .over), (Window(startTime: 5, expireTime: 11), .over), (Window(expireTime: 10), .over),
            // Not begun by the earlier, by both.
            (Window(startTime: 11), .notYet), (Window(startTime: 20, expireTime: 30), .notYet), (Window(startTime: 21), .notYet),
            // Begins and ends between the two.
            (Window(startTime: 12, expireTime: 18), .over),
        ]
        for (window, phase) in table { #expect(window.phase(at: now) == phase, "\(window)") }
    }

    @Test("D19 a decision while a jump is pending: ended by either clock denies, not begun by either denies")
    func pendingJump() {
        let day = Now((earliest: noon, latest: noon + 24 * 60 * minute))
        world.grant(70, 20, .account(1), .open, Window(expireTime: noon + minute))
        world.grant(71, 20, .account(2), .open, Window(startTime: noon + minute))
        world.grant(72, 20, .account(3), .open, Window(startTime: noon - minute, expireTime: noon + 48 * 60 * minute))
        world.grant(73, 20, .account(4), .open)
        #expect(world.decide(1, 20, .open, at: day).reason == .grantExpired)
        #expect(world.decide(2, 20, .open, at: day).reason == .grantNotYet)
        #expect(world.decide(3, 20, .open, at: day).reason == .allowedGrant)
        #expect(world.decide(4, 20, .open, at: day).reason == .allowedGrant)
        let listed = (1...4).map { world.index.accessible(to: AccountID(bits: $0), after: nil, limit: 9, at: day)?.count }
        #expect(listed == [1, 1, 2, 2])
        #expect(world.index.ways(to: 20, at: day).count == 2)
    }

    @Test("D19 D25 a grant begins and ends by the clock, and the answer says until when it holds")
    func grant() {
        let begin = noon
        let end = noon + minute
        world.grant(70, 20, .account(1), .open, Window(startTime: begin, expireTime: end))
        #expect(
            world.decide(1, 20, .open, at: begin - 1) == Decision(.grantNotYet, delegation: 70, expireTime: begin))
        #expect(world.decide(1, 20, .open, at: begin) == Decision(.allowedGrant, delegation: 70, expireTime: end))
        #expect(world.decide(1, 20, .open, at: end - 1) == Decision(.allowedGrant, delegation: 70, expireTime: end))
        #expect(world.decide(1, 20, .open, at: end) == Decision(.grantExpired, delegation: 70))
        #expect(world.decide(1, 20, .send, at: begin) == Decision(.rightMissing, delegation: 70, expireTime: end))
        #expect(world.decide(1, 20, .send, at: begin - 1) == Decision(.grantNotYet, delegation: 70, expireTime: begin))
        #expect(world.decide(1, 20, .send, at: end) == Decision(.grantExpired, delegation: 70))
        world.grant(70, 20, .account(1), .open)
        #expect(world.decide(1, 20, .open, at: end) == Decision(.allowedGrant, delegation: 70))
    }

    /// What one delegation can be at noon, for the right asked.
    enum Shape: CaseIterable {
        case lacking, notYet, expired, lackingEarly, lackingLate

        var terms: (Rights, Window) {
            switch self {
            case .lacking: (.send, .always)
            case .notYet: (.open, Window(startTime: noon + minute))
            case .expired: (.open, Window(expireTime: noon - minute))
            case .lackingEarly: (.send, Window(startTime: noon + minute))
            case .lackingLate: (.send, Window(expireTime: noon - minute))
            }
        }

        var reason: Reason {
            switch self {
            case .lacking: .rightMissing
            case .notYet, .lackingEarly: .grantNotYet
            case .expired, .lackingLate: .grantExpired
            }
        }
    }

    @Test(
        "D19 D25 of the reasons that grants have the first is given: expired, not_yet, right_missing", arguments: Shape.allCases)
    func precedence(direct: Shape) {
        let order: [Reason] = [.grantExpired, .grantNotYet, .rightMissing]
        for group in Shape.allCases {
            let world = World()
            world.group(50, [.account(1)])
            world.grant(70, 20, .account(1), direct.terms.0, direct.terms.1)
            world.grant(71, 20, .group(50), group.terms.0, group.terms.1)
            let expected = order.first { $0 == direct.reason || $0 == group.reason }
            #expect(world.reason(1, 20, .open) == expected, "\(direct) \(group)")
        }
    }

    @Test("D2 D19 of group grants the one that lasts longest decides, equals by the smaller id")
    func longest() {
        world.group(50, [.account(1)])
        world.group(51, [.account(1)])
        world.group(52, [.account(1)])
        world.grant(70, 20, .group(50), .open, Window(expireTime: noon + minute))
        world.grant(72, 20, .group(51), .open, Window(expireTime: noon + 2 * minute))
        world.grant(71, 20, .group(52), .open, Window(expireTime: noon + 2 * minute))
        #expect(
            world.decide(1, 20, .open) == Decision(.allowedGroupGrant, delegation: 71, expireTime: noon + 2 * minute))
        world.grant(70, 20, .group(50), .open)
        #expect(world.decide(1, 20, .open) == Decision(.allowedGroupGrant, delegation: 70))
    }

    @Test("D19 a denial holds until the first of the delegations begins or ends")
    func until() {
        world.group(50, [.account(1)])
        world.grant(70, 20, .account(1), .send, Window(expireTime: noon + 2 * minute))
        world.grant(71, 20, .group(50), .open, Window(startTime: noon + 3 * minute))
        #expect(
            world.decide(1, 20, .open) == Decision(.grantNotYet, delegation: 71, expireTime: noon + 2 * minute))
    }
}
