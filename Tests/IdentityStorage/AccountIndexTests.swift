import IdentityDomain
import IdentityStorage
import Messages
import SQL
import Testing

@Suite struct AccountIndexTests {
    let index = AccountIndex(idleMicros: 100)
    let owner = AccountID("acc_owner")

    private func apply(_ changes: ChangeRecord...) {
        index.apply([CommittedTransaction(position: 1, changes: changes)])
    }

    private func record(_ resource: some Message) -> ChangeRecord {
        ChangeRecord(organization: "org_acme", id: "", type: type(of: resource).name, value: resource.encoded())
    }

    private func session(_ hash: UInt8, expireTime: Int64 = 1000, useTime: Int64 = 0) -> StoredSession {
        StoredSession(tokenHash: [hash], account: owner, expireTime: expireTime, useTime: useTime)
    }

    private func owner(_ state: AccountState, revision: Int64) -> ChangeRecord {
        var changed = account("acc_owner", .administrator, state)
        changed.revision = revision
        return record(changed)
    }

    @Test("A8 an entry knows its organization's switch")
    func entries() {
        apply(record(organization(rolesEnabled: false)), record(account("acc_u")))
        #expect(index.entry(AccountID("acc_u"))?.rolesEnabled == false)
        #expect(index.entry(AccountID("acc_u"))?.standing.kind == .user)
        #expect(index.entry(AccountID("acc_x")) == nil)
    }

    @Test("roles come and go by their assignments, and stay where the account changes")
    func roles() {
        func told(_ assignment: RoleAssignment, deleted: Bool = false) -> ChangeRecord {
            ChangeRecord(
                organization: "org_acme", id: assignment.id, type: RoleAssignment.name,
                value: deleted ? [] : assignment.encoded(), deleted: deleted)
        }
        func held() -> [AssignedRole]? { index.entry(owner)?.standing.roles }
        let (whole, ofUnit) = (assignment("acc_owner", .support), assignment("acc_owner", .support, in: "unt_a"))
        apply(owner(.active, revision: 1), told(whole))
        apply(told(ofUnit))
        #expect(held() == [AssignedRole(.support), AssignedRole(.support, in: UnitID("unt_a"))])
        apply(owner(.suspended, revision: 2))
        #expect(held()?.count == 2)
        apply(told(whole, deleted: true))
        #expect(held() == [AssignedRole(.support, in: UnitID("unt_a"))])
        // What it has never heard of is not there, and what it has heard of is there once.
        apply(told(whole, deleted: true), told(ofUnit), told(assignment("acc_x", .fullAdmin)))
        #expect(held()?.count == 1 && index.entry(AccountID("acc_x")) == nil)
    }

    @Test(
        "a mark takes every assignment that names its id, and no other",
        arguments: ["acc_owner", "rol_support", "unt_a", "org_acme", "acc_x"])
    func marks(id: String) {
        let kept = assignment("acc_u", .auditor)
        apply(owner(.active, revision: 1), record(account("acc_u")), record(kept))
        apply(record(assignment("acc_owner", .support, in: "unt_a")))
        apply(ChangeRecord(organization: "org_acme", id: id, type: RoleAssignment.name, value: [], deleted: true, cascade: true))
        #expect(index.entry(owner)?.standing.roles.count == (id == "acc_x" ? 1 : 0))
        #expect(index.entry(AccountID("acc_u"))?.standing.roles.count == (id == "org_acme" ? 0 : 1))
    }

    @Test("B9 a session ends by its absolute and by its idle time")
    func lifetimes() {
        apply(owner(.active, revision: 1))
        index.add(session(1, expireTime: 150), revision: 1, now: 0)
        #expect(index.use(sessionHash: [1], now: 99) == owner)
        #expect(index.use(sessionHash: [1], now: 149) == owner)
        #expect(index.use(sessionHash: [1], now: 150) == nil)
        index.add(session(2), revision: 1, now: 0)
        #expect(index.use(sessionHash: [2], now: 100) == nil)
        #expect(index.use(sessionHash: [2], now: 1) == nil)
        #expect(index.counts.sessions == 0)
    }

    @Test("B3 suspending ends sessions, and reactivating does not bring them back")
    func suspension() {
        apply(owner(.active, revision: 1))
        index.add(session(1), revision: 1, now: 0)
        apply(owner(.suspended, revision: 2))
        #expect(index.use(sessionHash: [1], now: 1) == nil)
        apply(owner(.active, revision: 3))
        #expect(index.use(sessionHash: [1], now: 1) == nil)
        index.add(session(2), revision: 3, now: 1)
        #expect(index.use(sessionHash: [2], now: 2) == owner)
    }

    @Test("B3 a session made just before a suspension does not slip in behind it")
    func lateSession() {
        apply(owner(.active, revision: 1))
        apply(owner(.suspended, revision: 2))
        apply(owner(.active, revision: 3))
        index.add(session(1), revision: 1, now: 0)
        #expect(index.use(sessionHash: [1], now: 1) == nil)
    }

    @Test("a loaded index is the one that grew")
    func load() async throws {
        let installation = try Installation()
        let grown = AccountIndex(idleMicros: 100)
        installation.store.onCommit(.view) { grown.apply($0) }
        _ = try await installation.store.write { tx in
            try insertAcme(tx, rolesEnabled: false)
            try tx.insert(account("acc_u", .user, .suspended))
            try insertAdministrator(tx, "acc_a", .support)
            try tx.insert(assignment("acc_a", .auditor, in: "unt_a"))
            try insertAdministrator(tx, "acc_b", .support)
            let gone = assignment("acc_b", .auditor, in: "unt_a")
            try tx.insert(gone)
            try tx.delete(gone)
            for (hash, useTime) in [(UInt8(1), tx.now - 99), (2, tx.now - 100), (3, tx.now - 100)] {
                try tx.insert(
                    StoredSession(
                        tokenHash: [hash], account: AccountID("acc_owner"), expireTime: tx.now + 50, useTime: useTime))
            }
            try tx.note(SessionUse(tokenHash: [3], at: tx.now))
            try tx.note(SessionUse(tokenHash: [4], at: tx.now))
        }
        let loaded = AccountIndex(idleMicros: 100)
        try await installation.store.read { try loaded.load($0, now: Installation.now) }
        for id in ["acc_owner", "acc_u", "acc_a", "acc_b"] {
            #expect(loaded.entry(AccountID(id)) == grown.entry(AccountID(id)))
            #expect(loaded.entry(AccountID(id)) != nil)
        }
        let expected: [(UInt8, AccountID?)] = [(1, owner), (2, nil), (3, owner), (4, nil)]
        for (hash, account) in expected {
            #expect(loaded.use(sessionHash: [hash], now: Installation.now) == account)
        }
        #expect(loaded.entry(owner)?.standing.owner == true)
    }
}
