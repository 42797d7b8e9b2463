// Generated from mandate/identity/v1/group.proto by proto/generate. Do not edit.

internal import Messages

extension Group: Shown, Listed {
    static var columns: [Column] {
        [
            ("group", { $0.id }),
            ("external id", { $0.externalId }),
            ("name", { $0.displayName }),
        ]
    }

    var lines: [Line] {
        [
            ("group", id),
            ("organization", organizationId),
            ("name", displayName),
            ("external id", externalId),
            ("created", createTime?.text ?? ""),
            ("etag", etag),
            ("state", state.word),
        ]
    }
}

extension GroupMember: Shown, Listed {
    static var columns: [Column] {
        [
            ("member", { $0.memberId }),
            ("created", { $0.createTime?.text ?? "" }),
            ("expires", { $0.expireTime?.text ?? "" }),
        ]
    }

    var lines: [Line] {
        [
            ("group", groupId),
            ("member", memberId),
            ("organization", organizationId),
            ("created", createTime?.text ?? ""),
            ("etag", etag),
            ("expires", expireTime?.text ?? ""),
        ]
    }
}

extension CreateGroupResponse: Shown {
    var lines: [Line] {
        (group?.lines ?? []) + [("event", eventId)]
    }
}

extension GetGroupResponse: Shown {
    var lines: [Line] {
        group?.lines ?? []
    }
}

extension ListGroupsRequest: PageRequest {}

extension ListGroupsResponse: ListPage {
    static var rowsName: String { "groups" }
    var rows: [Group] { groups }
}

extension UpdateGroupResponse: Shown {
    var lines: [Line] {
        (group?.lines ?? []) + [("changed", unchanged ? "nothing: there was nothing to do" : "yes"), ("event", eventId)]
    }
}

extension DeleteGroupResponse: Shown {
    var lines: [Line] {
        (group?.lines ?? []) + [("changed", unchanged ? "nothing: it was deleted before" : "yes"), ("event", eventId)]
    }
}

extension AddGroupMemberResponse: Shown {
    var lines: [Line] {
        (member?.lines ?? [])
            + [
                ("changed", unchanged ? "nothing: it was a member before, with the same end" : "yes"),
                ("event", eventId),
            ]
    }
}

extension RemoveGroupMemberResponse: Shown {
    var lines: [Line] {
        [
            ("changed", unchanged ? "nothing: it was no member before" : "yes"),
            ("event", eventId),
        ]
    }
}

extension ListGroupMembersRequest: PageRequest {}

extension ListGroupMembersResponse: ListPage {
    static var rowsName: String { "members" }
    var rows: [GroupMember] { members }
}
