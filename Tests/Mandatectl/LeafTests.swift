import ArgumentParser
import Messages
import Testing

@testable import mandatectl

/// The commands that are generated from the contract, as a person meets them.
@Suite struct LeafTests {
    /// Every command below, by its words.
    private static func commands(
        _ type: any ParsableCommand.Type, _ words: [String] = []
    ) -> [(words: [String], type: any ParsableCommand.Type)] {
        type.configuration.subcommands.flatMap { inner in
            let words = words + [inner._commandName]
            return [(words, inner)] + commands(inner, words)
        }
    }

    @Test("every command says what it does, in a sentence, and no word of the contract's language is left in its help")
    func helps() {
        let all = Self.commands(Mandatectl.self)
        #expect(all.count > 30)
        for (words, type) in all {
            let abstract = type.configuration.abstract
            #expect(abstract.hasSuffix("."), "\(words): \(abstract)")
            let help = type.helpMessage()
            // The columns of a CSV file have the contract's names.
            for contract in ["UNSPECIFIED", "update_mask", "(rule", "_id "] where words != ["import"] {
                #expect(!help.contains(contract), "\(words): \(contract)")
            }
        }
        #expect(Set(all.map(\.words)).count == all.count)
    }

    @Test("what must be said is an argument, ids by any of their names")
    func arguments() throws {
        let suspend = try AccountCommand.Suspend.parse(["anna@example.org", "--justification", "left"])
        #expect(suspend.account == (try Reference("anna@EXAMPLE.org", .account)))
        #expect(suspend.justification.justification == "left" && suspend.server == .identity)
        #expect(throws: (any Error).self) { try AccountCommand.Suspend.parse([]) }
        #expect(throws: (any Error).self) { try AccountCommand.Suspend.parse(["anna"]) }

        let grant = try GrantCommand.parse([
            "help@example.org", "group:Support", "open", "set-up", "--expire-time", "2027-01-01T00:00:00Z",
        ])
        #expect(grant.rights.map(\.value) == [.open, .setUp])
        #expect(grant.expireTime?.value == Timestamp(rfc3339: "2027-01-01T00:00:00Z"))
        #expect(throws: (any Error).self) { try GrantCommand.parse(["help@example.org", "group:Support"]) }
        #expect(throws: (any Error).self) { try GrantCommand.parse(["help@example.org", "group:Support", "read"]) }
    }

    @Test(
        "a role is its id or its word",
        arguments: [
            ("auditor", "rol_auditor"), ("Auditor", "rol_auditor"), ("full-admin", "rol_full_admin"),
            ("full_admin", "rol_full_admin"), ("rol_support", "rol_support"),
            ("rol_01arz3ndektsv4rrffq69g5fav", "rol_01arz3ndektsv4rrffq69g5fav"),
        ])
    func role(_ word: String, _ id: String) throws {
        #expect(try AdministratorCommand.AssignRole.parse(["anna@example.org", word]).role.id == id)
        #expect(try AdministratorCommand.UnassignRole.parse(["anna@example.org", word]).role.id == id)
    }

    @Test("what is written like no role is none", arguments: [[], [""], ["full admin"], ["rölle"], ["a\0"]])
    func noRole(_ words: [String]) {
        #expect(throws: (any Error).self) { try AdministratorCommand.AssignRole.parse(["anna@example.org"] + words) }
    }

    @Test("an update says what it changes: what is given, empty or not, and nothing else")
    func update() throws {
        let update = try AccountCommand.Update.parse(["acc_" + String(repeating: "0", count: 26), "--external-id", ""])
        #expect(update.externalId == "" && update.displayName == nil)
        #expect(try FieldMask([("display_name", false), ("external_id", true)]).paths == ["external_id"])
        let failure = #expect(throws: Failure.self) { try FieldMask([("display_name", false), ("external_id", false)]) }
        #expect(failure?.todo == "say --display-name or --external-id")
    }

    @Test("names and values stand in columns; what is empty is not shown")
    func lines() {
        let account = Account(id: "acc_1", state: .active, displayName: "An\u{1B}na")
        let answer = SuspendAccountResponse(account: account, unchanged: true, eventId: "evt_1")
        let shown = answer.shown.split(separator: "\n")
        #expect(shown.first == "account        acc_1" || shown.first?.hasPrefix("account ") == true)
        #expect(shown.contains { $0.hasPrefix("changed") && $0.hasSuffix("nothing: it was suspended like this before") })
        #expect(shown.contains { $0.hasPrefix("event") && $0.hasSuffix("evt_1") })
        #expect(!answer.shown.contains("\u{1B}") && !answer.shown.contains("external id"))
        #expect(DeleteSessionResponse().shown.isEmpty)
    }

    @Test("a table has the columns that the contract says")
    func columns() {
        let member = GroupMember(groupId: "grp_1", memberId: "acc_1", createTime: Timestamp(rfc3339: "2027-01-01T00:00:00Z"))
        #expect(Table.text(of: [member]) == "MEMBER  CREATED               EXPIRES\nacc_1   2027-01-01T00:00:00Z  ")
        #expect(GetRoleMatrixResponse().shown == "none")
    }
}
