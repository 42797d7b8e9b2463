import Messages
import Testing

@Suite struct EnumTests {
    @Test("numbers and names go both ways")
    func names() {
        for reason in DecisionReason.allCases {
            #expect(DecisionReason(rawValue: reason.rawValue) == reason)
            #expect(DecisionReason(protoName: reason.protoName) == reason)
            #expect(DecisionReason(shortName: reason.shortName) == reason)
            #expect(reason.protoName == "DECISION_REASON_" + reason.shortName)
        }
        #expect(DecisionReason.noGrant.protoName == "DECISION_REASON_NO_GRANT")
        #expect(DecisionReason.noGrant.shortName == "NO_GRANT")
        #expect(DecisionReason.noGrant.rawValue == 17)
    }

    @Test("what is not of the enum")
    func unknown() {
        #expect(GoawayReason(rawValue: 77) == .unrecognized(77))
        #expect(GoawayReason.unrecognized(77).rawValue == 77)
        #expect(GoawayReason.unrecognized(77).protoName == "77")
        #expect(GoawayReason.unrecognized(77).shortName == "77")
        #expect(GoawayReason(protoName: "GOAWAY_REASON_NONE") == nil)
        #expect(GoawayReason(protoName: "DRAINING") == nil)
        #expect(GoawayReason(shortName: "GOAWAY_REASON_DRAINING") == nil)
        #expect(GoawayReason(shortName: "") == nil)
    }

    @Test("a case that is a word of Swift")
    func keywords() {
        #expect(AccessKind(shortName: "OPERATOR") == .`operator`)
        #expect(AccessKind.`operator`.rawValue == 3)
    }
}
