internal import IdentityDomain
internal import Messages
internal import SQL

/// The state behind an `AccountIndex`; its invariants stand there.
struct IndexState {
    private struct Known {
        var standing: Standing
        /// Sessions made under this revision of the account, or an earlier one, are over.
        var sessionsEndedAt: Int64 = 0
        var sessions: Set<[UInt8]> = []
    }

    private struct LiveSession {
        var account: AccountID
        var expireTime: Int64
        var lastUsedAt: Int64
        /// The last use is not on disk yet.
        var isUsed = false

        func lives(at now: Int64, idleMicros: Int64) -> Bool { now < expireTime && now - lastUsedAt < idleMicros }
    }

    private var accounts: [AccountID: Known] = [:]
    /// Who holds what, by the assignment's id: whoever hears that one is gone learns no more than that.
    private var assignments: [String: (account: AccountID, role: AssignedRole)] = [:]
    private var rolesEnabled: [OrganizationID: Bool] = [:]
    /// The unit directly above each that is not at the top.
    private var parents: [UnitID: UnitID] = [:]
    private var sessions: [[UInt8]: LiveSession] = [:]
    /// Those whose last use is not on disk yet.
    private var used: [[UInt8]] = []

    var counts: (accounts: Int, sessions: Int) { (accounts.count, sessions.count) }

    func entry(_ id: AccountID, touching unit: UnitID?) -> AccountIndex.Entry? {
        guard let known = accounts[id] else { return nil }
        // Its organization came in the same change or an earlier one; without, roles would be told apart.
        let rolesEnabled = rolesEnabled[known.standing.organization] ?? true
        var entry = AccountIndex.Entry(standing: known.standing, rolesEnabled: rolesEnabled)
        if let unit, known.standing.roles.contains(where: { $0.unit != nil }) { entry.place = path(of: unit) }
        return entry
    }

    private func path(of unit: UnitID) -> UnitPath { UnitPath(unit) { (unit) throws(Never) in parents[unit] } }

    mutating func apply(_ change: ChangeRecord) {
        do {
            switch change.type {
            case RoleAssignment.name where change.cascade: removeAssignments(naming: change.id)
            case RoleAssignment.name where change.deleted: removeAssignment(change.id)
            case Unit.name where change.deleted: parents[UnitID(change.id)] = nil
            case _ where change.deleted: break
            case Unit.name: take(try Unit(decoding: change.value))
            case RoleAssignment.name: take(try RoleAssignment(decoding: change.value))
            case Organization.name: take(try Organization(decoding: change.value))
            case Account.name:
                let account = try Account(decoding: change.value)
                take(try account.standing([]), revision: account.revision)
            default: break
            }
        } catch {
            preconditionFailure("identity cannot read a change that it has just written: \(change.type) \(change.id)")
        }
    }

    mutating func take(_ organization: Organization) {
        rolesEnabled[OrganizationID(organization.id)] = organization.rolesEnabled
    }

    mutating func take(_ unit: Unit) {
        parents[UnitID(unit.id)] = unit.parent
    }

    /// Its roles come by themselves, behind it.
    mutating func take(_ standing: Standing, revision: Int64) {
        var known = accounts[standing.id] ?? Known(standing: standing)
        let roles = known.standing.roles
        known.standing = standing
        known.standing.roles = roles
        if standing.state != .active || standing.kind == .functional {
            known.sessionsEndedAt = revision
            for hash in known.sessions { sessions[hash] = nil }
            known.sessions = []
        }
        accounts[standing.id] = known
    }

    /// Behind its account, without which there is none.
    mutating func take(_ assignment: RoleAssignment) {
        let id = AccountID(assignment.accountId)
        guard assignments[assignment.id] == nil, accounts[id] != nil else { return }
        assignments[assignment.id] = (id, assignment.assigned)
        accounts[id]?.standing.roles.append(assignment.assigned)
    }

    private mutating func removeAssignment(_ id: String) {
        guard let gone = assignments.removeValue(forKey: id) else { return }
        accounts[gone.account]?.standing.roles.removeAll { $0 == gone.role }
    }

    /// Of a mark: all that name an account, a role, a unit or an organization are gone.
    private mutating func removeAssignments(naming id: String) {
        for (assignment, known) in assignments {
            let names = [
                known.account.text, known.role.role.text, known.role.unit?.text,
                accounts[known.account]?.standing.organization.text,
            ]
            if names.contains(id) { removeAssignment(assignment) }
        }
    }

    mutating func add(_ session: StoredSession, revision: Int64, now: Int64) {
        guard var known = accounts[session.account], revision > known.sessionsEndedAt else { return }
        for hash in known.sessions where (sessions[hash]?.expireTime ?? 0) <= now {
            sessions[hash] = nil
            known.sessions.remove(hash)
        }
        known.sessions.insert(session.tokenHash)
        accounts[session.account] = known
        sessions[session.tokenHash] = LiveSession(
            account: session.account, expireTime: session.expireTime, lastUsedAt: session.useTime)
    }

    mutating func use(_ hash: [UInt8], now: Int64, idleMicros: Int64) -> AccountID? {
        guard var session = sessions[hash] else { return nil }
        guard session.lives(at: now, idleMicros: idleMicros) else {
            removeSession(hash)
            return nil
        }
        session.lastUsedAt = max(session.lastUsedAt, now)
        if !session.isUsed { used.append(hash) }
        session.isUsed = true
        sessions[hash] = session
        return session.account
    }

    func sessionCount(of account: AccountID, now: Int64, idleMicros: Int64) -> Int {
        accounts[account]?.sessions.count { sessions[$0]?.lives(at: now, idleMicros: idleMicros) ?? false } ?? 0
    }

    mutating func takeSessionUses() -> [SessionUse] {
        defer { used = [] }
        return used.compactMap { hash in
            guard let session = sessions[hash] else { return nil }
            sessions[hash]?.isUsed = false
            return SessionUse(tokenHash: hash, at: session.lastUsedAt)
        }
    }

    mutating func removeSession(_ hash: [UInt8]) {
        guard let session = sessions.removeValue(forKey: hash) else { return }
        accounts[session.account]?.sessions.remove(hash)
    }
}
