import Contract
import IdentityHandlers
import Messages
import RPC
import Testing

@Suite struct TenantTests {
    private func update(
        _ tenant: Tenant, _ paths: String..., in installation: Installation, by account: Account
    ) async throws(Status) -> UpdateTenantResponse {
        var wanted = tenant
        wanted.etag = ""
        return try await installation.call(
            TenantServiceMethods.updateTenant,
            UpdateTenantRequest(tenant: wanted, updateMask: FieldMask(paths: paths)), as: account)
    }

    private func delete(
        _ tenant: Tenant, in installation: Installation, by account: Account
    ) async throws(Status) -> DeleteTenantResponse {
        try await installation.call(
            TenantServiceMethods.deleteTenant, DeleteTenantRequest(tenantId: tenant.id), as: account)
    }

    private func list(_ acme: Acme, in installation: Installation, by account: Account) async throws(Status) -> [Tenant] {
        try await installation.call(
            TenantServiceMethods.listTenants, ListTenantsRequest(organizationId: acme.id), as: account
        ).tenants
    }

    @Test("A6 tenants are added, renamed and removed, and the log tells of each")
    func life() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        var tenant = try await installation.tenant("Office", of: acme, externalID: "ms-1")
        #expect(tenant.displayName == "Office" && tenant.externalId == "ms-1" && tenant.revision == 1)
        (tenant.displayName, tenant.externalId) = ("Head office", "ignored")
        let renamed = try await update(tenant, "display_name", in: installation, by: acme.owner)
        #expect(renamed.tenant?.displayName == "Head office" && renamed.tenant?.externalId == "ms-1")
        #expect(installation.waitedFor.last == installation.store.position)
        let again = try await update(tenant, "display_name", in: installation, by: acme.owner)
        #expect(again.unchanged && again.eventId.isEmpty && again.tenant == renamed.tenant)
        #expect(try await list(acme, in: installation, by: acme.owner) == [renamed.tenant])
        let gone = try await delete(tenant, in: installation, by: acme.owner)
        #expect(try await list(acme, in: installation, by: acme.owner) == [])

        let events = try await installation.events().suffix(3)
        #expect(events.map(\.action) == ["tenant.created", "tenant.updated", "tenant.deleted"])
        #expect(events.allSatisfy { $0.target?.id == tenant.id && $0.target?.resourceType == "tenant" })
        #expect(events.last?.id == gone.eventId)
        // Names are a person's or an organization's matter: beside the leaf, and the tenant's own.
        let told = try await installation.told().suffix(3)
        #expect(
            told.map { $0["changes.display_name.after"] } == ["Office", "Head office", nil]
                && told.map { $0["changes.display_name.before"] } == [nil, "Office", "Head office"])
        #expect(events.flatMap(\.personal).filter { $0.path.hasPrefix("changes.") }.allSatisfy { $0.subjectId == tenant.id })
        #expect(
            await failure { () throws(Status) in try await delete(tenant, in: installation, by: acme.owner) }?.reason == .notFound
        )
    }

    @Test("A6 a tenant's name and external id are its own within the organization, and not beyond it")
    func names() async throws {
        let installation = try await Installation()
        let (acme, other) = (try await installation.acme(), try await installation.acme("other"))
        let office = try await installation.tenant("Office", of: acme, externalID: "ms-1")
        var works = try await installation.tenant("Works", of: acme)
        _ = try await installation.tenant("Office", of: other, externalID: "ms-1")
        for (name, key, field) in [("Office", "", "tenant.display_name"), ("New", "ms-1", "tenant.external_id")] {
            let refused = await failure { () throws(Status) in
                try await installation.tenant(name, of: acme, externalID: key)
            }
            #expect(refused?.reason == .alreadyExists && refused?.metadata["field"] == field)
        }
        (works.displayName, works.externalId) = ("Office", "ms-1")
        for path in ["display_name", "external_id"] {
            let refused = await failure { () throws(Status) in try await update(works, path, in: installation, by: acme.owner) }
            #expect(refused?.reason == .alreadyExists && refused?.metadata["field"] == "tenant.\(path)")
        }
        works.displayName = ""
        let empty = await failure { () throws(Status) in
            try await update(works, "display_name", in: installation, by: acme.owner)
        }
        #expect(empty?.reason == .missingField)
        _ = try await delete(office, in: installation, by: acme.owner)
        _ = try await installation.tenant("Office", of: acme, externalID: "ms-1")
    }

    @Test("A6 a tenant goes when no active subscription is for it, and the refusal names one that is")
    func inUse() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let office = try await installation.tenant("Office", of: acme)
        let pro = try await installation.subscription("pro", 1, of: acme, tenant: office)
        let refused = await failure { () throws(Status) in try await delete(office, in: installation, by: acme.owner) }
        #expect(refused?.code == .failedPrecondition && refused?.reason == .tenantInUse)
        #expect(refused?.metadata["subscription"] == pro.id)
        try await installation.cancel(pro, by: acme.owner)
        _ = try await delete(office, in: installation, by: acme.owner)
        #expect(try await installation.get(pro, by: acme.owner).tenantId == office.id)
        let late = await failure { () throws(Status) in
            try await installation.subscription("pro", 1, of: acme, tenant: office)
        }
        #expect(late?.reason == .notFound)
    }

    @Test("A6 D28 another organization's tenant is not found")
    func elsewhere() async throws {
        let installation = try await Installation()
        let (acme, other) = (try await installation.acme(), try await installation.acme("other"))
        var theirs = try await installation.tenant("Office", of: other)
        theirs.organizationId = ""
        let refused = [
            await failure { () throws(Status) in
                try await installation.call(
                    TenantServiceMethods.getTenant, GetTenantRequest(tenantId: theirs.id), as: acme.owner)
            },
            await failure { () throws(Status) in
                try await update(theirs, "display_name", in: installation, by: acme.owner)
            },
            await failure { () throws(Status) in try await delete(theirs, in: installation, by: acme.owner) },
            await failure { () throws(Status) in
                try await installation.subscription("pro", 1, of: acme, tenant: theirs)
            },
        ]
        #expect(refused.allSatisfy { $0?.code == .notFound && $0?.reason == .notFound })
        #expect(try await list(other, in: installation, by: other.owner).map(\.id) == [theirs.id])
    }
}
