import Contract
import Messages
import RPC
import Testing

/// What a method's access makes of identity's answer.
struct AccessRefusalTests {
    private static let person = "acc_00000000000000000000000001"
    private static let other = "acc_00000000000000000000000002"
    private static let own = EventTarget(id: person, resourceType: "account")
    private static let ownMailbox = EventTarget(resourceType: "mailbox", mailboxId: "mbx_00000000000000000000000001")

    private let viewing = [AccessDemand(scope: "account_details", level: .view)]

    /// Identity's answer about the person.
    private func answer(_ reason: AuthorizeReason, held: [AccessLevel] = [], owner: Bool = false) -> AuthorizeResponse {
        AuthorizeResponse(
            allowed: reason == .unspecified, reason: reason, accountId: reason == .noSuchAccount ? "" : Self.person,
            organizationId: "org_1", roleIds: owner ? ["rol_full_admin"] : [], held: held,
            owner: owner, fullAdmin: owner)
    }

    @Test("who has what is demanded may, whatever is touched")
    func allowed() {
        let access = Access(kind: .account, demands: viewing)
        for target in [EventTarget(), Self.own, EventTarget(id: Self.other)] {
            #expect(access.refusal(answer(.unspecified, held: [.view]), touching: target) == nil)
        }
    }

    @Test("C15 what a request names is demanded besides; a scope stands once, at its highest level")
    func named() {
        let access = Access(kind: .account, demands: viewing)
        let editing = AccessDemand(scope: "account_details", level: .edit)
        let roles = AccessDemand(scope: "administrator_role", level: .edit)
        #expect(access.demanding([]) == access)
        #expect(access.demanding([roles, editing, roles]).demands == [editing, roles])
        #expect(access.demanding([editing]).demanding(viewing).demands == [editing])
        let denied = access.demanding([roles]).refusal(answer(.roleLacksScope, held: [.view]), touching: EventTarget())
        #expect(denied?.metadata["scope"] == "administrator_role" && denied?.metadata["held"] == "none")
    }

