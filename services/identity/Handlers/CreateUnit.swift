internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import RPC
internal import SQL

extension UnitHandler {
    func createUnit(_ request: CreateUnitRequest, _ call: Call) throws(Status) -> Answer<CreateUnitResponse> {
        identity.changing(request, call) { [identity] write, administration in
            let wanted = request.unit ?? Unit()
            try Field.required(wanted.organizationId, "unit.organization_id")
            try Field.required(wanted.displayName, "unit.display_name")
            let tx = write.tx
            let parent = wanted.parentId.isEmpty ? nil : UnitID(try administration.unit(wanted.parentId).id)
            try UnitNesting.judge(nil, levels: 1, under: tx.path(of: parent))
            var unit = Unit(
                id: write.id("unt"), organizationId: wanted.organizationId, parentId: wanted.parentId,
                displayName: wanted.displayName, externalId: wanted.externalId,
                createTime: Timestamp(microsecondsSince1970: tx.now))
            unit.defaultDomain = try identity.defaultDomain(wanted, tx)
            try tx.refuseTakenName(of: unit, field: "unit.display_name")
            try tx.refuseTakenExternalID(of: unit)
            unit = try tx.insert(unit)
            try write.report(nil, unit)
            return CreateUnitResponse(unit: unit)
        }
    }
}

// What must be unique, and what can be a domain, asked inside the write that is going to use it.
extension Transaction {
    /// Among those directly under the same unit.
    func refuseTakenName(of unit: Unit, field: String) throws {
        let organization = OrganizationID(unit.organizationId)
        guard let there = try self.unit(displayName: unit.displayName, under: unit.parent, in: organization) else { return }
        if there.id != unit.id { throw Refusal.taken(field) }
    }

    func refuseTakenExternalID(of unit: Unit) throws {
        let there = try self.unit(externalID: unit.externalId, in: OrganizationID(unit.organizationId))
        if let there, there.id != unit.id { throw Refusal.taken("unit.external_id") }
    }
}

extension Identity {
    /// As it is stored; empty for none. One in which the organization may have addresses (B5).
    func defaultDomain(_ wanted: Unit, _ tx: Transaction) throws -> String {
        if wanted.defaultDomain.isEmpty { return "" }
        let field = "unit.default_domain"
        let domain = try DefaultDomain(wanted.defaultDomain, field: field).ascii
        try judge(domain: domain, for: OrganizationID(wanted.organizationId), field: field, tx)
        return domain
    }
}
