// Generated from mandate/identity/v1/group_members.proto by proto/generate. Do not edit.

internal import Messages

extension AddGroupMembersResponse: Shown {
    var lines: [Line] {
        [
            ("added count", addedCount.text),
            ("changed count", changedCount.text),
            ("unchanged count", unchangedCount.text),
            ("changed", unchanged ? "nothing: all were so before" : "yes"),
            ("event", eventId),
        ]
    }
}

extension RemoveGroupMembersResponse: Shown {
    var lines: [Line] {
        [
            ("removed count", removedCount.text),
            ("unchanged count", unchangedCount.text),
            ("changed", unchanged ? "nothing: all were none before" : "yes"),
            ("event", eventId),
        ]
    }
}

extension SetGroupMembersResponse: Shown {
    var lines: [Line] {
        [
            ("added count", addedCount.text),
            ("removed count", removedCount.text),
            ("unchanged count", unchangedCount.text),
            ("changed", unchanged ? "nothing: there was no difference" : "yes"),
            ("event", eventId),
        ]
    }
}
