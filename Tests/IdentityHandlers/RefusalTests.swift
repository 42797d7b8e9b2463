import Contract
import IdentityDomain
import IdentityHandlers
import Messages
import RPC
import SQL
import Testing

@testable import Outbox

/// Denials and refused sign-ins: all on record, and never more of them than the log can hold.
@Suite struct RefusalTests {
    /// The events of refusals, without those of setting up.
    private func refusals(_ installation: Installation) async throws -> [Event] {
        try await installation.events().filter { $0.outcome == .denied }
    }

    @Test("E2 many denials of one administrator by one method are ten events and a count; other methods have their own")
    func denials() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let support = try await installation.member("support", of: acme, role: .support)
        let user = try await installation.member("jo", of: acme)
        for number in 0..<25 {
            let status = await failure { () throws(Status) in
                try await installation.call(
                    AdministratorServiceMethods.assignRole,
                    // Tried out or meant: it is counted alike.
                    AssignRoleRequest(accountId: user.id, roleId: RoleID.auditor.text, validateOnly: number % 2 == 0), as: support
                )
            }
            #expect(status?.code == .permissionDenied)
        }
        _ = await failure { () throws(Status) in try await installation.suspend(acme.owner, by: support) }
        #expect(try await refusals(installation).map(\.count) == Array(repeating: 0, count: 11))
        installation.advance(seconds: 60)
        try await installation.identity.refusals.writeCounts(all: false)
        let count = try #require(try await refusals(installation).last)
        #expect(count.count == 15 && count.action == "role.assigned" && count.organizationId == acme.id)
        #expect(count.actor?.id == support.id && count.target?.id == user.id)
        #expect(count.decision?.reason == "ROLE_LACKS_SCOPE" && count.personal.isEmpty)
        #expect(
            count.firstRefuseTime == count.lastRefuseTime && count.firstRefuseTime != nil
                && count.firstRefuseTime != count.occurTime)
    }

    @Test("B9 refused sign-ins are bounded by where they come from, so that none tells who has an address")
    func signIns() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme(ownerPassword: password)
        let jo = try await installation.member("jo", of: acme, password: password)
        func refuse(_ address: String, from: String = "192.0.2.9") async {
            let status = await failure { () throws(Status) in
                try await installation.call(
                    SessionServiceMethods.createSession, CreateSessionRequest(address: address, password: "wrong guess"),
                    personAt: from)
            }
            #expect(status?.reason == .wrongCredentials)
        }
        for number in 0..<9 { await refuse("nobody\(number)@acme.example") }
        await refuse(jo.address)
        #expect(try await refusals(installation).count == 10)
        // From here on an address that somebody has is counted like one that nobody has.
        for number in 10..<14 { await refuse("nobody\(number)@acme.example") }
        await refuse(jo.address)
        await refuse(acme.owner.address)
        #expect(try await refusals(installation).count == 10)
        await refuse(jo.address, from: "192.0.2.10")
        #expect(try await refusals(installation).count == 11)
        installation.advance(seconds: 60)
        try await installation.identity.refusals.writeCounts(all: false)
        let counts = try await refusals(installation).dropFirst(11)
        #expect(counts.allSatisfy { $0.action == "session.refused" })
        let byActor = Dictionary(uniqueKeysWithValues: counts.map { ($0.actor?.id ?? "", $0) })
        #expect(byActor.mapValues(\.count) == ["": 4, jo.id: 1, acme.owner.id: 1])
        #expect(byActor[""]?.organizationId == "" && byActor[jo.id]?.organizationId == acme.id)
    }

    @Test("B9 E2 who is slowed down is on record with every attempt, whether somebody has the address or nobody")
    func slowedDown() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme(ownerPassword: password)
        func attempt(_ address: String, _ secret: String, from: String) async -> ErrorReason? {
            let status = await failure { () throws(Status) in
                try await installation.call(
                    SessionServiceMethods.createSession, CreateSessionRequest(address: address, password: secret), personAt: from)
            }
            return status?.reason
        }
        for (address, from) in [(acme.owner.address, "192.0.2.9"), ("nobody@acme.example", "192.0.2.10")] {
            for _ in 0..<5 { #expect(await attempt(address, "wrong guess", from: from) == .wrongCredentials) }
            // The right password or a wrong one: nothing is checked.
            for _ in 0..<12 { #expect(await attempt(address, password, from: from) == .slowedDown) }
        }
        let alone = try await refusals(installation)
        #expect(alone.count == 20 && alone.allSatisfy { $0.action == "session.refused" && $0.count == 0 })
        let slowed = alone.filter { $0.decision?.reason == "SLOWED_DOWN" }
        #expect(slowed.map(\.organizationId) == Array(repeating: acme.id, count: 5) + Array(repeating: "", count: 5))
        #expect(slowed.map { $0.actor?.id ?? "" } == Array(repeating: acme.owner.id, count: 5) + Array(repeating: "", count: 5))
        installation.advance(seconds: 60)
        try await installation.identity.refusals.writeCounts(all: false)
        let counts = try await refusals(installation).dropFirst(20)
        #expect(counts.map(\.count) == [7, 7] && Set(counts.map(\.organizationId)) == [acme.id, ""])
    }

    @Test("B9 E2 a sign-in whose account is suspended while the password is checked is on record as refused")
    func suspendedMeanwhile() async throws {
        // At the cost that ships, a password takes longer than a suspension.
        let installation = try await Installation(scrypt: .standard)
        let acme = try await installation.acme()
        var refused = 0
        for number in 0..<5 {
            let jo = try await installation.member("jo\(number)", of: acme, password: password)
            async let signIn = failure { () throws(Status) in try await installation.signIn(jo, password) }
            try await installation.suspend(jo, by: acme.owner)
            if let status = await signIn {
                #expect(status.reason == .wrongCredentials)
                refused += 1
            }
        }
        let told = try await refusals(installation)
        #expect(told.count == refused && told.allSatisfy { $0.decision?.reason == "MAY_NOT_SIGN_IN" })
        #expect(told.allSatisfy { $0.action == "session.refused" && $0.organizationId == acme.id })
    }

    @Test("A5 E2 a wrong invitation token is an event of the installation's log; many are ten and a number")
    func invitations() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        func accept(_ token: String, validateOnly: Bool = false, from: String = "192.0.2.9") async -> ErrorReason? {
            let status = await failure { () throws(Status) in
                try await installation.call(
                    InvitationServiceMethods.acceptInvitation,
                    AcceptInvitationRequest(invitationToken: token, password: password, validateOnly: validateOnly),
                    personAt: from)
            }
            return status?.reason
        }
        let used = try await installation.invite("jo", to: acme).invitationToken
        let lapsed = try await installation.invite("kim", to: acme).invitationToken
        #expect(await accept(used) == nil)
        installation.advance(seconds: 400 * 24 * 3600)
        for token in [used, lapsed] { #expect(await accept(token) == .invitationInvalid) }
        for number in 0..<23 { #expect(await accept("made-up \(number)", validateOnly: number == 0) == .invitationInvalid) }
        let alone = try await refusals(installation)
        #expect(alone.count == 10)
        for event in alone {
            #expect(event.action == "account.accepted" && event.organizationId == "" && event.count == 0)
            #expect(event.decision?.reason == "INVITATION_INVALID" && event.actor?.id == Installation.backend)
        }
        #expect(alone.map { $0.flags.contains(.validateOnly) } == (0..<10).map { $0 == 2 })
        #expect(await accept("made-up", from: "192.0.2.10") == .invitationInvalid)
        #expect(try await refusals(installation).count == 11, "another source has ten of its own")
        installation.advance(seconds: 60)
        try await installation.identity.refusals.writeCounts(all: false)
        let count = try #require(try await refusals(installation).last)
        #expect(count.count == 15 && count.action == "account.accepted" && count.organizationId == "")
    }

    @Test("without room in the outbox who is denied still hears that, and it is counted until there is room")
    func noRoom() async throws {
        let installation = try await Installation(outboxEventsMax: 100)
        let acme = try await installation.acme(ownerPassword: password)
        let support = try await installation.member("support", of: acme, role: .support)
        let user = try await installation.member("jo", of: acme)
        let setUp = installation.store.outboxLength
        for _ in 0..<40 {
            let status = await failure { () throws(Status) in
                try await installation.assign(.auditor, to: user, by: support)
            }
            #expect(status?.reason == .roleLacksScope)
            installation.advance(seconds: 7)
        }
        let wrong = await failure { () throws(Status) in try await installation.signIn(acme.owner, "wrong guess") }
        #expect(wrong?.reason == .wrongCredentials)
        #expect(installation.store.outboxLength == 20, "the share of refusals")
        // Changes have their room.
        try await installation.suspend(user, by: acme.owner)
        try await installation.store.outboxAcknowledge(upTo: installation.store.outboxLast)
        installation.advance(seconds: 60)
        try await installation.identity.refusals.writeCounts(all: false)
        let written = try await refusals(installation).reduce(0) { $0 + $1.count }
        #expect(written == 41 - Int64(20 - setUp), "every one is on record")
    }
}
