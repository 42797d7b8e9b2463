// Generated from mandate/mailbox/v1/mailbox.proto by proto/generate. Do not edit.

internal import Messages

extension GetMailboxResponse: Shown {
    var lines: [Line] {
        (mailbox?.lines ?? []) + (access?.lines ?? [])
    }
}

extension ListMailboxesRequest: PageRequest {}

extension ListMailboxesResponse: ListPage {
    static var rowsName: String { "mailboxes" }
    var rows: [AccessibleMailbox] { mailboxes }
}

extension ListSenderIdentitiesRequest: PageRequest {}

extension ListSenderIdentitiesResponse: ListPage {
    static var rowsName: String { "identities" }
    var rows: [SenderIdentity] { identities }
}

extension SenderIdentity: Listed, Addressed {
    static var columns: [Column] {
        [
            ("address", { $0.addressText }),
            ("primary", { $0.primary.word }),
            ("mailbox", { $0.mailboxId }),
            ("displayed sender", { $0.displayedSender.word }),
            ("displayed name", { $0.displayedName }),
            ("delegation", { $0.delegationId }),
        ]
    }
}
