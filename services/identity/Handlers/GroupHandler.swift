internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import RPC
internal import SQL

/// Groups and their members. Each use case that changes something has its own file.
struct GroupHandler: GroupService {
    let identity: Identity

    func getGroup(_ request: GetGroupRequest, _ call: Call) throws(Status) -> Answer<GetGroupResponse> {
        identity.reading(request, call) { connection, reader in
            GetGroupResponse(group: try connection.group(GroupID(request.groupId)).found(in: reader.organizationID))
        }
    }

    func listGroups(_ request: ListGroupsRequest, _ call: Call) throws(Status) -> Answer<ListGroupsResponse> {
        identity.listing(request, call) { connection, reader, page in
            try Field.names(
                request.groupIds.count + request.displayNames.count + request.externalIds.count, "external_ids")
            let organization = OrganizationID(request.organizationId)
            let found =
                if request.namesNone {
                    try connection.groups(of: organization, after: page.after, limit: page.rows)
                } else {
                    page.rest(
                        of: try connection.groups(
                            of: organization, ids: request.groupIds, displayNames: request.displayNames,
                            externalIDs: request.externalIds), \.id)
                }
            let (shown, next) = page.cut(found, \.id)
            return ListGroupsResponse(groups: shown, nextPageToken: next)
        }
    }

    func listGroupMembers(
        _ request: ListGroupMembersRequest, _ call: Call
    ) throws(Status) -> Answer<ListGroupMembersResponse> {
        identity.listing(request, call) { connection, reader, page in
            let group = try connection.group(GroupID(request.groupId)).found(in: reader.organizationID)
            // A tombstone has no members, though their rows may yet be removed.
            let found =
                group.state == .deleted
                ? [] : try connection.members(of: GroupID(group.id), after: page.after, limit: page.rows)
            let (shown, next) = page.cut(found, \.memberId)
            return ListGroupMembersResponse(members: shown, nextPageToken: next)
        }
    }
}

extension ListGroupsRequest {
    /// It asks for all.
    fileprivate var namesNone: Bool { groupIds.isEmpty && displayNames.isEmpty && externalIds.isEmpty }
}
