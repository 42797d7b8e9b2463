// Generated from mandate/identity/v1/administrator.proto by proto/generate. Do not edit.

internal import Messages

extension AssignRoleResponse: Shown {
    var lines: [Line] {
        (account?.lines ?? [])
            + [
                ("changed", unchanged ? "nothing: it had the role before" : "yes"),
                ("event", eventId),
                ("warning", warnings.map(\.sentence).joined(separator: " ")),
            ]
    }
}
