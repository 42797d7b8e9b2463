// Generated from mandate/mailbox/v1/mailbox_registration.proto by proto/generate. Do not edit.

internal import Messages

extension RegisterMailboxResponse: Shown {
    var lines: [Line] {
        (mailbox?.lines ?? []) + [("event", eventId)]
    }
}

extension UpdateMailboxResponse: Shown {
    var lines: [Line] {
        (mailbox?.lines ?? []) + [("changed", unchanged ? "nothing: it was so before" : "yes"), ("event", eventId)]
    }
}

extension TransferMailboxResponse: Shown {
    var lines: [Line] {
        (mailbox?.lines ?? []) + [("changed", unchanged ? "nothing: it was so before" : "yes"), ("event", eventId)]
    }
}

extension UnregisterMailboxResponse: Shown {
    var lines: [Line] {
        (mailbox?.lines ?? []) + [("event", eventId)]
    }
}

extension ListRegisteredMailboxesRequest: PageRequest {}

extension ListRegisteredMailboxesResponse: ListPage {
    static var rowsName: String { "mailboxes" }
    var rows: [Mailbox] { mailboxes }
}