    @Test("C15 every scope that is lacking, needed and held, in one order; what is held enough is not named")
    func lacking() {
        let access = Access(
            kind: .account,
            demands: [
                AccessDemand(scope: "organizational_units", level: .edit), AccessDemand(scope: "delegations", level: .edit),
                AccessDemand(scope: "password_reset", level: .view),
            ])
        var denied = answer(.roleLacksScope, held: [.edit, .view, .unspecified])
        denied.roleIds = ["rol_auditor", "rol_support"]
        let status = access.refusal(denied, touching: EventTarget())
        #expect(status?.code == .permissionDenied && status?.reason == .roleLacksScope)
        #expect(
            status?.metadata == [
                "scope": "delegations,password_reset", "needed": "edit,view", "held": "view,none",
                "roles": "rol_auditor,rol_support",
            ])
        #expect(
            status?.message == "needs delegations: edit and password_reset: view; the account's roles have view and none")
        // An answer that says less than it should, of a server that is older: nothing is held.
        let short = access.refusal(answer(.roleLacksScope), touching: EventTarget())
        #expect(short?.metadata["held"] == "none,none,none" && short?.metadata["roles"] == "none")
    }

    @Test("or_self: the account itself may without the demands, and nobody else")
    func orSelf() {
        let access = Access(kind: .account, demands: viewing, orSelf: true)
        let denied = answer(.roleLacksScope, held: [.unspecified])
        #expect(access.refusal(denied, touching: Self.own) == nil)
        for target in [
            EventTarget(), EventTarget(id: Self.other), EventTarget(id: Self.person + " "),
            EventTarget(id: Self.person.uppercased()),
            Self.ownMailbox, EventTarget(subjectId: Self.person),
        ] {
            #expect(access.refusal(denied, touching: target)?.reason == .roleLacksScope, "\(target)")
        }
        #expect(Access(kind: .account, demands: viewing).refusal(denied, touching: Self.own)?.reason == .roleLacksScope)
    }

    @Test("or_mailbox_owner: the account may without the demands in its own mailbox, and in no other")
    func orMailboxOwner() {
        let access = Access(kind: .account, demands: viewing, orMailboxOwner: true)
        let denied = answer(.roleLacksScope, held: [.unspecified])
        #expect(access.refusal(denied, touching: Self.ownMailbox) == nil)
        let another = "mbx_00000000000000000000000009"
        #expect(access.refusal(denied, touching: EventTarget(mailboxId: another, ownerId: Self.person)) == nil)
        for target in [
            EventTarget(), Self.own, EventTarget(mailboxId: another, ownerId: Self.other),
            EventTarget(mailboxId: "mbx_00000000000000000000000002"),
            EventTarget(mailboxId: Self.person),
            EventTarget(mailboxId: "mbx_"), EventTarget(id: "mbx_00000000000000000000000001"),
        ] {
            #expect(access.refusal(denied, touching: target)?.reason == .roleLacksScope, "\(target)")
        }
        #expect(
            Access(kind: .account, demands: viewing, orSelf: true).refusal(denied, touching: Self.ownMailbox)?.reason
                == .roleLacksScope)
    }

    @Test("B3 who may not act at all does not act on its own either")
    func notActive() {
        let access = Access(kind: .account, demands: viewing, orSelf: true, orMailboxOwner: true)
        let both = EventTarget(id: Self.person, mailboxId: Self.ownMailbox.mailboxId)
        let table: [(AuthorizeReason, Code)] = [
            (.noSuchAccount, .unauthenticated), (.sessionInvalid, .unauthenticated),
            (.accountNotActive, .permissionDenied), (.otherOrganization, .notFound), (.unknownScope, .permissionDenied),
            (.unrecognized(99), .permissionDenied),
        ]
        for (reason, code) in table {
            #expect(access.refusal(answer(reason), touching: both)?.code == code, "\(reason)")
        }
        // An answer without a name is nobody's own, also where the request names nothing.
        var nameless = answer(.roleLacksScope)
        nameless.accountId = ""
        for target in [EventTarget(), EventTarget(mailboxId: "mbx_")] {
            #expect(access.refusal(nameless, touching: target)?.reason == .roleLacksScope)
        }
    }

    @Test("A2 a method for the owner is for the owner alone, and its demands count too")
    func owner() {
        let access = Access(kind: .owner)
        #expect(access.refusal(answer(.unspecified, owner: true), touching: EventTarget()) == nil)
        var fullAdmin = answer(.unspecified)
        fullAdmin.roleIds = ["rol_full_admin"]
        fullAdmin.fullAdmin = true
        let status = access.refusal(fullAdmin, touching: EventTarget())
        #expect(status?.code == .permissionDenied && status?.reason == .ownerOnly)
        #expect(status?.metadata == ["needed": "owner", "roles": "rol_full_admin"])
        // Hidden: exactly what is said of another organization, whether it is the owner or a scope that is missing.
        let nothing = access.refusal(answer(.otherOrganization), touching: EventTarget())
        #expect(nothing?.code == .notFound)
        #expect(Access(kind: .owner, hidden: true).refusal(fullAdmin, touching: EventTarget()) == nothing)
        #expect(
            Access(kind: .account, demands: viewing, hidden: true).refusal(answer(.roleLacksScope), touching: EventTarget())
                == nothing)
        let suspended = Access(kind: .owner, hidden: true).refusal(answer(.accountNotActive), touching: EventTarget())
        #expect(suspended?.reason == .wrongState)
        let demanding = Access(kind: .owner, demands: [AccessDemand(scope: "subscription", level: .edit)])
        #expect(
            demanding.refusal(answer(.roleLacksScope, held: [.view], owner: true), touching: EventTarget())?.reason
                == .roleLacksScope)
    }
}
