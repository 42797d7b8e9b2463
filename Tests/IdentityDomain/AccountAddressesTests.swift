import IdentityDomain
import Testing

@Suite struct AccountAddressesTests {
    private let ada = AccountAddresses(primary: "Ada@Acme.example", aliases: ["a.lovelace@acme.example"])

    private func address(_ text: String) throws -> EmailAddress { try EmailAddress(text) }

    @Test("B5 an alias is there once, in whatever spelling, and is no primary address")
    func adding() throws {
        #expect(try ada.adding(address("countess@acme.example")).aliases == ["a.lovelace@acme.example", "countess@acme.example"])
        #expect(try ada.adding(address("A.LOVELACE@acme.example")) == ada)
        #expect(try ada.adding(address("ada@acme.EXAMPLE")) == ada)
    }

    @Test("B5 an account has at most a hundred aliases, also where the primary address becomes one")
    func limit() throws {
        var full = AccountAddresses(primary: "p@acme.example", aliases: [])
        for index in 0..<AccountAddresses.aliasesMax { full = try full.adding(address("a\(index)@acme.example")) }
        let more = try address("more@acme.example")
        #expect(throws: Refusal.tooLong("account.aliases", "100 addresses")) { try full.adding(more) }
        #expect(throws: Refusal.tooLong("account.aliases", "100 addresses")) { try full.changingPrimary(to: more) }
        #expect(try full.changingPrimary(to: address("a7@acme.example")).aliases.count == 100)
    }

    @Test("B5 a primary address is no alias: it is not taken away")
    func removing() throws {
        #expect(throws: AccountAddresses.primaryIsNoAlias) { try ada.removing("ada@acme.example") }
        #expect(try ada.removing("a.lovelace@acme.example").aliases.isEmpty)
        #expect(try ada.removing("nobody@acme.example") == ada)
    }

    @Test("B5 an alias changes places with the primary address; a new one leaves it as an alias; another spelling only spells")
    func primary() throws {
        let swapped = try ada.changingPrimary(to: address("A.Lovelace@acme.example"))
        #expect(swapped == AccountAddresses(primary: "A.Lovelace@acme.example", aliases: ["Ada@Acme.example"]))
        let new = try ada.changingPrimary(to: address("king@acme.example"))
        #expect(new.aliases == ["a.lovelace@acme.example", "Ada@Acme.example"])
        let spelled = try ada.changingPrimary(to: address("ada@acme.example"))
        #expect(spelled == AccountAddresses(primary: "ada@acme.example", aliases: ada.aliases))
    }

    @Test("C6 only a Full admin changes another administrator's addresses; nobody an invited or a deleted account's")
    func who() throws {
        let organization = OrganizationID("org_1")
        func standing(_ id: String, _ kind: Standing.Kind, _ state: Standing.State, _ role: RoleID? = nil) -> Standing {
            Standing(
                id: AccountID(id), organization: organization, kind: kind, state: state,
                roles: role.map { [AssignedRole($0)] } ?? [])
        }
        func judged(_ target: Standing, by role: RoleID) -> Refusal.Code? {
            let who = Administrator(
                standing("acc_1", .administrator, .active, role), rolesEnabled: true,
                policies: Policies(.functionalAccounts))
            do throws(Refusal) {
                try target.mayChangeAddresses(by: who)
                return nil
            } catch { return error.code }
        }
        let administrator = standing("acc_2", .administrator, .active, .support)
        #expect(judged(administrator, by: .policyAdmin) == .fullAdminOnly && judged(administrator, by: .fullAdmin) == nil)
        #expect(judged(standing("acc_1", .administrator, .active, .policyAdmin), by: .policyAdmin) == nil)
        for (state, refused) in [(Standing.State.invited, Refusal.Code.wrongState), (.deleted, .wrongState)] {
            #expect(judged(standing("acc_3", .user, state), by: .fullAdmin) == refused)
        }
        for state in [Standing.State.active, .suspended] {
            #expect(judged(standing("acc_3", .functional, state), by: .policyAdmin) == nil)
        }
    }
}
