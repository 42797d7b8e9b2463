import Contract
import IdentityDomain
import IdentityHandlers
import Messages
import RPC
import Testing

/// What an account may do with itself, without a role.
@Suite struct OwnAccountTests {
    let installation: Installation
    let acme: Acme
    let jo: Account

    init() async throws {
        installation = try await Installation()
        acme = try await installation.acme(ownerPassword: password)
        jo = try await installation.member("jo", of: acme)
    }

    private func get(_ key: GetAccountRequest.Key, as account: Account) async throws(Status) -> Account? {
        try await installation.call(AccountServiceMethods.getAccount, GetAccountRequest(key: key), as: account).account
    }

    @Test("an account reads itself, whatever its role lacks")
    func reads() async throws {
        let found = try #require(try await get(.accountId(jo.id), as: jo))
        #expect(found.id == jo.id && found.address == jo.address)
        // What one may is no event, as every reading of an account.
        #expect(try await installation.events().allSatisfy { $0.action != "account.read" })
    }

    @Test("C15 D28 any other account is refused in the same words, whether it is there or not")
    func others() async throws {
        let elsewhere = try await installation.acme("other")
        let table: [GetAccountRequest.Key] = [
            .accountId(acme.owner.id), .accountId(elsewhere.owner.id), .accountId("acc_00000000000000000000000000"),
            // By an address one is not known before it has been looked up.
            .address(acme.owner.address), .address("nobody@acme.example"), .address(jo.address),
        ]
        for key in table {
            let status = await failure { () throws(Status) in try await get(key, as: jo) }
            #expect(status?.code == .permissionDenied && status?.reason == .roleLacksScope, "\(key)")
            #expect(
                status?.metadata == ["scope": "account_details", "needed": "view", "held": "none", "roles": "none"])
        }
    }

    @Test("what only looks like one's own id is none")
    func alike() async throws {
        for id in [jo.id + "0", jo.id.uppercased(), "mbx_" + jo.id.dropFirst(4), jo.id + "\u{0}", ""] {
            let status = await failure { () throws(Status) in try await get(.accountId(id), as: jo) }
            #expect(status?.code == .invalidArgument, "\(id)")
        }
    }

    @Test("B3 a suspended account does not read itself, and an invited one does not yet")
    func notActive() async throws {
        let invited = try #require(try await installation.invite("new", to: acme).account)
        #expect(
            await failure { () throws(Status) in try await get(.accountId(invited.id), as: invited) }?.reason == .wrongState)
        try await installation.suspend(jo, by: acme.owner)
        let status = await failure { () throws(Status) in try await get(.accountId(jo.id), as: jo) }
        #expect(status?.code == .permissionDenied && status?.reason == .wrongState)
    }

    @Test("a session and an account that are not the same person read neither")
    func twoActors() async throws {
        let session = try await installation.signIn(acme.owner, password).sessionToken
        for (key, account) in [(acme.owner, jo), (jo, jo)] {
            let status = await failure { () throws(Status) in
                try await installation.call(
                    AccountServiceMethods.getAccount, GetAccountRequest(key: .accountId(key.id)), as: account,
                    session: session)
            }
            #expect(status?.reason == .selectorsDisagree)
        }
    }

    @Test("reading is all: one's own names, state and role need what they need of anybody")
    func changesNothing() async throws {
        let requests: [(String, any Message)] = [
            (
                AccountServiceMethods.updateAccount.descriptor.path,
                UpdateAccountRequest(
                    account: Account(id: jo.id, displayName: "New"), updateMask: FieldMask(paths: ["display_name"]))
            ),
            (AccountServiceMethods.suspendAccount.descriptor.path, SuspendAccountRequest(accountId: jo.id)),
            (
                AdministratorServiceMethods.assignRole.descriptor.path,
                AssignRoleRequest(accountId: jo.id, roleId: RoleID.fullAdmin.text)
            ),
        ]
        for (path, request) in requests {
            let status = await failure { () throws(Status) in
                try await installation.transport.unary(
                    path, request.encoded(), CallOptions(metadata: [(MetadataKey.account, jo.id)]))
            }
            #expect(status?.reason == .roleLacksScope, "\(path)")
        }
    }
}
