// Generated from mandate/identity/v1/invitation.proto by proto/generate. Do not edit.

package import Messages

extension InviteAdministratorRequest: ChangeRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .administratorInvited,
            "account",
            { () -> String? in if case .accountId(let value)? = invited { value } else { nil } }() ?? "",
            justification: justification,
            requestID: requestId,
            validateOnly: validateOnly)
    }
    package var organizationNamed: String {
        organizationId
    }
}

extension InviteAdministratorResponse: ChangeAnswer {
    package var unchanged: Bool { false }
}

extension AcceptInvitationRequest: ChangeRequest {
    package var justification: String { "" }
    package var occurrence: Occurrence {
        Occurrence(
            .accountAccepted,
            "account",
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension AcceptInvitationResponse: ChangeAnswer {
    package var unchanged: Bool { false }
}

extension DeclineInvitationRequest: ChangeRequest {
    package static var takesAway: Bool { true }
    package var justification: String { "" }
    package var occurrence: Occurrence {
        Occurrence(
            .accountInvitationDeclined,
            "account",
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension DeclineInvitationResponse: ChangeAnswer {
    package var unchanged: Bool { false }
}

extension AcceptOwnInvitationRequest: ChangeRequest {
    package var justification: String { "" }
    package var occurrence: Occurrence {
        Occurrence(
            .administratorAccepted,
            "invitation",
            invitationId,
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension AcceptOwnInvitationResponse: ChangeAnswer {
    package var unchanged: Bool { false }
}

extension DeclineOwnInvitationRequest: ChangeRequest {
    package static var takesAway: Bool { true }
    package var justification: String { "" }
    package var occurrence: Occurrence {
        Occurrence(
            .accountInvitationDeclined,
            "invitation",
            invitationId,
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension DeclineOwnInvitationResponse: ChangeAnswer {
    package var unchanged: Bool { false }
}

extension WithdrawInvitationRequest: ChangeRequest {
    package static var takesAway: Bool { true }
    package var occurrence: Occurrence {
        Occurrence(
            .accountInvitationWithdrawn,
            "invitation",
            invitationId,
            justification: justification,
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension WithdrawInvitationResponse: ChangeAnswer {
    package var unchanged: Bool { false }
}

extension ResendInvitationRequest: ChangeRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .accountInvitationRenewed,
            "invitation",
            invitationId,
            justification: justification,
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension ResendInvitationResponse: ChangeAnswer {
    package var unchanged: Bool { false }
}

extension GetInvitationRequest: LoggedRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .invitationRead,
            "invitation",
            invitationId)
    }
}

extension GetOwnInvitationRequest: LoggedRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .invitationRead,
            "invitation")
    }
}

extension ListInvitationsRequest: PagedRequest {}

extension ListInvitationsRequest: LoggedRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .invitationListed,
            "organization",
            organizationId)
    }
    package var organizationNamed: String {
        organizationId
    }
}
