// Generated from mandate/mailbox/v1/delegation.proto by proto/generate. Do not edit.

internal import Messages

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
