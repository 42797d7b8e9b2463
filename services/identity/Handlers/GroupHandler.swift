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
                var query = request
                query.pageSize = 0
                query.pageToken = ""
                let page = try Page(call, query, size: request.pageSize, token: request.pageToken)
                _ = try await identity.authorize(
                    call, organization: request.organizationId,
                    Occurrence("group.listed", "organization", request.organizationId))
                let found = try await identity.store.read {
                    try $0.groups(
                        of: OrganizationID(request.organizationId), after: page.after, limit: page.rows)
                }
                let (shown, next) = page.cut(found, \.id)
                return ListGroupsResponse(groups: shown, nextPageToken: next)
            }
        }
    }

    func listMembers(_ request: ListMembersRequest, _ call: Call) throws(Status) -> Answer<ListMembersResponse> {
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
                return ListMembersResponse(members: shown, nextPageToken: next)
            }
        }
    }
}

extension Identity {
    fileprivate func group(_ id: String, of reader: AuthorizedAccount) async throws -> Group {
        let found = try await store.read { try $0.group(GroupID(id)) }
        guard let found, found.organizationId == reader.organizationID else { throw Refusal.notFound }
        return found
    }
}
