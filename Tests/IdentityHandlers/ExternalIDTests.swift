import Contract
import IdentityDomain
import IdentityHandlers
import Messages
import RPC
import Testing

/// A directory's key names who acts, so it is changed as an address is.
@Suite struct ExternalIDTests {
    private func change(
        _ account: Account, to key: String, by administrator: Account, _ installation: Installation
    ) async -> ErrorReason? {
        await failure { () throws(Status) in
            try await installation.call(
                AccountServiceMethods.updateAccount,
                UpdateAccountRequest(
                    account: Account(id: account.id, externalId: key), updateMask: FieldMask(paths: ["external_id"])),
                as: administrator)
        }?.reason
    }

    @Test("C6 C8 Support changes no directory's key, and another administrator's only a Full admin does")
    func keys() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let support = try await installation.member("sue", of: acme, role: .support)
        let policy = try await installation.member("pia", of: acme, role: .policyAdmin)
        let user = try await installation.member("una", of: acme)
        #expect(await change(user, to: "k1", by: support, installation) == .roleLacksScope)
        #expect(await change(user, to: "k1", by: policy, installation) == nil)
        for administrator in [acme.owner, support] {
            #expect(await change(administrator, to: "k2", by: policy, installation) == .fullAdminOnly)
        }
        #expect(await change(support, to: "k2", by: acme.owner, installation) == nil)
    }
}
