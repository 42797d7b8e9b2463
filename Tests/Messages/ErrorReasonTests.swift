import Testing

@testable import Messages

@Suite struct ErrorReasonTests {
    @Test("number, name and domain go together, and read as the reason they are of")
    func known() {
        #expect(ErrorReason.allCases.count > 40)
        for reason in ErrorReason.allCases {
            #expect(reason.number > 0 && !reason.name.isEmpty && reason.domain.hasPrefix("mandate."))
            #expect(ErrorReason(domain: reason.domain, name: reason.name, number: reason.number) == reason)
        }
        #expect(ErrorReason.notFound.name == "NOT_FOUND" && ErrorReason.notFound.domain == "mandate.rpc")
        #expect(ErrorReason.stale.name == "STALE" && ErrorReason.stale.domain == "mandate.mailbox")
        #expect(ErrorReason.internal.name == "INTERNAL")
    }

    @Test("no two have one number or one name, and a domain keeps to its hundred")
    func unique() {
        #expect(Set(ErrorReason.allCases.map(\.number)).count == ErrorReason.allCases.count)
        #expect(Set(ErrorReason.allCases.map(\.name)).count == ErrorReason.allCases.count)
        let hundreds: [String: Int32] = [
            "mandate.rpc": 0, "mandate.identity": 1, "mandate.mailbox": 2, "mandate.audit": 3, "mandate.server": 4,
            "mandate.feed": 5,
        ]
        for reason in ErrorReason.allCases { #expect(hundreds[reason.domain] == reason.number / 100, "\(reason.name)") }
    }

    @Test("E2 every reason says whether a rule refuses with it; one that is not known has not said")
    func refusals() {
        for reason in ErrorReason.allCases {
            #expect(reason.refusal != .unspecified, "\(reason.name)")
            if case .unrecognized = reason.refusal { Issue.record("\(reason.name)") }
        }
        let rules: [ErrorReason] = [.notFound, .roleLacksScope, .fullAdminOnly, .ownRole, .isOwner, .lastFullAdmin, .selfGrant]
        #expect(rules.allSatisfy { $0.refusal == .rule })
        #expect(ErrorReason.invalidField.refusal == .form && ErrorReason.stale.refusal == .freshness)
        #expect(ErrorReason.storageFull.refusal == .capacity && ErrorReason.wrongCredentials.refusal == .unproved)
        #expect(ErrorReason(domain: "mandate.later", name: "NEWER", number: 35000).refusal == .unspecified)
        #expect(ErrorReason.unspecified.refusal == .unspecified)
    }

    @Test("what this version does not know keeps all that was read, and is nothing that it knows")
    func foreign() {
        for (domain, name, number) in [
            ("mandate.identity", "NEWER", Int32(150)), ("mandate.later", "NOT_FOUND", 50), ("", "STALE", 200),
            ("mandate.mailbox", "stale", 200), ("mandate.rpc", "STALE", 0), ("mandate.rpc", "X", .min),
        ] {
            let reason = ErrorReason(domain: domain, name: name, number: number)
            #expect((reason.domain, reason.name, reason.number) == (domain, name, number))
            #expect(reason == ErrorReason(domain: domain, name: name, number: number))
            #expect(reason != .unspecified && !ErrorReason.allCases.contains(reason))
        }
    }

    @Test("by domain and name a reason is known; the number does not make it another")
    func wrongNumber() {
        #expect(ErrorReason(domain: "mandate.mailbox", name: "STALE", number: 0) == .stale)
        #expect(ErrorReason(domain: "mandate.mailbox", name: "STALE", number: 7).number == ErrorReason.stale.number)
    }

    @Test("no name is no reason")
    func none() {
        for name in ["", "UNSPECIFIED"] {
            #expect(ErrorReason(domain: "mandate.identity", name: name, number: 50) == .unspecified)
        }
        #expect(ErrorReason.unspecified.number == 0 && ErrorReason.unspecified.name == "UNSPECIFIED")
    }
}
