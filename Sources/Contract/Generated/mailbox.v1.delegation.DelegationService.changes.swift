// Generated from mandate/mailbox/v1/delegation.proto by proto/generate. Do not edit.

package import Messages

extension GrantDelegationRequest: ChangeRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .delegationGranted,
            "delegation",
            mailbox: mailboxId,
            subject: granteeId,
            justification: justification,
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension GrantDelegationResponse: ChangeAnswer {}

extension RevokeDelegationRequest: ChangeRequest {
    package static var takesAway: Bool { true }
    package var occurrence: Occurrence {
        Occurrence(
            .delegationRevoked,
            "delegation",
            delegationId,
            mailbox: mailboxId,
            subject: granteeId,
            justification: justification,
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension RevokeDelegationResponse: ChangeAnswer {
    package var unchanged: Bool { false }
}

extension ListDelegatesRequest: PagedRequest {}

extension ListDelegatesRequest: LoggedRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .delegationListed,
            "mailbox",
            mailboxId,
            mailbox: mailboxId)
    }
}
