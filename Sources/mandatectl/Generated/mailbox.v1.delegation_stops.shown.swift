// Generated from mandate/mailbox/v1/delegation_stops.proto by proto/generate. Do not edit.

internal import Messages

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
