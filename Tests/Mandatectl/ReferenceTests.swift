import Messages
import Testing

@testable import mandatectl

@Suite("Accounts, groups and mailboxes by what people call them")
struct ReferenceTests {
    @Test(
        "how a text is written says what it is",
        arguments: [
            (id("acc"), ReferenceKind.account, Reference.Form.id(ExactText(id("acc")))),
            ("Anna@Example.org", .account, .address(key: ExactText("anna@example.org"))),
            ("ext:anna@example.org", .account, .externalID(ExactText("anna@example.org"))),
            ("ext:group:a", .member, .externalID(ExactText("group:a"))),
            ("group:ext:a", .group, .groupName(ExactText("ext:a"))),
            ("group:a@b.example", .member, .groupName(ExactText("a@b.example"))),
            ("unit:Sales/North", .unit, .unitName(ExactText("Sales/North"))), ("ext:a", .unit, .externalID(ExactText("a"))),
            (id("unt"), .unit, .id(ExactText(id("unt")))), (id("unt"), .thing, .id(ExactText(id("unt")))),
            ("ext:\u{301}", .group, .externalID(ExactText("\u{301}"))),
            ("acc_x@example.org", .account, .address(key: ExactText("acc_x@example.org"))),
            (id("mbx"), .mailbox, .id(ExactText(id("mbx")))), (id("acc"), .mailbox, .id(ExactText(id("acc")))),
            (id("dlg"), .thing, .id(ExactText(id("dlg")))),
            ("spiffe://a/service/b", .thing, .id(ExactText("spiffe://a/service/b"))),
        ])
    func written(_ text: String, _ kind: ReferenceKind, _ form: Reference.Form) throws {
        #expect(try Reference(text, kind).form == form)
    }

    @Test(
        "what names nothing there is refused, with what could be written",
        arguments: [
            ("", ReferenceKind.account), ("anna", .account), ("group:a", .account), (id("grp"), .account), (id("mbx"), .account),
            ("anna@example.org", .group), (id("acc"), .group), ("ext:", .group), ("group:", .group), (id("mbx"), .member),
            ("group:a", .mailbox), ("anna@example.org", .organization), ("", .thing),
            ("unit:a", .group), ("unit:", .unit), ("group:a", .unit), ("anna@example.org", .unit), (id("grp"), .unit),
            // Half an id is none.
            ("acc_01m8", .account), (id("acc") + "0", .member), (id("ACC"), .account), ("org_", .organization),
            ("nonsense", .thing), ("acc_01m8", .thing), (id("xyz"), .thing),
        ])
    func refused(_ text: String, _ kind: ReferenceKind) {
        #expect {
            _ = try Reference(text, kind)
        } throws: { error in
            (error as? Failure)?.todo?.contains(kind.forms) == true
        }
    }

    @Test("two references are the same as the servers would hold them the same")
    func same() throws {
        func account(_ text: String) throws -> Reference { try Reference(text, .account) }
        #expect(try account("ANN@example.org") == account("ann@EXAMPLE.org"))
        #expect(try account("k@\u{212A}im.example") == account("k@kim.example"))
        #expect(try account("ext:\u{E9}") != account("ext:e\u{301}"))
        #expect(try Set([account("ext:K"), account("ext:\u{212A}"), account("ext:K")]).count == 2)
    }

    @Test("a unit is found by its name where only one has it, byte by byte")
    func units() throws {
        var directory = Directory()
        for (number, name) in ["North", "North", "\u{E9}"].enumerated() {
            directory.add(Messages.Unit(id: id("unt", number), displayName: name, externalId: "\(number)"))
        }
        #expect(try directory.id(of: Reference("unit:\u{E9}", .unit)) == id("unt", 2))
        #expect(try directory.id(of: Reference("ext:1", .unit)) == id("unt", 1))
        for text in ["unit:e\u{301}", "unit:north", "ext:3", id("unt", 9)] {
            #expect(throws: Failure.self, "\(text)") { try directory.id(of: Reference(text, .unit)) }
        }
        #expect {
            _ = try directory.id(of: Reference("unit:North", .unit))
        } throws: { error in
            "\(error)".contains("ambiguous") && "\(error)".contains(id("unt", 0)) && "\(error)".contains(id("unt", 1))
        }
    }

    @Test("a directory finds each by its own kind of name, and byte by byte")
    func directory() throws {
        var directory = Directory()
        directory.add(Account(id: id("acc", 1), address: "Victim@example.org", externalId: "1"))
        directory.add(Account(id: id("acc", 2), address: "mallory@example.org", externalId: "victim@example.org"))
        directory.add(Group(id: "grp_1", displayName: "\u{212A}", externalId: "1"))
        directory.add(Group(id: "grp_2", displayName: "K", externalId: "e\u{301}"))
        for (text, kind, id) in [
            ("victim@example.org", ReferenceKind.member, id("acc", 1)), ("ext:victim@example.org", .member, id("acc", 2)),
            ("ext:1", .account, id("acc", 1)), ("ext:1", .group, "grp_1"), ("group:K", .member, "grp_2"),
            ("group:\u{212A}", .member, "grp_1"), ("VICTIM@example.org", .mailbox, id("mbx", 1)),
            (id("mbx", 2), .mailbox, id("mbx", 2)),
        ] {
            #expect(try directory.id(of: Reference(text, kind)) == id, "\(text)")
        }
        for (text, kind) in [
            ("ext:\u{E9}", ReferenceKind.group), ("group:k", .group), ("1@example.org", .account), (id("acc", 3), .account),
            ("group:1", .group),
        ] {
            #expect(throws: Failure.self, "\(text)") { try directory.id(of: Reference(text, kind)) }
        }
        #expect {
            _ = try directory.id(of: Reference("ext:1", .member))
        } throws: { error in
            let text = "\(error)"
            return text.contains("ambiguous") && text.contains("Victim@example.org") && text.contains("'\u{212A}'")
        }
    }
}

private func id(_ prefix: String, _ last: Int = 0) -> String {
    "\(prefix)_" + String(repeating: "0", count: 25) + "\(last)"
}
