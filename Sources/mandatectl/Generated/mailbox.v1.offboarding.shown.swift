// Generated from mandate/mailbox/v1/offboarding.proto by proto/generate. Do not edit.

internal import Messages

extension Offboarding: Shown {
    var lines: [Line] {
        [
            ("offboarding", id),
            ("organization", organizationId),
            ("account", accountId),
            ("delegations to", delegationsToId),
            ("mailboxes to", mailboxesToId),
            ("started by", startedBy),
            ("state", state.word),
            ("delegations revoked", delegationsRevoked.text),
            ("delegations moved", delegationsMoved.text),
            ("delegations refused", delegationsRefused.text),
            ("mailboxes transferred", mailboxesTransferred.text),
            ("created", createTime?.text ?? ""),
            ("end time", endTime?.text ?? ""),
            ("etag", etag),
        ]
    }
}

extension GetOffboardingResponse: Shown {
    var lines: [Line] {
        offboarding?.lines ?? []
    }
}
