// Generated from mandate/identity/v1/group.proto by proto/generate. Do not edit.

package import Messages
package import RPC

/// The methods of mandate.identity.v1.GroupService.
package enum GroupServiceMethods {
    /// Creates a group.
    package static let createGroup = Method<CreateGroupRequest, CreateGroupResponse>(
        "mandate.identity.v1.GroupService/CreateGroup", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "organizational_units", level: .edit)], mutates: true),
        log: MethodLog(action: "group.created", resourceType: "group"))

    /// Returns one group.
    package static let getGroup = Method<GetGroupRequest, GetGroupResponse>(
        "mandate.identity.v1.GroupService/GetGroup", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "organizational_units", level: .view)]),
        log: MethodLog(action: "group.read", resourceType: "group", target: "group_id"))

    /// Lists an organization's groups, by id: all, or those that are named.
    package static let listGroups = Method<ListGroupsRequest, ListGroupsResponse>(
        "mandate.identity.v1.GroupService/ListGroups", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "organizational_units", level: .view)]),
        log: MethodLog(action: "group.listed", resourceType: "organization", target: "organization_id"))

    /// Adds an account or a group to a group. Adding can give access, so it needs delegations: edit (rule C9).
    package static let addGroupMember = Method<AddGroupMemberRequest, AddGroupMemberResponse>(
        "mandate.identity.v1.GroupService/AddGroupMember", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "organizational_units", level: .edit), AccessDemand(scope: "delegations", level: .edit)], mutates: true),
        log: MethodLog(action: "group.member_added", resourceType: "group", target: "group_id", subject: "member_id"))

    /// Removes a member from a group. When this has answered, no follower allows through the membership (rule D17).
    package static let removeGroupMember = Method<RemoveGroupMemberRequest, RemoveGroupMemberResponse>(
        "mandate.identity.v1.GroupService/RemoveGroupMember", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "organizational_units", level: .edit)], mutates: true),
        log: MethodLog(action: "group.member_removed", resourceType: "group", target: "group_id", subject: "member_id", takesAway: true))

    /// Lists a group's direct members, by id.
    package static let listGroupMembers = Method<ListGroupMembersRequest, ListGroupMembersResponse>(
        "mandate.identity.v1.GroupService/ListGroupMembers", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "organizational_units", level: .view)]),
        log: MethodLog(action: "group.listed", resourceType: "group", target: "group_id"))

    /// Every method, as the file declares them.
    package static let all: [MethodDescriptor] = [
        createGroup.descriptor,
        getGroup.descriptor,
        listGroups.descriptor,
        addGroupMember.descriptor,
        removeGroupMember.descriptor,
        listGroupMembers.descriptor,
    ]
}

/// Groups and their members. Groups nest; cycles are refused (rule B10).
package protocol GroupService: Sendable {
    /// Creates a group.
    func createGroup(
        _ request: CreateGroupRequest, _ call: Call
    ) throws(Status) -> Answer<CreateGroupResponse>
    /// Returns one group.
    func getGroup(
        _ request: GetGroupRequest, _ call: Call
    ) throws(Status) -> Answer<GetGroupResponse>
    /// Lists an organization's groups, by id: all, or those that are named.
    func listGroups(
        _ request: ListGroupsRequest, _ call: Call
    ) throws(Status) -> Answer<ListGroupsResponse>
    /// Adds an account or a group to a group. Adding can give access, so it needs delegations: edit (rule C9).
    func addGroupMember(
        _ request: AddGroupMemberRequest, _ call: Call
    ) throws(Status) -> Answer<AddGroupMemberResponse>
    /// Removes a member from a group. When this has answered, no follower allows through the membership (rule D17).
    func removeGroupMember(
        _ request: RemoveGroupMemberRequest, _ call: Call
    ) throws(Status) -> Answer<RemoveGroupMemberResponse>
    /// Lists a group's direct members, by id.
    func listGroupMembers(
        _ request: ListGroupMembersRequest, _ call: Call
    ) throws(Status) -> Answer<ListGroupMembersResponse>
}

extension Router {
    /// Registers every method of mandate.identity.v1.GroupService.
    package mutating func add(_ service: some GroupService) {
        unary(GroupServiceMethods.createGroup) { (request, call) throws(Status) in
            try service.createGroup(request, call)
        }
        unary(GroupServiceMethods.getGroup) { (request, call) throws(Status) in
            try service.getGroup(request, call)
        }
        unary(GroupServiceMethods.listGroups) { (request, call) throws(Status) in
            try service.listGroups(request, call)
        }
        unary(GroupServiceMethods.addGroupMember) { (request, call) throws(Status) in
            try service.addGroupMember(request, call)
        }
        unary(GroupServiceMethods.removeGroupMember) { (request, call) throws(Status) in
            try service.removeGroupMember(request, call)
        }
        unary(GroupServiceMethods.listGroupMembers) { (request, call) throws(Status) in
            try service.listGroupMembers(request, call)
        }
    }
}

/// Calls mandate.identity.v1.GroupService.
package struct GroupClient: Sendable {
    package let transport: any CallTransport

    package init(transport: any CallTransport) {
        self.transport = transport
    }

    /// Creates a group.
    package func createGroup(
        _ request: CreateGroupRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> CreateGroupResponse {
        try await transport.unary(GroupServiceMethods.createGroup, request, options)
    }

    /// Returns one group.
    package func getGroup(
        _ request: GetGroupRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> GetGroupResponse {
        try await transport.unary(GroupServiceMethods.getGroup, request, options)
    }

    /// Lists an organization's groups, by id: all, or those that are named.
    package func listGroups(
        _ request: ListGroupsRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> ListGroupsResponse {
        try await transport.unary(GroupServiceMethods.listGroups, request, options)
    }

    /// Adds an account or a group to a group. Adding can give access, so it needs delegations: edit (rule C9).
    package func addGroupMember(
        _ request: AddGroupMemberRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> AddGroupMemberResponse {
        try await transport.unary(GroupServiceMethods.addGroupMember, request, options)
    }

    /// Removes a member from a group. When this has answered, no follower allows through the membership (rule D17).
    package func removeGroupMember(
        _ request: RemoveGroupMemberRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> RemoveGroupMemberResponse {
        try await transport.unary(GroupServiceMethods.removeGroupMember, request, options)
    }

    /// Lists a group's direct members, by id.
    package func listGroupMembers(
        _ request: ListGroupMembersRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> ListGroupMembersResponse {
        try await transport.unary(GroupServiceMethods.listGroupMembers, request, options)
    }
}
