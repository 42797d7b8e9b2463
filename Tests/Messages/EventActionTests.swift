import Testing

@testable import Messages

@Suite struct EventActionTests {
    @Test("E2 the list of actions is closed: sorted, each once, a resource and what was done")
    func list() {
        let names = EventAction.all.map(\.name)
        #expect(names == names.sorted() && Set(names).count == names.count && names.count > 30)
        for action in EventAction.all {
            #expect(action.name.split(separator: ".", omittingEmptySubsequences: false).count == 2)
            #expect(EventAction(named: action.name) == action)
            #expect(EventAction.finds(action.name) && EventAction.finds(action.prefix))
        }
        for known in ["clock.jumped", "delegation.expired", "session.refused", "refusal.counted", "log.source_restored"] {
            #expect(EventAction(named: known) != nil)
        }
    }

    @Test(
        "what looks for nothing",
        arguments: [
            "delegation", "delegation.grante", "delegation.g", "delegation..", ".", "delegations.", "Delegation.", " delegation.",
            "delegation.granted.", "delegation.\u{0}", "dele", String(repeating: "delegation.", count: 20),
        ])
    func nothing(_ text: String) {
        #expect(!EventAction.finds(text) && EventAction(named: text) == nil)
        #expect(EventAction.nearest(to: text).count == 3)
    }

    @Test(
        "the nearest are what was meant",
        arguments: [
            ("delegation", "delegation."), ("delegation.grant", "delegation.granted"), ("acount.suspended", "account.suspended"),
            ("audit.", "audit_log."), ("group.member_removd", "group.member_removed"),
        ])
    func nearest(_ text: String, _ meant: String) {
        #expect(EventAction.nearest(to: text).contains(meant), "\(EventAction.nearest(to: text))")
    }
}
