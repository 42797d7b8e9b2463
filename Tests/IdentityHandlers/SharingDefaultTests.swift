import Contract
import IdentityDomain
import IdentityHandlers
import IdentityStorage
import Messages
import RPC
import SQL
import Testing

/// D7: how an account's mailbox begins is said once, when the account is made.
struct SharingDefaultTests {
    private func decide(_ acme: Acme, _ installation: Installation, _ value: PolicySwitch) async throws {
        try await installation.decide(["sharing_default"], of: acme) { $0.sharingDefault = value }
    }

    private func make(_ installation: Installation, _ acme: Acme, _ prefix: String) async throws -> [Account] {
        let owner = acme.owner
        let invited = try await installation.invite("\(prefix)1", to: acme)
        let accepted = try await installation.accept(
            try await installation.invite("\(prefix)2", to: acme).invitationToken
        ).account
        let functional = try await installation.functional("\(prefix)3", of: acme)
        let administrator = try await installation.inviteAdministrator(at: "\(prefix)4@acme.example", to: acme)
        let made = [invited.account, accepted, functional, administrator.account].compactMap { $0 }
        var found: [Account] = []
        for account in made { found.append(try await installation.get(account, as: owner)) }
        return found
    }

    @Test("D7 every way to make an account says whether its mailbox began unshared, and nothing changes it later")
    func everyWay() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let shared = try await make(installation, acme, "a")
        try await decide(acme, installation, .off)
        let unshared = try await make(installation, acme, "b")
        #expect(shared.count == 4 && shared.allSatisfy { !$0.unshared })
        #expect(unshared.count == 4 && unshared.allSatisfy(\.unshared))

        try await decide(acme, installation, .unspecified)
        for account in unshared where account.state == .active {
            try await installation.suspend(account, by: acme.owner)
            try await installation.reactivate(account, by: acme.owner)
            #expect(try await installation.get(account, as: acme.owner).unshared)
        }
        // Invited once more it is the same account.
        let again = try await installation.invite("b1", to: acme)
        #expect(again.account?.id == unshared[0].id && again.account?.unshared == true)
        #expect(try await installation.accept(again.invitationToken).account?.unshared == true)
        try await decide(acme, installation, .off)
        for account in shared { #expect(try await !installation.get(account, as: acme.owner).unshared) }
    }

    @Test("A1 D7 an organization's owner begins as its preset says", arguments: Preset.allCases)
    func founder(preset: Preset) async throws {
        let acme = try await Installation().acme(preset: OrganizationPreset(rawValue: Int32(preset.rawValue)))
        #expect(acme.owner.unshared == !Policies(preset).sharesNewMailboxes && !acme.owner.id.isEmpty)
    }

    @Test("D7 followers learn it, from the change and from a snapshot; who asks for it in a request is not asked")
    func followed() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        try await decide(acme, installation, .off)
        let position = installation.store.position
        let office = try await installation.functional("office", of: acme)
        guard case .changes(let transactions, _) = try await installation.store.changes(after: ChangePlace(position), limit: 9)
        else { return #expect(Bool(false), "a change was expected") }
        let told = try #require(transactions.flatMap(\.changes).first { $0.id == office.id })
        #expect(try Account(decoding: told.value).unshared)
        let snapshot = try await installation.store.read { connection in
            var found: [UInt8] = []
            try connection.eachChange { if $0.id == office.id { found = $0.value } }
            return try Account(decoding: found)
        }
        #expect(snapshot.unshared)
        try await decide(acme, installation, .on)
        let asked = try await installation.call(
            AccountServiceMethods.createFunctionalAccount,
            CreateFunctionalAccountRequest(
                account: Account(organizationId: acme.id, address: "desk@acme.example", unshared: true)),
            as: acme.owner)
        #expect(asked.account?.unshared == false)
    }
}
