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

    /// Changes a group's name or external id.
    package static let updateGroup = Method<UpdateGroupRequest, UpdateGroupResponse>(
        "mandate.identity.v1.GroupService/UpdateGroup", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "organizational_units", level: .edit)], mutates: true),
        log: MethodLog(action: "group.updated", resourceType: "group", target: "group.id"))

    /// Deletes a group, for good. When this has answered, nobody has anything through it any more, however many members it
    /// has. It leaves a tombstone with its name (rule B3); name and external id are free. Its memberships, and those that it
    /// has in other groups, are in no list from then on; their rows follow, each with its event, as SYSTEM.
    package static let deleteGroup = Method<DeleteGroupRequest, DeleteGroupResponse>(
        "mandate.identity.v1.GroupService/DeleteGroup", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "organizational_units", level: .edit)], mutates: true),
        log: MethodLog(action: "group.deleted", resourceType: "group", target: "group_id", takesAway: true))

    /// Adds an account or a group to a group, until a time where one is given. Who is a member already gets this end, or none,
    /// in place of the one there was. Adding can give access, so it needs delegations: edit (rule C9).
    package static let addGroupMember = Method<AddGroupMemberRequest, AddGroupMemberResponse>(
        "mandate.identity.v1.GroupService/AddGroupMember", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "organizational_units", level: .edit), AccessDemand(scope: "delegations", level: .edit)], mutates: true),
        log: MethodLog(action: "group.member_added", resourceType: "group", target: "group_id", subject: "member_id"))

    /// Removes a member from a group. When this has answered, no follower allows through the membership (rule D17).
    package static let removeGroupMember = Method<RemoveGroupMemberRequest, RemoveGroupMemberResponse>(
        "mandate.identity.v1.GroupService/RemoveGroupMember", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "organizational_units", level: .edit)], mutates: true),
        log: MethodLog(action: "group.member_removed", resourceType: "group", target: "group_id", subject: "member_id", takesAway: true))

    /// Adds up to 1,000 accounts and groups to a group, all or none, as AddGroupMember adds one. A refusal is that of the first
    /// member that cannot be added; the fields of its details name every one, with its reason. Each member added or changed
    /// is an event of its own, by which the member is found; event_id is that of the first.
    package static let addGroupMembers = Method<AddGroupMembersRequest, AddGroupMembersResponse>(
        "mandate.identity.v1.GroupService/AddGroupMembers", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "organizational_units", level: .edit), AccessDemand(scope: "delegations", level: .edit)], mutates: true),
        log: MethodLog(action: "group.member_added", resourceType: "group", target: "group_id"))

    /// Removes up to 1,000 members from a group, all or none, as RemoveGroupMember removes one. Each member removed is an event
    /// of its own; event_id is that of the first.
    package static let removeGroupMembers = Method<RemoveGroupMembersRequest, RemoveGroupMembersResponse>(
        "mandate.identity.v1.GroupService/RemoveGroupMembers", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "organizational_units", level: .edit)], mutates: true),
        log: MethodLog(action: "group.member_removed", resourceType: "group", target: "group_id", takesAway: true))

    /// Makes a complete list the members of a group, as a directory's synchronization does: who is in it and no member is added,
    /// who is a member and not in it is removed, and who is both stays as they are, with the end that they have.
    ///
    /// Who cannot be added refuses the whole before anything has changed. Up to 200 changes are done at once. More are done 200
    /// at a time, removals first, so that nobody else waits: then others may see some of it done, and a call that is cut off has
    /// done some of it. Calling again goes on, for what is done is no difference any more; with the same request id as well, until
    /// the call has once been answered. What others add and remove meanwhile stands. Each member added or removed is an event
    /// of its own; that of the call, event_id, tells how many there were.
    package static let setGroupMembers = Method<SetGroupMembersRequest, SetGroupMembersResponse>(
        "mandate.identity.v1.GroupService/SetGroupMembers", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "organizational_units", level: .edit), AccessDemand(scope: "delegations", level: .edit)], mutates: true),
        log: MethodLog(action: "group.members_set", resourceType: "group", target: "group_id"))

    /// Lists a group's direct members, by id. A deleted group has none, and is none.
    package static let listGroupMembers = Method<ListGroupMembersRequest, ListGroupMembersResponse>(
        "mandate.identity.v1.GroupService/ListGroupMembers", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "organizational_units", level: .view)]),
        log: MethodLog(action: "group.listed", resourceType: "group", target: "group_id"))

    /// Every method, as the file declares them.
    package static let all: [MethodDescriptor] = [
        createGroup.descriptor,
        getGroup.descriptor,
        listGroups.descriptor,
        updateGroup.descriptor,
        deleteGroup.descriptor,
        addGroupMember.descriptor,
        removeGroupMember.descriptor,
        addGroupMembers.descriptor,
        removeGroupMembers.descriptor,
        setGroupMembers.descriptor,
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
    /// Changes a group's name or external id.
    func updateGroup(
        _ request: UpdateGroupRequest, _ call: Call
    ) throws(Status) -> Answer<UpdateGroupResponse>
    /// Deletes a group, for good. When this has answered, nobody has anything through it any more, however many members it
    /// has. It leaves a tombstone with its name (rule B3); name and external id are free. Its memberships, and those that it
    /// has in other groups, are in no list from then on; their rows follow, each with its event, as SYSTEM.
    func deleteGroup(
        _ request: DeleteGroupRequest, _ call: Call
    ) throws(Status) -> Answer<DeleteGroupResponse>
    /// Adds an account or a group to a group, until a time where one is given. Who is a member already gets this end, or none,
    /// in place of the one there was. Adding can give access, so it needs delegations: edit (rule C9).
    func addGroupMember(
        _ request: AddGroupMemberRequest, _ call: Call
    ) throws(Status) -> Answer<AddGroupMemberResponse>
    /// Removes a member from a group. When this has answered, no follower allows through the membership (rule D17).
    func removeGroupMember(
        _ request: RemoveGroupMemberRequest, _ call: Call
    ) throws(Status) -> Answer<RemoveGroupMemberResponse>
    /// Adds up to 1,000 accounts and groups to a group, all or none, as AddGroupMember adds one. A refusal is that of the first
    /// member that cannot be added; the fields of its details name every one, with its reason. Each member added or changed
    /// is an event of its own, by which the member is found; event_id is that of the first.
    func addGroupMembers(
        _ request: AddGroupMembersRequest, _ call: Call
    ) throws(Status) -> Answer<AddGroupMembersResponse>
    /// Removes up to 1,000 members from a group, all or none, as RemoveGroupMember removes one. Each member removed is an event
    /// of its own; event_id is that of the first.
    func removeGroupMembers(
        _ request: RemoveGroupMembersRequest, _ call: Call
    ) throws(Status) -> Answer<RemoveGroupMembersResponse>
    /// Makes a complete list the members of a group, as a directory's synchronization does: who is in it and no member is added,
    /// who is a member and not in it is removed, and who is both stays as they are, with the end that they have.
    ///
    /// Who cannot be added refuses the whole before anything has changed. Up to 200 changes are done at once. More are done 200
    /// at a time, removals first, so that nobody else waits: then others may see some of it done, and a call that is cut off has
    /// done some of it. Calling again goes on, for what is done is no difference any more; with the same request id as well, until
    /// the call has once been answered. What others add and remove meanwhile stands. Each member added or removed is an event
    /// of its own; that of the call, event_id, tells how many there were.
    func setGroupMembers(
        _ request: SetGroupMembersRequest, _ call: Call
    ) throws(Status) -> Answer<SetGroupMembersResponse>
    /// Lists a group's direct members, by id. A deleted group has none, and is none.
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
        unary(GroupServiceMethods.updateGroup) { (request, call) throws(Status) in
            try service.updateGroup(request, call)
        }
        unary(GroupServiceMethods.deleteGroup) { (request, call) throws(Status) in
            try service.deleteGroup(request, call)
        }
        unary(GroupServiceMethods.addGroupMember) { (request, call) throws(Status) in
            try service.addGroupMember(request, call)
        }
        unary(GroupServiceMethods.removeGroupMember) { (request, call) throws(Status) in
            try service.removeGroupMember(request, call)
        }
        unary(GroupServiceMethods.addGroupMembers) { (request, call) throws(Status) in
            try service.addGroupMembers(request, call)
        }
        unary(GroupServiceMethods.removeGroupMembers) { (request, call) throws(Status) in
            try service.removeGroupMembers(request, call)
        }
        unary(GroupServiceMethods.setGroupMembers) { (request, call) throws(Status) in
            try service.setGroupMembers(request, call)
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

    /// Changes a group's name or external id.
    package func updateGroup(
        _ request: UpdateGroupRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> UpdateGroupResponse {
        try await transport.unary(GroupServiceMethods.updateGroup, request, options)
    }

    /// Deletes a group, for good. When this has answered, nobody has anything through it any more, however many members it
    /// has. It leaves a tombstone with its name (rule B3); name and external id are free. Its memberships, and those that it
    /// has in other groups, are in no list from then on; their rows follow, each with its event, as SYSTEM.
    package func deleteGroup(
        _ request: DeleteGroupRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> DeleteGroupResponse {
        try await transport.unary(GroupServiceMethods.deleteGroup, request, options)
    }

    /// Adds an account or a group to a group, until a time where one is given. Who is a member already gets this end, or none,
    /// in place of the one there was. Adding can give access, so it needs delegations: edit (rule C9).
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

    /// Adds up to 1,000 accounts and groups to a group, all or none, as AddGroupMember adds one. A refusal is that of the first
    /// member that cannot be added; the fields of its details name every one, with its reason. Each member added or changed
    /// is an event of its own, by which the member is found; event_id is that of the first.
    package func addGroupMembers(
        _ request: AddGroupMembersRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> AddGroupMembersResponse {
        try await transport.unary(GroupServiceMethods.addGroupMembers, request, options)
    }

    /// Removes up to 1,000 members from a group, all or none, as RemoveGroupMember removes one. Each member removed is an event
    /// of its own; event_id is that of the first.
    package func removeGroupMembers(
        _ request: RemoveGroupMembersRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> RemoveGroupMembersResponse {
        try await transport.unary(GroupServiceMethods.removeGroupMembers, request, options)
    }

    /// Makes a complete list the members of a group, as a directory's synchronization does: who is in it and no member is added,
    /// who is a member and not in it is removed, and who is both stays as they are, with the end that they have.
    ///
    /// Who cannot be added refuses the whole before anything has changed. Up to 200 changes are done at once. More are done 200
    /// at a time, removals first, so that nobody else waits: then others may see some of it done, and a call that is cut off has
    /// done some of it. Calling again goes on, for what is done is no difference any more; with the same request id as well, until
    /// the call has once been answered. What others add and remove meanwhile stands. Each member added or removed is an event
    /// of its own; that of the call, event_id, tells how many there were.
    package func setGroupMembers(
        _ request: SetGroupMembersRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> SetGroupMembersResponse {
        try await transport.unary(GroupServiceMethods.setGroupMembers, request, options)
    }

    /// Lists a group's direct members, by id. A deleted group has none, and is none.
    package func listGroupMembers(
        _ request: ListGroupMembersRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> ListGroupMembersResponse {
        try await transport.unary(GroupServiceMethods.listGroupMembers, request, options)
    }
}
