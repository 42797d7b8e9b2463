import Contract
import IdentityDomain
import IdentityHandlers
import IdentityStorage
import Messages
import RPC
import SQL
import Testing

/// Lists whose rows are as large as they can be: a page of a thousand would not be a small answer.
struct LargeListTests {
    private static let rows = 700

    /// As many bytes as a name or a key of 200 characters can have.
    private static func longest(_ number: Int) -> String {
        let digits = "\(number)"
        return digits + String(repeating: "\u{1D11E}", count: 200 - digits.count)
    }

    private static func id(_ prefix: String, _ number: Int) -> String {
        let digits = "\(number)"
        return prefix + "_" + String(repeating: "0", count: 26 - digits.count) + digits
    }

    @Test("accounts with the longest names come page by page, and no page is over the bound")
    func accounts() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        _ = try await installation.store.write { transaction in
            for number in 0..<Self.rows {
                let local = "\(number)" + String(repeating: "x", count: 60 - "\(number)".count)
                let label = String(repeating: "y", count: 60)
                var account = Account(
                    id: Self.id("acc", number), organizationId: acme.id, accountType: .administrator, state: .suspended,
                    address: "\(local)@\(label).\(label).\(label).example", displayName: Self.longest(number),
                    externalId: Self.longest(number),
                    createTime: Timestamp(microsecondsSince1970: 1), suspendTime: Timestamp(microsecondsSince1970: 1))
                account.asciiAddress = account.address
                try transaction.insert(account)
                for role in RoleID.builtIn {
                    try transaction.insert(
                        RoleAssignment(
                            id: Self.id("asg", number) + role.text, organizationId: acme.id, accountId: account.id,
                            roleId: role.text, createTime: account.createTime))
                }
            }
        }
        let seen = try await expectPages { token in
            let page = try await installation.call(
                AccountServiceMethods.listAccounts,
                ListAccountsRequest(organizationId: acme.id, pageSize: 1000, pageToken: token), as: acme.owner)
            return (page.accounts, page.nextPageToken, page.encoded().count)
        }
        #expect(Set(seen.map(\.id)).count == Self.rows + 1 && seen.count == Self.rows + 1)
    }

    @Test("groups and organizations with the longest names likewise")
    func groupsAndOrganizations() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        _ = try await installation.store.write { transaction in
            for number in 0..<Self.rows {
                try transaction.insert(
                    Group(
                        id: Self.id("grp", number), organizationId: acme.id, displayName: Self.longest(number),
                        externalId: Self.longest(number), createTime: Timestamp(microsecondsSince1970: 1), state: .active))
                try transaction.insert(
                    Organization(
                        id: Self.id("org", number), displayName: Self.longest(number), preset: .functionalAccounts,
                        ownerId: acme.owner.id, externalId: Self.longest(number),
                        createTime: Timestamp(microsecondsSince1970: 1)))
            }
        }
        let groups = try await expectPages { token in
            let page = try await installation.call(
                GroupServiceMethods.listGroups,
                ListGroupsRequest(organizationId: acme.id, pageSize: 1000, pageToken: token), as: acme.owner)
            return (page.groups, page.nextPageToken, page.encoded().count)
        }
        #expect(Set(groups.map(\.id)).count == Self.rows && groups.count == Self.rows)
        let organizations = try await expectPages { token in
            let page = try await installation.operate(
                OrganizationServiceMethods.listOrganizations, ListOrganizationsRequest(pageSize: 1000, pageToken: token))
            return (page.organizations, page.nextPageToken, page.encoded().count)
        }
        #expect(Set(organizations.map(\.id)).count == Self.rows + 1 && organizations.count == Self.rows + 1)
    }

    @Test("tenants with the longest names likewise")
    func tenants() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        _ = try await installation.store.write { transaction in
            for number in 0..<Self.rows {
                _ = try transaction.insert(
                    Tenant(
                        id: Self.id("ten", number), organizationId: acme.id, displayName: Self.longest(number),
                        externalId: Self.longest(number), createTime: Timestamp(microsecondsSince1970: 1)))
            }
        }
        let tenants = try await expectPages { token in
            let page = try await installation.call(
                TenantServiceMethods.listTenants,
                ListTenantsRequest(organizationId: acme.id, pageSize: 1000, pageToken: token), as: acme.owner)
            return (page.tenants, page.nextPageToken, page.encoded().count)
        }
        #expect(Set(tenants.map(\.id)).count == Self.rows && tenants.count == Self.rows)
    }

    /// All rows of a list that is more than a page of bytes.
    private func expectPages<Row>(
        _ ask: (_ token: String) async throws -> (rows: [Row], next: String, bytes: Int)
    ) async throws -> [Row] {
        var rows: [Row] = []
        var pages = 0
        var token = ""
        repeat {
            let page = try await ask(token)
            #expect(page.bytes < Page.bytesMax + 1000 && !page.rows.isEmpty)
            rows += page.rows
            pages += 1
            token = page.next
        } while !token.isEmpty && pages < 10
        #expect(pages == 2)
        return rows
    }
}
