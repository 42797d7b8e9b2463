import Contract
import IdentityHandlers
import Messages
import RPC
import Testing

@Suite struct OrganizationTests {
    private func request(
        name: String = "Acme", preset: OrganizationPreset = .unspecified, address: String = "o@acme.example",
        password: String = "", externalID: String = "", requestID: String = ""
    ) -> CreateOrganizationRequest {
        CreateOrganizationRequest(
            organization: Organization(displayName: name, preset: preset, externalId: externalID),
            owner: Account(address: address), ownerPassword: password, requestId: requestID)
    }

    @Test("A1 the owner is made with the organization, an active Full admin")
    func owner() async throws {
        let installation = try await Installation()
        let made = try await installation.operate(OrganizationServiceMethods.createOrganization, request())
        let owner = try #require(made.owner)
        #expect(
            owner.owner && owner.accountType == .administrator && owner.roleIds == ["rol_full_admin"] && owner.state == .active)
        #expect(made.organization?.ownerId == owner.id)
        #expect(owner.organizationId == made.organization?.id)
        #expect(!made.consistencyToken.isEmpty)
        let judged = try await installation.authorize(.accountId(owner.id), "administrator_role", .edit)
        #expect(judged.allowed && judged.owner)
    }

    @Test(
        "A7 A8 the preset is kept and says whether roles are on",
        arguments: [
            (OrganizationPreset.unspecified, OrganizationPreset.functionalAccounts, true),
            (.functionalAccounts, .functionalAccounts, true), (.sharedMailboxes, .sharedMailboxes, false),
            (.personalSharing, .personalSharing, false),
        ])
    func presets(asked: OrganizationPreset, stored: OrganizationPreset, rolesEnabled: Bool) async throws {
        let installation = try await Installation()
        let made = try await installation.operate(
            OrganizationServiceMethods.createOrganization, request(preset: asked))
        #expect(made.organization?.preset == stored)
        #expect(made.organization?.rolesEnabled == rolesEnabled)
        let owner = try #require(made.owner)
        let read = try await installation.call(
            OrganizationServiceMethods.getOrganization,
            GetOrganizationRequest(organizationId: owner.organizationId), as: owner)
        #expect(read.organization == made.organization)
    }

    @Test("A8 while roles are off nobody is given another role than Full admin, and counts as one")
    func rolesOff() async throws {
        let before = try await Installation()
        let acme = try await before.acme()
        // No method switches them off yet.
        _ = try await before.store.write { try $0.run("UPDATE organizations SET roles_enabled = 0", []) }
        let installation = try await Installation(after: before)
        let user = try await installation.member("jo", of: acme)
        #expect(
            await failure { () throws(Status) in try await installation.assign(.support, to: user, by: acme.owner) }?.reason
                == .wrongState)
        try await installation.assign(.fullAdmin, to: user, by: acme.owner)
        let judged = try await installation.authorize(.accountId(user.id), "administrator_role", .edit)
        #expect(judged.allowed && judged.fullAdmin && judged.roleIds == ["rol_full_admin"])
    }

    @Test("what is refused, and with which field")
    func refusals() async throws {
        let installation = try await Installation()
        let long = String(repeating: "x", count: 201)
        let table: [(CreateOrganizationRequest, ErrorReason, String)] = [
            (CreateOrganizationRequest(), .missingField, "organization"),
            (CreateOrganizationRequest(organization: Organization(displayName: "A")), .missingField, "owner"),
            (request(name: ""), .missingField, "organization.display_name"),
            (request(name: long), .tooLong, "organization.display_name"),
            (request(preset: .unrecognized(9)), .invalidField, "organization.preset"),
            (request(address: ""), .missingField, "owner.address"),
            (request(address: "nobody"), .invalidField, "owner.address"),
            (request(password: "short"), .invalidField, "owner_password"),
            (request(externalID: long), .tooLong, "organization.external_id"),
            (request(requestID: long), .tooLong, "request_id"),
        ]
        for (request, reason, field) in table {
            let status = await failure { () throws(Status) in
                try await installation.operate(OrganizationServiceMethods.createOrganization, request)
            }
            #expect(status?.code == .invalidArgument)
            #expect(status?.reason == reason, "\(field)")
            #expect(status?.metadata["field"] == field)
        }
        #expect(installation.store.position == 0)
    }

    @Test("B5 an address is taken in the whole installation, without case")
    func addresses() async throws {
        let installation = try await Installation()
        _ = try await installation.operate(OrganizationServiceMethods.createOrganization, request(externalID: "x"))
        for (again, field) in [
            (request(address: "O@ACME.example"), "owner.address"),
            (request(address: "p@acme.example", externalID: "x"), "organization.external_id"),
        ] {
            let status = await failure { () throws(Status) in
                try await installation.operate(OrganizationServiceMethods.createOrganization, again)
            }
            #expect(status?.reason == .alreadyExists)
            #expect(status?.metadata["field"] == field)
        }
    }

    @Test("D28 another organization is not found")
    func otherOrganization() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let other = try await installation.acme("other")
        for id in [other.id, "org_00000000000000000000000000"] {
            let status = await failure { () throws(Status) in
                try await installation.call(
                    OrganizationServiceMethods.getOrganization, GetOrganizationRequest(organizationId: id),
                    as: acme.owner)
            }
            #expect(status?.code == .notFound)
            #expect(status?.reason == .notFound)
        }
    }

    @Test("operators list organizations page by page")
    func list() async throws {
        let installation = try await Installation()
        var made: [String] = []
        for name in ["a", "b", "c", "d", "e"] { made.append(try await installation.acme(name).id) }
        var listed: [String] = []
        var token = ""
        repeat {
            let page = try await installation.operate(
                OrganizationServiceMethods.listOrganizations,
                ListOrganizationsRequest(pageSize: 2, pageToken: token))
            #expect(page.organizations.count <= 2)
            listed += page.organizations.map(\.id)
            token = page.nextPageToken
        } while !token.isEmpty
        #expect(listed == made.sorted())
    }
}
