import Messages
import Testing

@testable import mandatectl

/// A set that names itself in every way: by address, external id and name.
private let fresh: [ImportKind: String] = [
    .people: "address,display_name,external_id\nanna@acme.example,Anna,1\nben@acme.example,Ben,2\n",
    .groups: "display_name,external_id\nSupport,s\nSales,\n",
    .mailboxes: "address,display_name,external_id\ninfo@acme.example,Info,i\n",
    .members: "group,member\ngroup:Support,ext:1\next:s,Ben@acme.example\ngroup:Sales,group:Support\n",
    .delegations: """
    mailbox,grantee,rights,start_time,expire_time
    INFO@acme.example,ext:s,open send,,
    ext:1,ben@acme.example,open,,2023-12-01T00:00:00Z
    ext:i,anna@acme.example,set-up,,

    """,
]

@Suite("An import")
struct ImportTests {
    private let town: Town

    init() async throws { town = try await Town() }

    /// `people, line 2` and so on: the rows that were refused.
    private func refused(_ report: ImportReport) -> [String] {
        report.lines.filter { $0.contains(": refused: ") }.map { String($0.split(separator: ":")[0]) }
    }

    @Test("D26 brings all files, and again finds everything there")
    func again() async throws {
        let first = try await town.bring(fresh)
        #expect(first.lines == [])
        #expect(first.counts.brought == 11 && first.counts.status == .done)
        #expect(first.ids.count == 8)
        #expect(try await town.account("anna@acme.example")?.state == .active)
        #expect(try await town.grantees("info@acme.example").count == 2)
        let again = try await town.bring(fresh)
        #expect(again.counts.there == 11 && again.counts.brought == 0 && again.counts.status == .done)
        #expect(again.ids == first.ids)
    }

