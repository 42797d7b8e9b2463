internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import RPC
internal import SQL

/// Organizational units. Each use case that changes something has its own file.
struct UnitHandler: UnitService {
    let identity: Identity

    func getUnit(_ request: GetUnitRequest, _ call: Call) throws(Status) -> Answer<GetUnitResponse> {
        identity.reading(request, call) { connection, reader in
            GetUnitResponse(unit: try connection.unit(request.unitId, of: OrganizationID(reader.organizationID)))
        }
    }

    func listUnits(_ request: ListUnitsRequest, _ call: Call) throws(Status) -> Answer<ListUnitsResponse> {
        identity.listing(request, call) { connection, reader, page in
            try Field.names(
                request.unitIds.count + request.displayNames.count + request.externalIds.count, "external_ids")
            if request.top { try Field.absent(request.parentId, "parent_id", beside: "top") }
            let organization = OrganizationID(request.organizationId)
            if !request.parentId.isEmpty { _ = try connection.unit(request.parentId, of: organization) }
            let parent = request.parentId.isEmpty ? nil : UnitID(request.parentId)
            let found =
                if !request.namesNone {
                    page.rest(
                        of: try connection.units(
                            of: organization, ids: request.unitIds, displayNames: request.displayNames,
                            externalIDs: request.externalIds
                        ).filter { request.admits($0) }, \.id)
                } else if request.isOfAll {
                    try connection.units(of: organization, after: page.after, limit: page.rows)
                } else {
                    try connection.units(of: organization, under: parent, after: page.after, limit: page.rows)
                }
            let (shown, next) = page.cut(found, \.id)
            return ListUnitsResponse(units: shown, nextPageToken: next)
        }
    }
}

extension ListUnitsRequest {
    /// It asks for all that are where it asks.
    fileprivate var namesNone: Bool { unitIds.isEmpty && displayNames.isEmpty && externalIds.isEmpty }
    fileprivate var isOfAll: Bool { parentId.isEmpty && !top }

    fileprivate func admits(_ unit: Unit) -> Bool { isOfAll || unit.parentId == parentId }
}

extension Connection {
    /// A unit of the organization.
    func unit(_ id: String, of organization: OrganizationID) throws -> Unit {
        try unit(UnitID(id)).found(in: organization.text)
    }
}
