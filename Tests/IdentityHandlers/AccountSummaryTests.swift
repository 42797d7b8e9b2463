import Contract
import IdentityDomain
import IdentityHandlers
import Messages
import RPC
import Testing

/// The page about an account (`mandatectl account show`).
@Suite struct AccountSummaryTests {
    private func summary(
        of account: Account, by reader: Account, _ installation: Installation
    ) async throws(Status) -> GetAccountSummaryResponse {
        try await installation.call(
            AccountServiceMethods.getAccountSummary, GetAccountSummaryRequest(accountId: account.id), as: reader)
    }

    @Test("it has the roles and where they count, the groups, and the sessions that are not over")
    func whole() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let support = try await installation.member("sue", of: acme, role: .support, password: password)
        let (staff, gone) = (try await installation.group("staff", of: acme), try await installation.group("gone", of: acme))
        for group in [staff, gone] { try await installation.add(support.id, to: group, by: acme.owner) }
        _ = try await installation.call(
            GroupServiceMethods.deleteGroup, DeleteGroupRequest(groupId: gone.id), as: acme.owner)
        _ = try await installation.signIn(support, password)

        let shown = try await summary(of: support, by: acme.owner, installation)
        #expect(shown.account?.id == support.id && shown.assignments.map(\.roleId) == ["rol_support"])
        #expect(shown.groups.map(\.id) == [staff.id] && shown.groupCount == 1)
        #expect(shown.memberships.map(\.memberId) == [support.id])
        #expect(shown.sessionCount == 1 && shown.licence == nil)
        installation.advance(seconds: 2 * 3600)
        #expect(try await summary(of: support, by: acme.owner, installation).sessionCount == 0)
    }

    @Test("B8 D28 an account sees its own page; another's a user does not, and elsewhere there is none")
    func refused() async throws {
        let installation = try await Installation()
        let (acme, other) = (try await installation.acme(), try await installation.acme("other"))
        let user = try await installation.member("una", of: acme)
        #expect(try await summary(of: user, by: user, installation).account?.id == user.id)
        for (reader, reason) in [(user, ErrorReason.roleLacksScope), (other.owner, .notFound)] {
            let status = await failure { () throws(Status) in try await summary(of: acme.owner, by: reader, installation) }
            #expect(status?.reason == reason)
        }
    }
}
