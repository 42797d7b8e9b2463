// Generated from mandate/identity/v1/invitation.proto by proto/generate. Do not edit.

internal import Messages

extension Invitation: Shown, Listed, Addressed {
    static var columns: [Column] {
        [
            ("invitation", { $0.id }),
            ("state", { $0.state.word }),
            ("account", { $0.accountId }),
            ("address", { $0.addressText }),
            ("roles", { $0.roleIds.joined(separator: " ") }),
            ("expires", { $0.expireTime?.text ?? "" }),
        ]
    }

    var lines: [Line] {
        [
            ("invitation", id),
            ("organization", organizationId),
            ("account", accountId),
            ("address", addressText),
            ("roles", roleIds.joined(separator: " ")),
            ("state", state.word),
            ("new account", newAccount.word),
            ("inviter", inviterId),
            ("created", createTime?.text ?? ""),
            ("expires", expireTime?.text ?? ""),
            ("end time", endTime?.text ?? ""),
            ("etag", etag),
        ]
    }
}

extension AcceptOwnInvitationResponse: Shown {
    var lines: [Line] {
        (invitation?.lines ?? []) + (account?.lines ?? []) + [("event", eventId)]
    }
}

extension DeclineOwnInvitationResponse: Shown {
    var lines: [Line] {
        (invitation?.lines ?? []) + [("event", eventId)]
    }
}

extension WithdrawInvitationResponse: Shown {
    var lines: [Line] {
        (invitation?.lines ?? []) + [("event", eventId)]
    }
}

extension GetInvitationResponse: Shown {
    var lines: [Line] {
        invitation?.lines ?? []
    }
}

extension GetOwnInvitationResponse: Shown {
    var lines: [Line] {
        invitation?.lines ?? []
    }
}

extension ListInvitationsRequest: PageRequest {}

extension ListInvitationsResponse: ListPage {
    static var rowsName: String { "invitations" }
    var rows: [Invitation] { invitations }
}
