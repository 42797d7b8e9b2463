import Contract
import IdentityHandlers
import Messages
import RPC
import Testing

/// B5: an address whose domain is in its own script is the one with its A-labels, wherever one is taken.
@Suite struct AddressTests {
    private let given = "Info@BÜCHER.example"
    private let forms = ["Info@BÜCHER.example", "info@bücher.example", "INFO@XN--BCHER-KVA.EXAMPLE"]

    private func invite(
        _ address: String, to acme: Acme, in installation: Installation
    ) async throws(Status) -> InviteAccountResponse {
        try await installation.call(
            AccountServiceMethods.inviteAccount,
            InviteAccountRequest(account: Account(organizationId: acme.id, address: address)), as: acme.owner)
    }

    @Test("B5 it is stored as given, shown in both forms, and found and signed in to by either")
    func forms() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let invited = try await invite(given, to: acme, in: installation)
        #expect(invited.account?.address == given && invited.account?.asciiAddress == "Info@xn--bcher-kva.example")
        let accepted = try await installation.call(
            InvitationServiceMethods.acceptInvitation,
            AcceptInvitationRequest(invitationToken: invited.invitationToken, password: password))
        for form in forms {
            let found = try await installation.call(
                AccountServiceMethods.getAccount, GetAccountRequest(key: .address(form)), as: acme.owner)
            #expect(found.account == accepted.account)
            let session = try await installation.call(
                SessionServiceMethods.createSession, CreateSessionRequest(address: form, password: password))
            #expect(session.account?.asciiAddress == "Info@xn--bcher-kva.example")
        }
        let listed = try await installation.call(
            AccountServiceMethods.listAccounts, ListAccountsRequest(organizationId: acme.id), as: acme.owner)
        #expect(listed.accounts.map(\.asciiAddress).contains("Info@xn--bcher-kva.example"))
    }

    @Test("B5 it is taken in every form, for a person, a mailbox and an owner")
    func taken() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let invited = try await invite(given, to: acme, in: installation)
        _ = try await installation.call(
            InvitationServiceMethods.acceptInvitation, AcceptInvitationRequest(invitationToken: invited.invitationToken))
        for form in forms {
            let person = await failure { () throws(Status) in try await invite(form, to: acme, in: installation) }
            let mailbox = await failure { () throws(Status) in
                try await installation.call(
                    AccountServiceMethods.createFunctionalAccount,
                    CreateFunctionalAccountRequest(account: Account(organizationId: acme.id, address: form)), as: acme.owner)
            }
            let owner = await failure { () throws(Status) in
                try await installation.operate(
                    OrganizationServiceMethods.createOrganization,
                    CreateOrganizationRequest(organization: Organization(displayName: "B"), owner: Account(address: form)))
            }
            for refused in [person, mailbox, owner] { #expect(refused?.reason == .alreadyExists) }
        }
    }

    @Test("B5 what is no domain is refused, and a local part outside ASCII with a reason of its own")
    func refused() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let cases: [(String, ErrorReason)] = [
            ("jürgen@acme.example", .localPartNotAscii), ("a@\u{2603}.example", .invalidField),
            ("a@xn--a.example", .invalidField),
            (String(repeating: "l", count: 64) + "@\(String(repeating: "ü.", count: 23))example", .tooLong),
        ]
        for (address, reason) in cases {
            let refused = await failure { () throws(Status) in try await invite(address, to: acme, in: installation) }
            #expect(refused?.code == .invalidArgument && refused?.reason == reason)
            #expect(refused?.metadata["field"] == "account.address")
        }
    }
}
