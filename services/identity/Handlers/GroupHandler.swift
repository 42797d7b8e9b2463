internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import RPC

/// Groups and their members. Each use case that changes something has its own file.
struct GroupHandler: GroupService {
    let identity: Identity

    func getGroup(_ request: GetGroupRequest, _ call: Call) throws(Status) -> Answer<GetGroupResponse> {
        .later { [identity] in
            try await answering {
                try Field.id(request.groupId, "group_id")
                let reader = try await identity.authorize(
                    call, organization: nil, Occurrence("group.read", "group", request.groupId))
                return GetGroupResponse(group: try await identity.group(request.groupId, of: reader))
            }
        }
    }

    func listGroups(_ request: ListGroupsRequest, _ call: Call) throws(Status) -> Answer<ListGroupsResponse> {
        .later { [identity] in
            try await answering {
                try Field.id(request.organizationId, "organization_id")
                try Field.names(
                    request.groupIds.count + request.displayNames.count + request.externalIds.count, "external_ids")
                var query = request
                query.pageSize = 0
                query.pageToken = ""
                let page = try Page(call, query, size: request.pageSize, token: request.pageToken)
                _ = try await identity.authorize(
                    call, organization: request.organizationId,
                    Occurrence("group.listed", "organization", request.organizationId))
                let organization = OrganizationID(request.organizationId)
                let found = try await identity.store.read { connection in
                    guard let names = GroupNames(request) else {
                        return try connection.groups(of: organization, after: page.after, limit: page.rows)
                    }
                    return page.rest(of: try connection.groups(of: organization, named: names), \.id)
                }
                let (shown, next) = page.cut(found, \.id)
                return ListGroupsResponse(groups: shown, nextPageToken: next)
            }
        }
    }

    func listGroupMembers(_ request: ListGroupMembersRequest, _ call: Call) throws(Status) -> Answer<ListGroupMembersResponse> {
        .later { [identity] in
            try await answering {
                try Field.id(request.groupId, "group_id")
                var query = request
                query.pageSize = 0
                query.pageToken = ""
                let page = try Page(call, query, size: request.pageSize, token: request.pageToken)
                let reader = try await identity.authorize(
                    call, organization: nil, Occurrence("group.listed", "group", request.groupId))
                let group = try await identity.group(request.groupId, of: reader)
                let found = try await identity.store.read {
                    try $0.members(of: GroupID(group.id), after: page.after, limit: page.rows)
                }
                let (shown, next) = page.cut(found, \.memberId)
                return ListGroupMembersResponse(members: shown, nextPageToken: next)
            }
        }
    }
}

extension GroupNames {
    /// Nil when the request names none: it asks for all.
    fileprivate init?(_ request: ListGroupsRequest) {
        if request.groupIds.isEmpty, request.displayNames.isEmpty, request.externalIds.isEmpty { return nil }
        self.init(ids: request.groupIds, displayNames: request.displayNames, externalIDs: request.externalIds)
    }
}

extension Identity {
    fileprivate func group(_ id: String, of reader: AuthorizedAccount) async throws -> Group {
        let found = try await store.read { try $0.group(GroupID(id)) }
        guard let found, found.organizationId == reader.organizationID else { throw Refusal.notFound }
        return found
    }
}
