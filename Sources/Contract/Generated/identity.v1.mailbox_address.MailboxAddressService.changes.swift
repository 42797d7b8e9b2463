// Generated from mandate/identity/v1/mailbox_address.proto by proto/generate. Do not edit.

package import Messages

extension ClaimMailboxAddressRequest: ChangeRequest {
    package var etag: String { "" }
    package var occurrence: Occurrence {
        Occurrence(
            .mailboxAddressClaimed,
            "mailbox_address",
            mailboxId,
            mailbox: mailboxId,
            subject: ownerId,
            justification: justification,
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension ClaimMailboxAddressResponse: ChangeAnswer {}

extension ReleaseMailboxAddressRequest: ChangeRequest {
    package static var takesAway: Bool { true }
    package var etag: String { "" }
    package var occurrence: Occurrence {
        Occurrence(
            .mailboxAddressReleased,
            "mailbox_address",
            mailboxId,
            mailbox: mailboxId,
            justification: justification,
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension ReleaseMailboxAddressResponse: ChangeAnswer {}

extension ListMailboxAddressesRequest: PagedRequest {}
