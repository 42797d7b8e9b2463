// Generated from mandate/mailbox/v1/mailbox.proto by proto/generate. Do not edit.

internal import Messages

extension Mailbox: Shown, Addressed {
    var lines: [Line] {
        [
            ("mailbox", id),
            ("organization", organizationId),
            ("account", accountId),
            ("kind", kind.word),
            ("address", addressText),
            ("name", displayName),
            ("owner", ownerId),
            ("created", createTime?.text ?? ""),
            ("etag", etag),
        ]
    }
}

extension GetMailboxResponse: Shown {
    var lines: [Line] {
        mailbox?.lines ?? []
    }
}

extension ListMailboxesRequest: PageRequest {}

extension ListMailboxesResponse: ListPage {
    static var rowsName: String { "mailboxes" }
    var rows: [AccessibleMailbox] { mailboxes }
}

extension AccessibleMailbox: Listed {
    static var columns: [Column] {
        [
            ("mailbox", { $0.mailbox?.id ?? "" }),
            ("kind", { $0.mailbox?.kind.word ?? "" }),
            ("rights", { $0.rights.words }),
            ("owner", { $0.owner.word }),
            ("delegations", { $0.delegationIds.joined(separator: " ") }),
            ("address", { $0.mailbox?.addressText ?? "" }),
        ]
    }
}
