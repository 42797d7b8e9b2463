// Generated from mandate/identity/v1/account.proto by proto/generate. Do not edit.

internal import Messages

extension Account: Shown, Listed, Addressed {
    static var columns: [Column] {
        [
            ("account", { $0.id }),
            ("type", { $0.accountType.word }),
            ("state", { $0.state.word }),
            ("roles", { $0.roleIds.joined(separator: " ") }),
            ("address", { $0.addressText }),
            ("name", { $0.displayName }),
        ]
    }

    var lines: [Line] {
        [
            ("account", id),
            ("organization", organizationId),
            ("type", accountType.word),
            ("state", state.word),
            ("address", addressText),
            ("name", displayName),
            ("external id", externalId),
            ("roles", roleIds.joined(separator: " ")),
            ("owner", owner.word),
            ("created", createTime?.text ?? ""),
            ("suspended", suspendTime?.text ?? ""),
            ("etag", etag),
            ("unit", unitId),
            ("aliases", aliases.joined(separator: " ")),
            ("plan", plan),
            ("suspend end time", suspendEndTime?.text ?? ""),
            ("suspend reason", suspendReason.word),
            ("language", language),
            ("time zone", timeZone),
            ("displayed sender", displayedSender.word),
            ("picture url", pictureUrl),
        ]
    }
}

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
