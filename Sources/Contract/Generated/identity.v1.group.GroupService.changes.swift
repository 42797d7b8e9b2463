// Generated from mandate/identity/v1/group.proto by proto/generate. Do not edit.

package import Messages

extension CreateGroupRequest: ChangeRequest {
    package var justification: String { "" }
    package var etag: String { "" }
    package var occurrence: Occurrence {
        Occurrence(
            .groupCreated,
            "group",
            requestID: requestId,
            validateOnly: validateOnly)
    }
    package var organizationNamed: String {
        group?.organizationId ?? ""
    }
}

extension CreateGroupResponse: ChangeAnswer {
    package var unchanged: Bool { false }
}

extension GetGroupRequest: LoggedRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .groupRead,
            "group",
            groupId)
    }
}

extension ListGroupsRequest: PagedRequest {}

extension ListGroupsRequest: LoggedRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .groupListed,
            "organization",
            organizationId)
    }
    package var organizationNamed: String {
        organizationId
    }
}

extension UpdateGroupRequest: ChangeRequest {
    package var justification: String { "" }
    package var etag: String { group?.etag ?? "" }
    package var occurrence: Occurrence {
        Occurrence(
            .groupUpdated,
            "group",
            group?.id ?? "",
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension UpdateGroupResponse: ChangeAnswer {}

extension DeleteGroupRequest: ChangeRequest {
    package static var takesAway: Bool { true }
    package var occurrence: Occurrence {
        Occurrence(
            .groupDeleted,
            "group",
            groupId,
            justification: justification,
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension DeleteGroupResponse: ChangeAnswer {}

extension AddGroupMemberRequest: ChangeRequest {
    package var justification: String { "" }
    package var occurrence: Occurrence {
        Occurrence(
            .groupMemberAdded,
            "group",
            groupId,
            subject: memberId,
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension AddGroupMemberResponse: ChangeAnswer {}

extension RemoveGroupMemberRequest: ChangeRequest {
    package static var takesAway: Bool { true }
    package var justification: String { "" }
    package var occurrence: Occurrence {
        Occurrence(
            .groupMemberRemoved,
            "group",
            groupId,
            subject: memberId,
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension RemoveGroupMemberResponse: ChangeAnswer {}

extension AddGroupMembersRequest: ChangeRequest {
    package var justification: String { "" }
    package var etag: String { "" }
    package var occurrence: Occurrence {
        Occurrence(
            .groupMemberAdded,
            "group",
            groupId,
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension AddGroupMembersResponse: ChangeAnswer {}

extension RemoveGroupMembersRequest: ChangeRequest {
    package static var takesAway: Bool { true }
    package var justification: String { "" }
    package var etag: String { "" }
    package var occurrence: Occurrence {
        Occurrence(
            .groupMemberRemoved,
            "group",
            groupId,
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension RemoveGroupMembersResponse: ChangeAnswer {}

extension SetGroupMembersRequest: ChangeRequest {
    package var justification: String { "" }
    package var etag: String { "" }
    package var occurrence: Occurrence {
        Occurrence(
            .groupMembersSet,
            "group",
            groupId,
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension SetGroupMembersResponse: ChangeAnswer {}

extension ListGroupMembersRequest: PagedRequest {}

extension ListGroupMembersRequest: LoggedRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .groupListed,
            "group",
            groupId)
    }
}
