import Contract
import Messages
import RPC
import Testing

@testable import mandatectl

@Suite("An import that is only tried, or is broken off")
struct ImportRunTests {
    private let town: Town

    init() async throws { town = try await Town() }

    /// Rows that were refused, as in `people, line 2`.
    private func refused(_ report: ImportReport) -> [String] {
        report.lines.filter { $0.contains(": refused: ") }.map { String($0.split(separator: ":")[0]) }
    }

    /// What every case begins with: made before, by an import of its own.
    private static let before: [ImportKind: String] = [
        .people: "address,external_id\nold@acme.example,old\ngone@acme.example,gone\n", .groups: "display_name\nOld\nInner\n",
        .mailboxes: "address,external_id\nold-box@acme.example,box\n", .members: "group,member\ngroup:Old,group:Inner\n",
    ]

    private static let cases: [(String, [ImportKind: String], Int)] = [
        (
            "a fresh set that needs itself",
            [
                .people: "address,external_id\nnew@acme.example,new\n", .groups: "display_name\nNew\n",
                .mailboxes: "address\nnew-box@acme.example\n",
                .members: "group,member\ngroup:New,ext:new\ngroup:New,group:Old\ngroup:Old,ext:old\n",
                .delegations:
                    "mailbox,grantee,rights\nnew-box@acme.example,group:New,open\next:box,ext:new,send\next:new,ext:old,open\n",
            ], 0
        ),
        (
            "grants that are never made",
            [
                .people: "address\nnew@acme.example\n", .mailboxes: "address,external_id\nnew-box@acme.example,new-box\n",
                .delegations: """
                mailbox,grantee,rights,start_time,expire_time
                new@acme.example,new@acme.example,open,,
                ext:old,ext:old,open,,
                new@acme.example,ext:new-box,open,,
                ext:old,ext:new-box,open,,
                new@acme.example,ext:box,open,,
                ext:new-box,ext:gone,open,,
                ext:box,ext:gone,open,,
                ext:new-box,ext:old,open,,2020-01-01T00:00:00Z
                ext:box,ext:old,open,2025-01-01T00:00:00Z,2024-01-01T00:00:00Z
                ext:box,new@acme.example,open,,2020-01-01T00:00:00Z

                """,
            ], 10
        ),
        (
            "members who cannot be",
            [
                .groups: "display_name\nNew\n",
                .members:
                    "group,member\ngroup:New,ext:gone\ngroup:Old,ext:gone\ngroup:New,ext:nobody\ngroup:Inner,group:Old\n",
            ], 4
        ),
        (
            "groups that would contain themselves, some only by rows before them",
            [
                .groups: "display_name\nNew\nNewer\n",
                .members: """
                group,member
                group:New,group:Newer
                group:Newer,group:New
                group:Inner,group:New
                group:Newer,group:Old
                group:New,group:New

                """,
            ], 3
        ),
        (
            "accounts that are others', and a name that is too long",
            [
                .people: "address,external_id\nold-box@acme.example,\nnew@acme.example,old\nold@acme.example,gone\n",
                .groups: "display_name\n\(String(repeating: "x", count: 1000))\n",
                .members: "group,member\ngroup:Old,new@acme.example\n",
            ], 5
        ),
    ]

    @Test("D26 a dry run refuses exactly the rows that the run refuses, and changes nothing", arguments: cases)
    func dryRun(_ name: String, _ files: [ImportKind: String], _ count: Int) async throws {
        _ = try await town.bring(Self.before)
        try await town.suspend("gone@acme.example")
        let tried = try await town.bring(files, dryRun: true)
        #expect(try await town.account("new@acme.example") == nil, "\(name)")
        let done = try await town.bring(files)
        #expect(refused(tried) == refused(done), "\(name): \(tried.lines) and \(done.lines)")
        #expect(refused(done).count == count, "\(name): \(done.lines)")
        #expect(tried.counts.brought == done.counts.brought && tried.counts.status == done.counts.status, "\(name)")
    }

    @Test("a run broken off between invitation and acceptance goes on, with a name corrected in between")
    func betweenTwoCalls() async throws {
        let files: (String) -> [ImportKind: String] = { name in
            [
                .people: "address,display_name,external_id\nanna@acme.example,\(name),7\n", .groups: "display_name\nSales\n",
                .members: "group,member\ngroup:Sales,ext:7\n",
            ]
        }
        town.identity.cut { $0 == "AcceptInvitation" }
        let broken = try await town.bring(files("Ana"))
        #expect(broken.counts.status == .unanswered && broken.counts.unanswered == 1 && broken.counts.notTried == 2)
        #expect(broken.lines.first?.hasPrefix("people, line 2: not known whether it is done") == true)
        #expect(try await town.account("anna@acme.example")?.state == .invited)
        town.identity.cut { _ in false }
        #expect(try await town.bring(files("Anna"), dryRun: true).counts.status == .done)
        #expect(try await town.bring(files("Anna")).counts.brought == 3)
        let account = try await town.account("anna@acme.example")
        #expect(account?.state == .active && account?.displayName == "Anna")
    }

    @Test("when nobody answers, no further row is tried, and it says how many were not")
    func brokenOff() async throws {
        let people = (1...500).map { "p\($0)@acme.example\n" }.joined()
        town.identity.cut { $0 == "InviteAccount" }
        let report = try await town.bring([.people: "address\n" + people, .groups: "display_name\nSales\n"])
        #expect(report.counts.status == .unanswered)
        #expect((1...64).contains(report.counts.unanswered))
        #expect(report.counts.unanswered + report.counts.notTried == 501)
        #expect(!town.identity.calls.contains("CreateGroup"))
    }

