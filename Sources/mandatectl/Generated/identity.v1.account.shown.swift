// Generated from mandate/identity/v1/account.proto by proto/generate. Do not edit.

internal import Messages

extension CreateFunctionalAccountResponse: Shown {
    var lines: [Line] {
        (account?.lines ?? []) + [("mailbox", mailboxId), ("event", eventId)]
    }
}

extension UpdateAccountResponse: Shown {
    var lines: [Line] {
        (account?.lines ?? [])
            + [
                ("changed", unchanged ? "nothing: there was nothing to do" : "yes"),
                ("event", eventId),
            ]
    }
}

extension UpdateProfileResponse: Shown {
    var lines: [Line] {
        (account?.lines ?? [])
            + [
                ("changed", unchanged ? "nothing: there was nothing to do" : "yes"),
                ("event", eventId),
            ]
    }
}

extension GetAccountResponse: Shown {
    var lines: [Line] {
        account?.lines ?? []
    }
}

extension ListAccountsRequest: PageRequest {}

extension ListAccountsResponse: ListPage {
    static var rowsName: String { "accounts" }
    var rows: [Account] { accounts }
}
