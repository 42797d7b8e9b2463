internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import RPC
internal import SQL

/// What an organization manages besides itself (A6).
struct TenantHandler: TenantService {
    let identity: Identity

    func createTenant(_ request: CreateTenantRequest, _ call: Call) throws(Status) -> Answer<CreateTenantResponse> {
        identity.changing(request, call) { write, administration in
            let wanted = request.tenant ?? Tenant()
            try Field.required(wanted.organizationId, "tenant.organization_id")
            try Field.required(wanted.displayName, "tenant.display_name")
            try write.tx.refuseTaken(wanted, in: administration.administrator.organization)
            let tenant = try write.tx.insert(
                Tenant(
                    id: write.id("ten"), organizationId: administration.organization.id, displayName: wanted.displayName,
                    externalId: wanted.externalId, createTime: Timestamp(microsecondsSince1970: write.tx.now)))
            try write.report(nil, tenant)
            return CreateTenantResponse(tenant: tenant)
        }
    }

    /// Changes the names that the mask lists.
    func updateTenant(_ request: UpdateTenantRequest, _ call: Call) throws(Status) -> Answer<UpdateTenantResponse> {
        identity.changing(request, call) { write, administration in
            let wanted = request.tenant ?? Tenant()
            try Field.required(wanted.id, "tenant.id")
            let paths = try Field.mask(request.updateMask, of: ["display_name", "external_id"])
            let organization = administration.administrator.organization
            let before = try write.changing(write.tx.tenant(wanted.id, of: organization.text))
            try Selectors(chosen: "tenant.id").expect("tenant.organization_id", wanted.organizationId, is: before.organizationId)
            var tenant = before
            if paths.contains("display_name") { tenant.displayName = wanted.displayName }
            if paths.contains("external_id") { tenant.externalId = wanted.externalId }
            try Field.required(tenant.displayName, "tenant.display_name")
            if write.differences(before, tenant).isEmpty { return UpdateTenantResponse(tenant: before, unchanged: true) }
            try write.tx.refuseTaken(tenant, in: organization)
            tenant = try write.tx.update(tenant)
            try write.report(before, tenant)
            return UpdateTenantResponse(tenant: tenant)
        }
    }

    /// Refused while an active subscription is for it. No tombstone: it gives nothing that could go on.
    func deleteTenant(_ request: DeleteTenantRequest, _ call: Call) throws(Status) -> Answer<DeleteTenantResponse> {
        identity.changing(request, call) { write, administration in
            let tenant = try write.changing(write.tx.tenant(request.tenantId, of: administration.organization.id))
            if let subscription = try write.tx.activeSubscription(for: TenantID(tenant.id)) {
                throw Refusal(
                    .tenantInUse, "a subscription is for this tenant", details: ["subscription": subscription.text])
            }
            try write.tx.delete(tenant)
            try write.report(tenant, nil)
            return DeleteTenantResponse()
        }
    }

    func getTenant(_ request: GetTenantRequest, _ call: Call) throws(Status) -> Answer<GetTenantResponse> {
        identity.reading(request, call) { connection, reader in
            GetTenantResponse(tenant: try connection.tenant(request.tenantId, of: reader.organizationID))
        }
    }

    func listTenants(_ request: ListTenantsRequest, _ call: Call) throws(Status) -> Answer<ListTenantsResponse> {
        identity.listing(request, call) { connection, _, page in
            let found = try connection.tenants(
                of: OrganizationID(request.organizationId), after: page.after, limit: page.rows)
            let (shown, next) = page.cut(found, \.id)
            return ListTenantsResponse(tenants: shown, nextPageToken: next)
        }
    }
}

extension Connection {
    /// A tenant of the organization.
    func tenant(_ id: String, of organization: String) throws -> Tenant {
        try tenant(TenantID(id)).found(in: organization)
    }

    /// Its names are no other tenant's.
    fileprivate func refuseTaken(_ tenant: Tenant, in organization: OrganizationID) throws {
        if let other = try self.tenant(displayName: tenant.displayName, in: organization), other.id != tenant.id {
            throw Refusal.taken("tenant.display_name")
        }
        if let other = try self.tenant(externalID: tenant.externalId, in: organization), other.id != tenant.id {
            throw Refusal.taken("tenant.external_id")
        }
    }
}
