import Contract
import IdentityDomain
import IdentityHandlers
import IdentityStorage
import Messages
import RPC
import SQL
import Testing

@Suite struct RoleTests {
    @Test("A2 C5 only the owner adds and removes administrators; a Full admin changes them")
    func permissions() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let full = try await installation.member("full", of: acme, role: .fullAdmin)
        let policy = try await installation.member("policy", of: acme, role: .policyAdmin)
        let user = try await installation.member("jo", of: acme)
        #expect(
            await failure { () throws(Status) in try await installation.assign(.support, to: user, by: full) }?.reason
                == .ownerOnly)
        #expect(
            await failure { () throws(Status) in try await installation.assign(.unspecified, to: policy, by: full) }?.reason
                == .ownerOnly)
        #expect(
            await failure { () throws(Status) in try await installation.assign(.support, to: full, by: policy) }?.reason
                == .roleLacksScope)
        let changed = try await installation.assign(.support, to: policy, by: full)
        #expect(changed.account?.role == .support && !changed.eventId.isEmpty)
        #expect(try await installation.assign(.support, to: policy, by: full).unchanged)
        let removed = try await installation.assign(.unspecified, to: policy, by: acme.owner)
        #expect(removed.account?.accountType == .user && removed.account?.role == .unspecified)
    }

    @Test("C4 nobody changes their own role, not as a no-op, and not by a second session")
    func ownRole() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme(ownerPassword: password)
        let full = try await installation.member("full", of: acme, role: .fullAdmin)
        for (account, role) in [(acme.owner, Role.fullAdmin), (acme.owner, .unspecified), (full, .fullAdmin), (full, .support)] {
            let status = await failure { () throws(Status) in try await installation.assign(role, to: account, by: account) }
            #expect(status?.code == .permissionDenied && status?.reason == .ownRole)
        }
        let session = try await installation.signIn(acme.owner, password).sessionToken
        let status = await failure { () throws(Status) in
            try await installation.call(
                AdministratorServiceMethods.assignRole, AssignRoleRequest(accountId: acme.owner.id, role: .support),
                session: session)
        }
        #expect(status?.reason == .ownRole)
    }

    @Test("A4 C7 the owner is not demoted, and the second last Full admin goes with a warning")
    func owner() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let full = try await installation.member("full", of: acme, role: .fullAdmin)
        #expect(
            await failure { () throws(Status) in try await installation.assign(.support, to: acme.owner, by: full) }?.reason
                == .isOwner)
        let demoted = try await installation.assign(.auditor, to: full, by: acme.owner)
        #expect(demoted.warnings == [.lastFullAdmin])
        #expect(try #require(try await installation.events().last).lastFullAdminWarning)
    }

    @Test("C7 two who demote each other at once never leave the organization without a Full admin")
    func race() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let a = try await installation.member("a", of: acme, role: .fullAdmin)
        let b = try await installation.member("b", of: acme, role: .fullAdmin)
        // An owner who is always there would hide the race.
        try await installation.write(acme.owner.id) {
            $0.state = .suspended; $0.suspendTime = Timestamp(microsecondsSince1970: 1)
        }
        for round in 0..<1000 {
            async let first = failure { () throws(Status) in try await installation.assign(.support, to: b, by: a) }
            async let second = failure { () throws(Status) in try await installation.assign(.support, to: a, by: b) }
            let failures = await [first, second]
            #expect(failures.filter { $0 == nil }.count == 1, "round \(round): \(failures)")
            for case let status? in failures {
                #expect([.roleLacksScope, .fullAdminOnly, .lastFullAdmin].contains(status.reason), "round \(round)")
            }
            for id in [a.id, b.id] { try await installation.write(id) { $0.role = .fullAdmin } }
        }
    }
}

extension Installation {
    /// Changes an account behind the rules' back.
    func write(_ id: String, _ change: @escaping @Sendable (inout Account) -> Void) async throws {
        _ = try await store.write { tx in
            guard var account = try tx.account(AccountID(id)) else { return }
            change(&account)
            _ = try tx.update(account)
        }
    }
}
