import Messages
import Testing

@testable import mandatectl

@Suite("A decision, and a mailbox, as people read them")
struct DecisionTextTests {
    @Test(
        "D14 of what may be sent it is said whom recipients see",
        arguments: [
            (.unspecified, "", nil), (.unspecified, "Office", "Office"), (.hideDelegate, "Office", "Office"),
            (.showDelegate, "Ada", "Ada, on behalf of the mailbox"),
        ] as [(SenderDisplay, String, String?)])
    func sender(_ display: SenderDisplay, _ name: String, _ expected: String?) {
        let decision = CheckResponse(allowed: true, reason: .allowedGrant, displayedSender: display, displayedName: name)
        #expect(decision.senderText == expected)
        #expect(decision.told.first { $0.0 == "recipients see" }?.1 == expected ?? "")
        #expect(decision.told.first { $0.0 == "decision" }?.1 == "allowed")
    }

    @Test("D24 a mailbox is told once, then what can be done there, then the ways")
    func mailbox() {
        let mailbox = Mailbox(id: "mbx_1", kind: .functional, address: "office@acme.example", etag: "e")
        let path = AccessPath(kind: .group, delegationId: "dlg_1", throughGroupIds: ["grp_1", "grp_2"], rights: [.open])
        let access = AccessibleMailbox(
            mailbox: Mailbox(id: "mbx_1", kind: .functional, address: "office@acme.example"), rights: [.open],
            paths: [path])
        let page = GetMailboxResponse(mailbox: mailbox, access: access).shown
        #expect(page.matches(of: /office@acme\.example/).count == 1)
        #expect(page.contains("\n\nways:\n") && page.contains("grp_1 > grp_2") && page.contains("dlg_1"))
        #expect(GetMailboxResponse(mailbox: mailbox).shown == mailbox.shown)
    }
}
