// Generated from mandate/mailbox/v1/mailbox_resource.proto by proto/generate. Do not edit.

internal import Messages

extension Mailbox: Shown, Listed, Addressed {
    static var columns: [Column] {
        [
            ("mailbox", { $0.id }),
            ("kind", { $0.kind.word }),
            ("owner", { $0.ownerId }),
            ("address", { $0.addressText }),
            ("name", { $0.displayName }),
        ]
    }

    var lines: [Line] {
        [
            ("mailbox", id),
            ("organization", organizationId),
            ("account", accountId),
            ("kind", kind.word),
            ("address", addressText),
            ("name", displayName),
            ("owner", ownerId),
            ("created", createTime?.text ?? ""),
            ("etag", etag),
            ("unshared", unshared.word),
        ]
    }
}

extension AccessibleMailbox: Shown, Listed {
    static var columns: [Column] {
        [
            ("mailbox", { $0.mailbox?.id ?? "" }),
            ("kind", { $0.mailbox?.kind.word ?? "" }),
            ("rights", { $0.rights.words }),
            ("owner", { $0.owner.word }),
            ("delegations", { $0.delegationIds.joined(separator: " ") }),
            ("address", { $0.mailbox?.addressText ?? "" }),
        ]
    }

    var lines: [Line] {
        (mailbox?.lines ?? []) + (folders?.lines ?? [])
            + [
                ("rights", rights.words),
                ("surfaces", surfaces.words),
                ("delegations", delegationIds.joined(separator: " ")),
                ("owner", owner.word),
                ("delegation count", delegationCount.text),
                ("displayed sender", displayedSender.word),
                ("displayed name", displayedName),
            ]
    }
}

extension AccessPath: Listed {
    static var columns: [Column] {
        [
            ("kind", { $0.kind.word }),
            ("delegation", { $0.delegationId }),
            ("through groups", { $0.throughGroupIds.joined(separator: " > ") }),
            ("through group count", { $0.throughGroupCount.text }),
            ("rights", { $0.rights.words }),
        ]
    }
}
