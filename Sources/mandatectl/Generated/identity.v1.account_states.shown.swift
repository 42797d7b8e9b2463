// Generated from mandate/identity/v1/account_states.proto by proto/generate. Do not edit.

internal import Messages

extension ChangeAccountTypeResponse: Shown {
    var lines: [Line] {
        (account?.lines ?? [])
            + [
                ("changed", unchanged ? "nothing: it was of that type before" : "yes"),
                ("event", eventId),
                ("warning", warnings.map(\.sentence).joined(separator: " ")),
                ("without password", withoutPassword.word),
            ]
    }
}

extension SuspendAccountResponse: Shown {
    var lines: [Line] {
        (account?.lines ?? [])
            + [
                ("changed", unchanged ? "nothing: it was suspended like this before" : "yes"),
                ("event", eventId),
                ("warning", warnings.map(\.sentence).joined(separator: " ")),
            ]
    }
}

extension ReactivateAccountResponse: Shown {
    var lines: [Line] {
        (account?.lines ?? []) + [("changed", unchanged ? "nothing: it was active before" : "yes"), ("event", eventId)]
    }
}

extension DeleteAccountResponse: Shown {
    var lines: [Line] {
        (account?.lines ?? [])
            + [
                ("changed", unchanged ? "nothing: it was deleted before" : "yes"),
                ("event", eventId),
                ("warning", warnings.map(\.sentence).joined(separator: " ")),
            ]
    }
}
