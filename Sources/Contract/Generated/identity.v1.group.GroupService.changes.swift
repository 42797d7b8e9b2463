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

extension ListGroupMembersRequest: PagedRequest {}

extension ListGroupMembersRequest: LoggedRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .groupListed,
            "group",
            groupId)
    }
}
