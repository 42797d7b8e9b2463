import Messages
import Testing

@testable import mandatectl

@Suite("Lists")
struct ListTests {
    /// A server with so many groups, in pages as large as asked for and `most` at most.
    private struct Server {
        let count: Int
        var most = 1000

        func page(_ size: Int32, _ token: String) -> ListGroupsResponse {
            let start = Int(token) ?? 0
            let end = min(count, start + min(Int(size), most))
            return ListGroupsResponse(
                groups: (start..<end).map { Group(id: "grp_\($0)") }, nextPageToken: end < count ? "\(end)" : "")
        }
    }

    @Test("the outcome of an event that counts refusals says how many")
    func counts() throws {
        let outcome = try #require(EventColumns.all.first { $0.0 == "outcome" })
        let table = [(0, "denied"), (1, "denied (1)"), (412, "denied (412)")] as [(Int64, String)]
        for (count, text) in table {
            #expect(outcome.1(RecordedEvent(event: Event(outcome: .denied, count: count))) == text)
        }
    }

    @Test("C15 E2 an event in a table says why it was refused, and of a role what was needed and was not held")
    func decisions() throws {
        func cell(_ name: String, _ event: Event) throws -> String {
            try #require(EventColumns.all.first { $0.0 == name }).1(RecordedEvent(event: event))
        }
        let demands = [
            EventDemand(scope: "delegations", needed: .edit, held: .view), EventDemand(scope: "account_status", needed: .view),
        ]
        let lacking = Event(outcome: .denied, decision: EventDecision(reason: "ROLE_LACKS_SCOPE", demands: demands))
        #expect(
            try cell("decision", lacking)
                == "ROLE_LACKS_SCOPE: delegations needs edit, has view; account_status needs view, has none")
        let met = [EventDemand(scope: "account_status", needed: .edit, held: .edit)]
        // Refused by a state: what the role has is not why.
        let owner = Event(outcome: .denied, decision: EventDecision(reason: "IS_OWNER", demands: met))
        #expect(try cell("decision", owner) == "IS_OWNER")
        let half = Event(outcome: .denied, decision: EventDecision(reason: "ROLE_LACKS_SCOPE", demands: met + demands))
        #expect(try cell("decision", half) == cell("decision", lacking))
        #expect(try cell("decision", Event(outcome: .succeeded, decision: EventDecision(demands: met))) == "")
        // Done because the target is the account itself.
        #expect(try cell("decision", Event(outcome: .succeeded, decision: EventDecision(demands: demands))) == "")
        let ended = Event(outcome: .succeeded, decision: EventDecision(reason: "CANCELLED"))
        #expect(try cell("decision", ended) == "CANCELLED")
        #expect(try cell("decision", Event()) == "")
    }

    @Test("C7 D20 D26 E2 an event in a table says who did it and for whom, and what should be noticed")
    func actorsAndFlags() throws {
        func cell(_ name: String, _ event: Event) throws -> String {
            try #require(EventColumns.all.first { $0.0 == name }).1(RecordedEvent(event: event))
        }
        let system = EventActor(id: "mailbox", kind: .system)
        let granter = EventBehalf(accountId: "acc_1")
        #expect(try cell("actor", Event(actor: system)) == "SYSTEM (mailbox)")
        #expect(try cell("actor", Event(actor: system, onBehalfOf: [granter])) == "SYSTEM (mailbox) for acc_1")
        #expect(
            try cell("actor", Event(actor: system, onBehalfOf: [granter, EventBehalf(accountId: "acc_2")]))
                == "SYSTEM (mailbox) for acc_1, acc_2")
        #expect(try cell("actor", Event(actor: EventActor(id: "acc_1", kind: .account))) == "acc_1")
        #expect(try cell("actor", Event()) == "")
        #expect(try cell("flags", Event()) == "")
        #expect(try cell("flags", Event(flags: [.selfGrant])) == "SELF_GRANT")
        #expect(
            try cell("flags", Event(flags: [.lastFullAdmin, .validateOnly])) == "LAST_FULL_ADMIN, VALIDATE_ONLY")
    }

    @Test(
        "a list ends at its limit or at its end, whatever the pages hold, and says where it goes on",
        arguments: [
            (250, 1000, 100, "", 100, "100"), (250, 30, 100, "", 100, "100"), (100, 1000, 100, "", 100, ""),
            (250, 1000, 0, "", 250, ""), (2500, 700, 0, "", 2500, ""), (250, 1000, 100, "200", 50, ""), (0, 1000, 100, "", 0, ""),
        ])
    func limits(_ count: Int, _ most: Int, _ limit: Int, _ start: String, _ shown: Int, _ next: String) async throws {
        var rows: [Group] = []
        let token = try await Pages.each(limit: limit, after: start) {
            Server(count: count, most: most).page($0, $1)
        } show: {
            rows += $0.rows
        }
        #expect(rows.count == shown && token == next)
        #expect(Set(rows.map(\.id)).count == shown)
    }

    @Test("JSON is the method's response over all pages, with the token of what was left out")
    func json() {
        #expect(
            written(.json, [["1", "2"], ["3"]], next: "abc")
                == #"{"groups":[{"id":"1"},"# + "\n " + #"{"id":"2"},"# + "\n " + #"{"id":"3"}],"nextPageToken":"abc"}"# + "\n")
        #expect(written(.json, [["1"]], next: "") == #"{"groups":[{"id":"1"}]}"# + "\n")
        #expect(written(.json, [[]], next: "") == #"{"groups":[]}"# + "\n")
    }

    @Test("a table is written as it comes: later rows stand under the columns, which never get narrower")
    func table() {
        #expect(
            written(.table, [["1", "200"], ["30000"], ["4"]], next: "x")
                == "GROUP  NAME\n1      n\n200    n\n30000  n\n4      n\n")
        #expect(written(.table, [[], []], next: "") == "none\n")
    }

    private func written(_ format: OutputOptions.Format, _ pages: [[String]], next: String) -> String {
        var text = ""
        var writer = ListWriter<ListGroupsResponse>(format, [("group", { $0.id }), ("name", { _ in "n" })]) { text += $0 }
        for page in pages { writer.add(page.map { Group(id: $0) }) }
        writer.finish(next: next)
        return text
    }
}
