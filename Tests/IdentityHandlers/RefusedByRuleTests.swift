import Contract
import IdentityDomain
import IdentityHandlers
import Messages
import RPC
import Testing

/// Every refusal by a rule is an event with its reason, and tells what was needed and held.
@Suite struct RefusedByRuleTests {
    private func denied(_ installation: Installation) async throws -> [Event] {
        try await installation.events().filter { $0.outcome == .denied }
    }

    @Test("E2 what a rule refuses is an event, whatever its status; what is wrong in form is none")
    func reasons() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let policy = try await installation.member("policy", of: acme, role: .policyAdmin)
        let support = try await installation.member("support", of: acme, role: .support)
        let jo = try await installation.member("jo", of: acme)
        let office = try await installation.functional("office", of: acme)
        let (outer, inner) = (try await installation.group("outer", of: acme), try await installation.group("inner", of: acme))
        try await installation.add(inner.id, to: outer, by: acme.owner)
        let invited = try #require(try await installation.invite("new", to: acme).account)
        typealias Attempt = (ErrorReason, () async throws(Status) -> Void)
        let attempts: [Attempt] = [
            (.isOwner, { () throws(Status) in try await installation.suspend(acme.owner, by: acme.owner) }),
            (.ownRole, { () throws(Status) in try await installation.assign(.support, to: acme.owner, by: acme.owner) }),
            (.roleLacksScope, { () throws(Status) in try await installation.assign(.auditor, to: jo, by: policy) }),
            (.fullAdminOnly, { () throws(Status) in try await installation.suspend(support, by: policy) }),
            (.wrongState, { () throws(Status) in try await installation.add(invited.id, to: outer, by: acme.owner) }),
            (.groupCycle, { () throws(Status) in try await installation.add(outer.id, to: inner, by: acme.owner) }),
            (.wrongType, { () throws(Status) in try await installation.assign(.support, to: office, by: acme.owner) }),
            (
                .notFound,
                { () throws(Status) in
                    _ = try await installation.call(
                        AccountServiceMethods.getAccount,
                        GetAccountRequest(key: .accountId("acc_" + String(repeating: "7", count: 26))), as: acme.owner)
                }
            ),
            (
                .alreadyExists,
                { () throws(Status) in
                    _ = try await installation.call(
                        GroupServiceMethods.createGroup,
                        CreateGroupRequest(group: Group(organizationId: acme.id, displayName: "outer")), as: acme.owner)
                }
            ),
        ]
        for (reason, attempt) in attempts {
            let before = try await denied(installation).count
            let status = await failure(attempt)
            #expect(status?.reason == reason)
            let told = try await denied(installation).dropFirst(before)
            #expect(told.map { $0.decision?.reason } == [reason.name], "\(reason.name)")
            let event = try #require(told.first)
            #expect(event.decision?.domain == reason.domain && event.organizationId == acme.id)
            #expect(event.decision?.demands.isEmpty == false, "\(reason.name) says what was needed")
        }
        let before = try await denied(installation).count
        let form = await failure { () throws(Status) in
            try await installation.call(
                GroupServiceMethods.createGroup, CreateGroupRequest(group: Group(organizationId: acme.id)), as: acme.owner)
        }
        #expect(form?.reason.refusal == .form)
        #expect(try await denied(installation).count == before)
    }

    @Test("C15 every denial of permission says scope, needed and held")
    func denials() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let policy = try await installation.member("policy", of: acme, role: .policyAdmin)
        let support = try await installation.member("support", of: acme, role: .support)
        let jo = try await installation.member("jo", of: acme)
        let statuses = [
            await failure { () throws(Status) in try await installation.suspend(policy, by: support) },
            await failure { () throws(Status) in try await installation.assign(.support, to: acme.owner, by: acme.owner) },
            await failure { () throws(Status) in try await installation.assign(.auditor, to: support, by: jo) },
        ]
        for status in statuses {
            let status = try #require(status)
            #expect(status.code == .permissionDenied)
            let lists = ["scope", "needed", "held"].map { status.metadata[$0]?.split(separator: ",").count ?? 0 }
            #expect(lists.allSatisfy { $0 == lists[0] && $0 > 0 }, "\(status.reason.name): \(status.metadata)")
        }
        #expect(statuses[0]?.metadata["held"] == "edit" && statuses[0]?.metadata["roles"] == "rol_support")
        #expect(statuses[2]?.metadata["held"] == "none")
        try await installation.suspend(support, by: acme.owner)
        let suspended = await failure { () throws(Status) in try await installation.suspend(jo, by: support) }
        #expect(suspended?.reason == .wrongState && suspended?.metadata["needed"] == "edit")
    }

    @Test("D28 E2 what is another organization's and what is nowhere leave the same trace, in the own log alone")
    func elsewhere() async throws {
        let installation = try await Installation()
        let (acme, other) = (try await installation.acme(), try await installation.acme("other"))
        let nowhere = "acc_" + String(repeating: "7", count: 26)
        for id in [other.owner.id, nowhere] {
            let status = await failure { () throws(Status) in
                try await installation.call(
                    AccountServiceMethods.suspendAccount,
                    SuspendAccountRequest(accountId: id, justification: "left"), as: acme.owner)
            }
            #expect(status?.reason == .notFound)
        }
        var told = try await denied(installation)
        #expect(told.count == 2 && told.allSatisfy { $0.organizationId == acme.id && $0.decision?.reason == "NOT_FOUND" })
        #expect(told.map { $0.target?.id } == [other.owner.id, nowhere])
        for index in told.indices { (told[index].target, told[index].id, told[index].occurTime) = (nil, "", nil) }
        for index in told.indices { told[index].personal = [] }
        #expect(told[0] == told[1])
    }

    @Test("an operator's refusal is an event of the installation's log; one that was tried out says so")
    func operators() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let status = await failure { () throws(Status) in
            try await installation.operate(
                OrganizationServiceMethods.createOrganization,
                CreateOrganizationRequest(
                    organization: Organization(displayName: "again"),
                    owner: Account(address: acme.owner.address, displayName: "Owner"), validateOnly: true))
        }
        #expect(status?.reason == .alreadyExists)
        let event = try #require(try await denied(installation).last)
        #expect(event.organizationId == "" && event.actor?.kind == .operator)
        #expect(event.decision?.reason == "ALREADY_EXISTS" && event.flags == [.validateOnly])
    }

    @Test("E2 what was done tells the demands with what was held")
    func done() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let support = try await installation.member("support", of: acme, role: .support)
        let jo = try await installation.member("jo", of: acme)
        try await installation.suspend(jo, by: support)
        let event = try #require(try await installation.events().last)
        let demands = AccountServiceMethods.suspendAccount.descriptor.access.demands
        #expect(
            event.decision
                == EventDecision(demands: demands.map { EventDemand(scope: $0.scope, needed: $0.level, held: .edit) }))
        #expect(event.actor?.roleIds == ["rol_support"])
    }
}