    @Test("where the server is never reached no row is tried, and why is said once")
    func neverReached() async throws {
        let boxes = (1...19).map { "b\($0)@acme.example\n" }.joined()
        town.identity.cut(with: .unreached("mandate-identity at 127.0.0.1:7401", because: "connection refused")) {
            $0 == "CreateFunctionalAccount"
        }
        let report = try await town.bring([.mailboxes: "address\n" + boxes])
        #expect(report.counts.notTried == 19 && report.counts.unanswered == 0 && report.counts.status == .unanswered)
        #expect(
            report.lines == [
                "mandate-identity at 127.0.0.1:7401 cannot be reached: connection refused [DISCONNECTED]",
                "19 rows were not tried: run it again",
            ])
    }

    @Test("a row that is begun is not 'not tried', also where its second call never left")
    func begunAndNotReached() async throws {
        town.identity.cut(with: .unreached("mandate-identity", because: "connection refused")) { $0 == "AcceptInvitation" }
        let report = try await town.bring([.people: "address\nanna@acme.example\n"])
        #expect(report.counts.unanswered == 1 && report.counts.notTried == 0)
    }

    @Test("of which nobody knows whether it took place is 'not known', and a repeated run finds out", arguments: [true, false])
    func outcomeUnknown(tookPlace: Bool) async throws {
        let files: [ImportKind: String] = [
            .people: "address,external_id\nanna@acme.example,a\n", .groups: "display_name\nSales\n",
            .mailboxes: "address,external_id\nbox@acme.example,box\n", .members: "group,member\ngroup:Sales,ext:a\n",
            .delegations: "mailbox,grantee,rights\next:box,ext:a,open\n",
        ]
        let unknown = Status(.unknown, .outcomeUnknown, "nobody knows")
        let methods = ["InviteAccount", "CreateGroup", "CreateFunctionalAccount", "AddGroupMember", "GrantDelegation"]
        for (method, line) in zip(methods, [town.identity, town.identity, town.identity, town.identity, town.mailbox]) {
            line.cut(with: unknown, after: tookPlace) { $0 == method }
            let report = try await town.bring(files)
            #expect(report.counts.unanswered == 1 && report.counts.status == .unanswered, "\(method)")
            line.cut { _ in false }
        }
        let again = try await town.bring(files)
        #expect(again.counts.status == .done && again.counts.brought + again.counts.there == 5)
        #expect(again.counts.there == (tookPlace ? 5 : 4))
    }

    @Test("a name that a row does not have any more is told, and left")
    func otherNames() async throws {
        _ = try await town.bring([.people: "address,display_name,external_id\nanna@acme.example,Anna,7\n"])
        let report = try await town.bring([.people: "address,display_name,external_id\nanna@acme.example,Ann,8\n"])
        #expect(report.lines == [] && report.counts.status == .done)
        #expect(report.differences == ["people, line 2: there already, its name is 'Anna', its external id is '7'"])
    }

    @Test("rows that are there otherwise are one line, however many, unless each is asked for; the sum is the last line")
    func summary() async throws {
        let people: (String) -> String = { name in (1...300).map { "p\($0)@acme.example,\(name)\n" }.joined() }
        let header = "address,display_name\n"
        _ = try await town.bring([.people: header + people("Ana")])
        let report = try await town.bring([
            .people: header + people("Anna"), .members: "group,member\ngroup:Nobody,p1@acme.example\n",
        ])
        let text = report.text(isDryRun: false, withDifferences: false)
        #expect(
            text.count == 3 && text[1].hasPrefix("members, line 2: refused")
                && text[0].hasPrefix("300 of those there already differ"))
        #expect(text[2] == "import: 0 brought, 300 there already, 1 refused")
        let all = report.text(isDryRun: false, withDifferences: true)
        #expect(all.count == 302 && all.last == text[2])
    }

    @Test("who does not want to wait ends it after the rows under way, and hears how many were not tried")
    func stopped() async throws {
        let stop = Stop()
        town.identity.cut { method in
            if method == "InviteAccount" { stop.set() }
            return false
        }
        let people = (1...500).map { "p\($0)@acme.example\n" }.joined()
        let report = try await town.bring([.people: "address\n" + people, .groups: "display_name\nSales\n"], stop: stop)
        #expect(report.counts.status == .unanswered && report.counts.unanswered == 0)
        #expect((1...64).contains(report.counts.brought))
        #expect(report.counts.brought + report.counts.notTried == 501 && report.ids.count == report.counts.brought)
        #expect(!town.identity.calls.contains("CreateGroup"))
        #expect(report.text(isDryRun: false, withDifferences: false).last?.contains("not tried") == true)
    }

    @Test("what is there is asked for by name, in few calls, however many there are")
    func calls() async throws {
        let people = (1...1500).map { "p\($0)@acme.example\n" }.joined()
        let before = town.identity.calls.count
        _ = try await town.bring([.people: "address\n" + people], dryRun: true)
        let calls = town.identity.calls[before...]
        #expect(calls.count { $0 == "ListAccounts" } == 2)
        #expect(!calls.contains("ListGroups"))
    }
}
