import Messages
import Testing

@testable import mandatectl

@Suite("Accounts, groups and mailboxes by what people call them")
struct ReferenceTests {
    @Test(
        "how a text is written says what it is",
        arguments: [
            ("acc_x", ReferenceKind.account, Reference.Form.id(ExactText("acc_x"))),
            ("Anna@Example.org", .account, .address(key: ExactText("anna@example.org"))),
            ("ext:anna@example.org", .account, .externalID(ExactText("anna@example.org"))),
            ("ext:group:a", .member, .externalID(ExactText("group:a"))),
            ("group:ext:a", .group, .groupName(ExactText("ext:a"))),
            ("group:a@b.example", .member, .groupName(ExactText("a@b.example"))),
            ("ext:\u{301}", .group, .externalID(ExactText("\u{301}"))),
            ("acc_x@example.org", .account, .address(key: ExactText("acc_x@example.org"))),
            ("mbx_x", .mailbox, .id(ExactText("mbx_x"))), ("acc_x", .mailbox, .id(ExactText("acc_x"))),
            ("spiffe://a/service/b", .thing, .id(ExactText("spiffe://a/service/b"))),
        ])
    func written(_ text: String, _ kind: ReferenceKind, _ form: Reference.Form) throws {
        #expect(try Reference(text, kind).form == form)
    }

    @Test(
        "what names nothing there is refused, with what could be written",
        arguments: [
            ("", ReferenceKind.account), ("anna", .account), ("group:a", .account), ("grp_x", .account), ("mbx_x", .account),
            ("anna@example.org", .group), ("acc_x", .group), ("ext:", .group), ("group:", .group), ("mbx_x", .member),
            ("group:a", .mailbox), ("anna@example.org", .organization), ("", .thing),
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
        #expect(try account("\u{212A}im@example.org") != account("kim@example.org"))
        #expect(try account("ext:\u{E9}") != account("ext:e\u{301}"))
        #expect(try Set([account("ext:K"), account("ext:\u{212A}"), account("ext:K")]).count == 2)
    }

    @Test("a directory finds each by its own kind of name, and byte by byte")
    func directory() throws {
        var directory = Directory()
        directory.add(Account(id: "acc_1", address: "Victim@example.org", externalId: "1"))
        directory.add(Account(id: "acc_2", address: "mallory@example.org", externalId: "victim@example.org"))
        directory.add(Group(id: "grp_1", displayName: "\u{212A}", externalId: "1"))
        directory.add(Group(id: "grp_2", displayName: "K", externalId: "e\u{301}"))
        for (text, kind, id) in [
            ("victim@example.org", ReferenceKind.member, "acc_1"), ("ext:victim@example.org", .member, "acc_2"),
            ("ext:1", .account, "acc_1"), ("ext:1", .group, "grp_1"), ("group:K", .member, "grp_2"),
            ("group:\u{212A}", .member, "grp_1"), ("VICTIM@example.org", .mailbox, "mbx_1"), ("mbx_2", .mailbox, "mbx_2"),
        ] {
            #expect(try directory.id(of: Reference(text, kind)) == id, "\(text)")
        }
        for (text, kind) in [
            ("ext:\u{E9}", ReferenceKind.group), ("group:k", .group), ("1@example.org", .account), ("acc_3", .account),
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
