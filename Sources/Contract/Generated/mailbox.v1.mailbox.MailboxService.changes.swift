// Generated from mandate/mailbox/v1/mailbox.proto by proto/generate. Do not edit.

package import Messages

extension GetMailboxRequest: LoggedRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .mailboxRead,
            "mailbox",
            mailboxId,
            mailbox: mailboxId)
    }
}

extension ListMailboxesRequest: PagedRequest {}
