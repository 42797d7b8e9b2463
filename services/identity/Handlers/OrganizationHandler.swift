internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import RPC

/// Organizations: made and listed by operators, read by their administrators.
struct OrganizationHandler: OrganizationService {
    let identity: Identity

    func getOrganization(
        _ request: GetOrganizationRequest, _ call: Call
    ) throws(Status) -> Answer<GetOrganizationResponse> {
        identity.reading(request, call) { connection, _ in
            guard let found = try connection.organization(OrganizationID(request.organizationId)) else {
                throw Refusal.notFound
            }
            return GetOrganizationResponse(organization: found)
        }
    }

    func listOrganizations(
        _ request: ListOrganizationsRequest, _ call: Call
    ) throws(Status) -> Answer<ListOrganizationsResponse> {
        .later { [identity] in
            try await answering {
                let page = try Page(call, request)
                let found = try await identity.store.read { connection in
                    if request.externalIds.isEmpty {
                        return try connection.organizations(after: page.after, limit: page.rows)
                    }
                    return page.rest(of: try connection.organizations(externalIDs: request.externalIds), \.id)
                }
                let (shown, next) = page.cut(found, \.id)
                return ListOrganizationsResponse(organizations: shown, nextPageToken: next)
            }
        }
    }
}