    @Test("D1 B2 again after a suspension and an expiry everything is there, and it says who is suspended")
    func afterSuspension() async throws {
        _ = try await town.bring(fresh)
        try await town.suspend("anna@acme.example")
        try await town.suspend("ben@acme.example")
        town.advance(seconds: 365 * 24 * 3600)
        let again = try await town.bring(fresh)
        #expect(again.counts.there == 11 && again.counts.status == .done)
        #expect(
            again.differences == ["people, line 2: there already, suspended", "people, line 3: there already, suspended"])
    }

    @Test("an account whose external id is another's address gets nothing of that other's")
    func masquerade() async throws {
        let report = try await town.bring([
            .people: """
            address,external_id
            mallory@acme.example,victim@acme.example
            victim@acme.example,

            """,
            .mailboxes: "address\ninfo@acme.example\nhelp@acme.example\n",
            .delegations: """
            mailbox,grantee,rights
            info@acme.example,victim@acme.example,open
            help@acme.example,ext:victim@acme.example,open

            """,
        ])
        #expect(report.lines == [])
        #expect(try await town.grantees("info@acme.example") == [town.account("victim@acme.example")?.id])
        #expect(try await town.grantees("help@acme.example") == [town.account("mallory@acme.example")?.id])
    }

    @Test("what names more than one is refused with the candidates; every other row is done")
    func ambiguous() async throws {
        let report = try await town.bring([
            .people: "address,external_id\nanna@acme.example,7\n", .groups: "display_name,external_id\nSales,7\n",
            .mailboxes: "address\ninfo@acme.example\n",
            .delegations: "mailbox,grantee,rights\ninfo@acme.example,ext:7,open\ninfo@acme.example,group:Sales,open\n",
        ])
        #expect(refused(report) == ["delegations, line 2"])
        #expect(report.lines[0].contains("anna@acme.example") && report.lines[0].contains("'Sales'"))
        #expect(report.counts.brought == 4 && report.counts.status == .no)
    }

    @Test("names are compared as the servers do: byte by byte, addresses without the case of ASCII")
    func exactNames() async throws {
        let files: [ImportKind: String] = [
            .people: "address\nkim@acme.example\n", .groups: "display_name\nK\n\u{212A}\ne\u{301}\n\u{E9}\n",
            .members: "group,member\ngroup:K,KIM@acme.example\ngroup:\u{E9},group:\u{212A}\n",
        ]
        #expect(try await town.bring(files).counts.brought == 7)
        #expect(try await town.bring(files).counts.there == 7)
        let strange = try await town.bring([
            .members: "group,member\ngroup:K,kim@\u{212A}acme.example\ngroup:k,kim@acme.example\n"
        ])
        #expect(refused(strange) == ["members, line 2", "members, line 3"])
    }

    @Test(
        "rows that say the same twice are refused before anything is asked, with all their lines",
        arguments: [
            ([.people: "address\na@b.example\nA@B.example\n"], "people, line 2; people, line 3: the same address"),
            (
                [.people: "address\na@b.example\n", .mailboxes: "address\na@b.example\n"],
                "people, line 2; mailboxes, line 2: the same address"
            ),
            ([.groups: "display_name,external_id\na,1\nb,1\n"], "groups, line 2; groups, line 3: the same external id"),
            ([.groups: "display_name\na\na\n"], "groups, line 2; groups, line 3: the same name"),
            (
                [.members: "group,member\ngroup:a,ext:1\ngroup:b,ext:1\ngroup:a,ext:1\n"],
                "members, line 2; members, line 4: the same group and member"
            ),
            (
                [
                    .delegations:
                        "mailbox,grantee,rights\nm@b.example,ext:1,open\nM@b.example,ext:1,send\nm@b.example,ext:1,open\n"
                ], "delegations, line 2; delegations, line 3; delegations, line 4: the same mailbox and grantee"
            ),
        ] as [([ImportKind: String], String)])
    func repeated(_ files: [ImportKind: String], _ line: String) async throws {
        let before = town.identity.calls
        await #expect {
            _ = try await town.bring(files)
        } throws: { error in
            (error as? Failure)?.what == line && (error as? Failure)?.status == .broken
        }
        #expect(town.identity.calls == before)
    }

    @Test("rows that name the same in two ways are refused before anything is changed")
    func repeatedInOtherWords() async throws {
        _ = try await town.bring([.mailboxes: fresh[.mailboxes] ?? ""])
        for kind in ["open", "send"] {
            await #expect {
                _ = try await town.bring([
                    .people: fresh[.people] ?? "",
                    .delegations: "mailbox,grantee,rights\next:i,ext:1,open\ninfo@acme.example,anna@acme.example,\(kind)\n",
                ])
            } throws: { error in
                "\(error)".contains("delegations, line 2; delegations, line 3: the same mailbox and grantee")
            }
        }
        #expect(try await town.account("anna@acme.example") == nil)
    }

    @Test("every fault of every file is told at once, and nothing is asked")
    func faults() async throws {
        let before = town.identity.calls
        await #expect {
            _ = try await town.bring([
                .people:
                    "address,external_id\nno address,1\n,2\np\u{E9}ter@b.example,3\n4\na@b.example,5,5\n\u{212A}@b.example,6\n",
                .groups: "display_name\n\"\"\n\"a\n", .mailboxes: "address\n@b.example\n",
                .members: "group,member\nSupport,anna\ngroup:a,group:\ngroup:a,\u{212A}@b.example\n",
                .delegations: "mailbox,grantee,rights,expire_time\nm@b.example,ext:1,read,\nm@b.example,ext:2,open,soon\n",
            ])
        } throws: { error in
            let text = "\(error)"
            let lines: [ImportKind: ClosedRange<Int>] = [
                .people: 2...7, .groups: 2...3, .mailboxes: 2...2, .members: 2...4, .delegations: 2...3,
            ]
            return lines.allSatisfy { kind, lines in lines.allSatisfy { text.contains("\(RowPlace(kind: kind, line: $0)): ") } }
        }
        #expect(town.identity.calls == before)
    }

    @Test("one bad row does not end the run: each is named, and what needs it too")
    func badRows() async throws {
        let long = String(repeating: "x", count: 1000)
        let report = try await town.bring([
            .people: "address,external_id,display_name\nlong@acme.example,1,\(long)\nanna@acme.example,2,\n",
            .groups: "display_name\nSupport\n",
            .members: "group,member\ngroup:Support,ext:1\ngroup:Support,ext:2\ngroup:Nobody,ext:2\n",
        ])
        #expect(report.counts.status == .no)
        #expect(refused(report).contains("people, line 2"))
        #expect(refused(report).contains("members, line 2") && refused(report).contains("members, line 4"))
        #expect(report.lines.contains { $0.contains("members, line 2") && $0.contains("people, line 2") })
        #expect(try await town.account("anna@acme.example")?.state == .active)
    }
}
