// Generated from mandate/identity/v1/ownership.proto by proto/generate. Do not edit.

internal import Messages

extension OwnershipTransfer: Shown {
    var lines: [Line] {
        [
            ("ownership transfer", id),
            ("organization", organizationId),
            ("owner", ownerId),
            ("account", accountId),
            ("state", state.word),
            ("created", createTime?.text ?? ""),
            ("expires", expireTime?.text ?? ""),
            ("etag", etag),
        ]
    }
}

extension TransferOwnershipResponse: Shown {
    var lines: [Line] {
        (organization?.lines ?? []) + (account?.lines ?? []) + (ownershipTransfer?.lines ?? [])
            + [
                ("changed", unchanged ? "nothing: it is offered to that account already" : "yes"),
                ("event", eventId),
            ]
    }
}

extension AcceptOwnershipTransferResponse: Shown {
    var lines: [Line] {
        (ownershipTransfer?.lines ?? []) + (organization?.lines ?? []) + (account?.lines ?? [])
            + [
                ("changed", unchanged ? "nothing: it was accepted before" : "yes"),
                ("event", eventId),
            ]
    }
}

extension DeclineOwnershipTransferResponse: Shown {
    var lines: [Line] {
        (ownershipTransfer?.lines ?? [])
            + [
                ("changed", unchanged ? "nothing: it was declined before" : "yes"),
                ("event", eventId),
            ]
    }
}

extension WithdrawOwnershipTransferResponse: Shown {
    var lines: [Line] {
        (ownershipTransfer?.lines ?? [])
            + [
                ("changed", unchanged ? "nothing: it was withdrawn before" : "yes"),
                ("event", eventId),
            ]
    }
}

extension GetOwnershipTransferResponse: Shown {
    var lines: [Line] {
        ownershipTransfer?.lines ?? []
    }
}
