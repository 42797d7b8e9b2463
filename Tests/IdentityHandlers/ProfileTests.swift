import Contract
import IdentityDomain
import IdentityHandlers
import Messages
import RPC
import Testing

@Suite struct ProfileTests {
    private static let paths = ["display_name", "language", "time_zone", "displayed_sender", "picture_url"]

    private func update(
        _ account: Account, _ paths: [String] = Self.paths, in installation: Installation, as actor: Account? = nil,
        session: String? = nil, _ set: (inout Account) -> Void = { _ in }
    ) async throws(Status) -> UpdateProfileResponse {
        var wanted = Account(id: account.id)
        set(&wanted)
        return try await installation.call(
            AccountServiceMethods.updateProfile, UpdateProfileRequest(account: wanted, updateMask: FieldMask(paths: paths)),
            as: actor, session: session)
    }

    private func profile(_ account: inout Account) {
        account.displayName = "Jo March"
        (account.language, account.timeZone) = ("de-at", "Europe/Vienna")
        (account.displayedSender, account.pictureUrl) = (.hideDelegate, "https://pictures.example/jo.png")
    }

    @Test("B8 everybody changes their own profile, by their session or a caller trusted to name them, whatever the role")
    func own() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        for role in [nil, RoleID.support, .auditor] {
            let name = role?.text ?? "user"
            let jo = try await installation.member(name, of: acme, role: role, password: password)
            let session = try await installation.signIn(jo, password).sessionToken
            let answer = try await update(jo, in: installation, session: session, profile)
            #expect(answer.account?.language == "de-AT" && answer.account?.timeZone == "Europe/Vienna")
            #expect(answer.account?.displayedSender == .hideDelegate && answer.account?.displayName == "Jo March")
            #expect(try await installation.get(jo, as: acme.owner) == answer.account)
            #expect(try await update(jo, in: installation, as: jo, profile).unchanged)
            let cleared = try await update(jo, ["language", "displayed_sender"], in: installation, as: jo)
            #expect(cleared.account?.language == "" && cleared.account?.displayedSender == .unspecified)
            #expect(cleared.account?.timeZone == "Europe/Vienna")
        }
        let event = try #require(try await installation.events().last)
        #expect(event.action == "account.profile_updated" && event.changes.map(\.path) == ["displayed_sender"])
        #expect(try await installation.told().last?["changes.language.before"] == "de-AT")
    }

    @Test("B8 C8 another's profile needs account_details: edit; Support sets an account's displayed sender, an Auditor nothing")
    func others() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let support = try await installation.member("support", of: acme, role: .support)
        let auditor = try await installation.member("auditor", of: acme, role: .auditor)
        let (jo, al) = (try await installation.member("jo", of: acme), try await installation.member("al", of: acme))
        let desk = try await installation.functional("desk", of: acme)
        for (target, actor, expected) in [
            (jo, support, nil), (desk, support, nil), (auditor, support, nil), (jo, auditor, ErrorReason.roleLacksScope),
            (jo, al, .roleLacksScope), (desk, al, .roleLacksScope),
        ] {
            let refused = await failure { () throws(Status) in
                try await update(target, ["displayed_sender"], in: installation, as: actor) { $0.displayedSender = .showDelegate }
            }
            #expect(refused?.reason == expected, "\(target.displayName) by \(actor.displayName)")
        }
        // A functional account does nothing, so it does not change its own either.
        try await installation.retype(jo, .functional, by: acme.owner)
        #expect(await failure { () throws(Status) in try await update(jo, in: installation, as: jo, profile) } != nil)
    }

    @Test("B8 what a profile cannot be is refused by its field, and nothing of it is stored")
    func refused() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let jo = try await installation.member("jo", of: acme)
        let wrong: [(String, (inout Account) -> Void)] = [
            ("account.language", { $0.language = "de_AT" }), ("account.time_zone", { $0.timeZone = "../etc/passwd" }),
            ("account.picture_url", { $0.pictureUrl = "javascript:alert(1)" }),
        ]
        for (field, set) in wrong {
            let status = await failure { () throws(Status) in
                try await update(jo, in: installation, as: jo) {
                    profile(&$0)
                    set(&$0)
                }
            }
            #expect(status?.reason == .invalidField && status?.metadata["field"] == field)
        }
        for paths in [[], ["address"], ["external_id"], ["display_name", "state"]] {
            #expect(
                await failure { () throws(Status) in try await update(jo, paths, in: installation, as: jo) }?.code
                    == .invalidArgument)
        }
        #expect(try await installation.get(jo, as: acme.owner).displayName == "jo")
        try await installation.delete(jo, by: acme.owner)
        let gone = await failure { () throws(Status) in try await update(jo, in: installation, as: acme.owner, profile) }
        #expect(gone?.reason == .wrongState)
    }

    @Test("B3 B8 a tombstone keeps the name and nothing else of a profile")
    func tombstone() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let jo = try await installation.member("jo", of: acme)
        _ = try await update(jo, in: installation, as: jo, profile)
        try await installation.delete(jo, by: acme.owner)
        let left = try await installation.get(jo, as: acme.owner)
        #expect(left.displayName == "Jo March" && left.address == "jo@acme.example")
        #expect(left.language.isEmpty && left.timeZone.isEmpty && left.pictureUrl.isEmpty)
        #expect(left.displayedSender == .unspecified)
    }
}
