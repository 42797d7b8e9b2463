import Contract
import IdentityDomain
import IdentityHandlers
import Messages
import RPC
import Testing

/// The page about an organization (`mandatectl organization show`).
@Suite struct OrganizationSummaryTests {
    private func summary(
        of acme: Acme, by reader: Account? = nil, _ installation: Installation
    ) async throws -> GetOrganizationSummaryResponse {
        try await installation.call(
            OrganizationServiceMethods.getOrganizationSummary, GetOrganizationSummaryRequest(organizationId: acme.id),
            as: reader ?? acme.owner)
    }

    @Test("it counts what there is, and shows who administers")
    func counts() async throws {
        let installation = try await Installation()
        let (acme, other) = (try await installation.acme(), try await installation.acme("other"))
        let support = try await installation.member("sue", of: acme, role: .support)
        _ = try await installation.member("una", of: acme)
        _ = try await installation.invite("ivo", to: acme)
        _ = try await installation.functional("desk", of: acme)
        _ = try await installation.group("staff", of: acme)
        _ = try await installation.group("strangers", of: other)

        let shown = try await summary(of: acme, by: support, installation)
        #expect(shown.owner?.id == acme.owner.id && shown.organization?.ownerId == acme.owner.id)
        #expect(shown.administrators.map(\.id) == [support.id] && shown.administrators.first?.roleIds == ["rol_support"])
        #expect(shown.administratorCount == 1 && shown.fullAdminCount == 1 && shown.groupCount == 1)
        #expect(
            shown.accounts == [
                AccountCount(accountType: .user, state: .invited, count: 1),
                AccountCount(accountType: .user, state: .active, count: 1),
                AccountCount(accountType: .administrator, state: .active, count: 2),
                AccountCount(accountType: .functional, state: .active, count: 1),
            ])
    }

    @Test("it shows the first hundred administrators besides the owner, and says how many there are")
    func many() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        for number in 0...100 { _ = try await installation.member("a\(number)", of: acme, role: .auditor) }
        let shown = try await summary(of: acme, installation)
        #expect(shown.administrators.count == 100 && shown.administratorCount == 101)
        #expect(!shown.administrators.contains { $0.id == acme.owner.id })
    }

    @Test("C7 C6 it warns of a single Full admin, and of administrators whom nothing guards")
    func warnings() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        #expect(try await summary(of: acme, installation).warnings == [.oneFullAdmin])
        _ = try await installation.member("fay", of: acme, role: .fullAdmin)
        #expect(try await summary(of: acme, installation).warnings.isEmpty)
        try await installation.decide(["guard_administrators"], of: acme) { $0.guardAdministrators = .off }
        #expect(try await summary(of: acme, installation).warnings == [.administratorsUnguarded])
    }

    @Test("C2 a user does not see it, and another organization's is not there")
    func refused() async throws {
        let installation = try await Installation()
        let (acme, other) = (try await installation.acme(), try await installation.acme("other"))
        let user = try await installation.member("una", of: acme)
        for (organization, reader, reason) in [(acme, user, ErrorReason.roleLacksScope), (other, acme.owner, .notFound)] {
            let status = await failure { () throws(Status) in
                _ = try await installation.call(
                    OrganizationServiceMethods.getOrganizationSummary,
                    GetOrganizationSummaryRequest(organizationId: organization.id), as: reader)
            }
            #expect(status?.reason == reason)
        }
    }
}
