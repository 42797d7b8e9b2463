import Messages
import Testing

@Suite struct EnumTests {
    @Test("numbers and names go both ways")
    func names() {
        for reason in ErrorReason.allCases {
            #expect(ErrorReason(rawValue: reason.rawValue) == reason)
            #expect(ErrorReason(protoName: reason.protoName) == reason)
            #expect(ErrorReason(shortName: reason.shortName) == reason)
            #expect(reason.protoName == "ERROR_REASON_" + reason.shortName)
        }
        #expect(ErrorReason.notFound.protoName == "ERROR_REASON_NOT_FOUND")
        #expect(ErrorReason.notFound.shortName == "NOT_FOUND")
        #expect(ErrorReason.notFound.rawValue == 40)
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
        #expect(AccessKind(shortName: "SELF") == .`self`)
        #expect(AccessKind.`self`.rawValue == 4)
    }
}
