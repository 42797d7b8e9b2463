// Generated from mandate/identity/v1/address.proto by proto/generate. Do not edit.

internal import Messages

extension Address: Listed, Addressed {
    static var columns: [Column] {
        [
            ("address", { $0.addressText }),
            ("account", { $0.accountId }),
            ("primary", { $0.primary.word }),
        ]
    }
}

extension AddAliasResponse: Shown {
    var lines: [Line] {
        (account?.lines ?? [])
            + [
                ("changed", unchanged ? "nothing: the address was the account's before" : "yes"),
                ("event", eventId),
            ]
    }
}

extension RemoveAliasResponse: Shown {
    var lines: [Line] {
        (account?.lines ?? [])
            + [
                ("changed", unchanged ? "nothing: it was no alias of the account" : "yes"),
                ("event", eventId),
            ]
    }
}

extension MoveAliasResponse: Shown {
    var lines: [Line] {
        (account?.lines ?? []) + (previousAccount?.lines ?? [])
            + [
                ("changed", unchanged ? "nothing: it was an alias of the account before" : "yes"),
                ("event", eventId),
            ]
    }
}

extension ChangePrimaryAddressResponse: Shown {
    var lines: [Line] {
        (account?.lines ?? [])
            + [
                ("changed", unchanged ? "nothing: it was the primary address before, spelled the same" : "yes"),
                ("event", eventId),
            ]
    }
}

extension ListAddressesRequest: PageRequest {}

extension ListAddressesResponse: ListPage {
    static var rowsName: String { "addresses" }
    var rows: [Address] { addresses }
}
