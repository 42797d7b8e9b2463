// Generated from mandate/mailbox/v1/delegation.proto by proto/generate. Do not edit.

internal import Messages

extension Delegation: Shown {
    var lines: [Line] {
        [
            ("delegation", id),
            ("organization", organizationId),
            ("mailbox", mailboxId),
            ("grantee", granteeId),
            ("rights", rights.words),
            ("starts", startTime?.text ?? ""),
            ("expires", expireTime?.text ?? ""),
            ("granted by", grantedBy),
            ("created", createTime?.text ?? ""),
            ("etag", etag),
            ("displayed sender", displayedSender.word),
            ("read folders", readFolders.joined(separator: " ")),
            ("write folders", writeFolders.joined(separator: " ")),
            ("delete folders", deleteFolders.joined(separator: " ")),
            ("frozen", frozen.word),
            ("self grant", selfGrant.word),
        ]
    }
}

extension GrantDelegationResponse: Shown {
    var lines: [Line] {
        (delegation?.lines ?? [])
            + [
                ("changed", unchanged ? "nothing: it was there just so" : "yes"),
                ("event", eventId),
            ]
    }
}

extension RevokeDelegationResponse: Shown {
    var lines: [Line] {
        (delegation?.lines ?? []) + [("event", eventId)]
    }
}

extension UpdateDelegationResponse: Shown {
    var lines: [Line] {
        (delegation?.lines ?? []) + [("changed", unchanged ? "nothing: it was so before" : "yes"), ("event", eventId)]
    }
}

extension FreezeDelegationResponse: Shown {
    var lines: [Line] {
        (delegation?.lines ?? [])
            + [
                ("changed", unchanged ? "nothing: it was frozen before" : "yes"),
                ("event", eventId),
            ]
    }
}

extension UnfreezeDelegationResponse: Shown {
    var lines: [Line] {
        (delegation?.lines ?? [])
            + [
                ("changed", unchanged ? "nothing: it was unfrozen before" : "yes"),
                ("event", eventId),
            ]
    }
}

extension RevokeMailboxDelegationsResponse: Shown {
    var lines: [Line] {
        [
            ("revoked count", revokedCount.text),
            ("changed", unchanged ? "nothing: there was none" : "yes"),
            ("event", eventId),
        ]
    }
}

extension RevokeGranteeDelegationsResponse: Shown {
    var lines: [Line] {
        [
            ("revoked count", revokedCount.text),
            ("changed", unchanged ? "nothing: there was none" : "yes"),
            ("event", eventId),
        ]
    }
}

extension ListDelegatesRequest: PageRequest {}

extension ListDelegatesResponse: ListPage {
    static var rowsName: String { "delegates" }
    var rows: [Delegate] { delegates }
}

extension Delegate: Listed {
    static var columns: [Column] {
        [
            ("delegation", { $0.delegation?.id ?? "" }),
            ("grantee", { $0.delegation?.granteeId ?? "" }),
            ("rights", { $0.delegation?.rights.words ?? "" }),
            ("account", { $0.accountId }),
            ("through groups", { $0.throughGroupIds.joined(separator: " > ") }),
        ]
    }
}
