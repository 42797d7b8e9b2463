// Generated from mandate/identity/v1/account_resource.proto by proto/generate. Do not edit.

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
            ("unshared", unshared.word),
        ]
    }
}
