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

extension UpdateDelegationRequest: ChangeRequest {
    package var etag: String { delegation?.etag ?? "" }
    package var occurrence: Occurrence {
        Occurrence(
            .delegationUpdated,
            "delegation",
            delegation?.id ?? "",
            justification: justification,
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension UpdateDelegationResponse: ChangeAnswer {}

extension FreezeDelegationRequest: ChangeRequest {
    package static var takesAway: Bool { true }
    package var occurrence: Occurrence {
        Occurrence(
            .delegationFrozen,
            "delegation",
            delegationId,
            mailbox: mailboxId,
            subject: granteeId,
            justification: justification,
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension FreezeDelegationResponse: ChangeAnswer {}

extension UnfreezeDelegationRequest: ChangeRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .delegationUnfrozen,
            "delegation",
            delegationId,
            mailbox: mailboxId,
            subject: granteeId,
            justification: justification,
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension UnfreezeDelegationResponse: ChangeAnswer {}

extension RevokeMailboxDelegationsRequest: ChangeRequest {
    package static var takesAway: Bool { true }
    package var etag: String { "" }
    package var occurrence: Occurrence {
        Occurrence(
            .mailboxDelegationsRevoked,
            "mailbox",
            mailboxId,
            mailbox: mailboxId,
            justification: justification,
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension RevokeMailboxDelegationsResponse: ChangeAnswer {}

extension RevokeGranteeDelegationsRequest: ChangeRequest {
    package static var takesAway: Bool { true }
    package var etag: String { "" }
    package var occurrence: Occurrence {
        Occurrence(
            .granteeDelegationsRevoked,
            "grantee",
            granteeId,
            subject: granteeId,
            justification: justification,
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension RevokeGranteeDelegationsResponse: ChangeAnswer {}

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
