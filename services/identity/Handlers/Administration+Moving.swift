internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import SQL

// Why: see `IdentityDomain/Moving.swift`.
extension Administration {
    /// Judges that a unit, with all that is in it and below it, comes to stand directly under `parent`, or at the top.
    func judgeMove(of unit: Unit, under parent: Unit?) throws {
        let (from, to) = (try path(of: unit.parent), try path(of: parent.map { UnitID($0.id) }))
        try demand(at: from)
        try demand(at: to)
        try UnitNesting.judge(UnitID(unit.id), levels: tx.levels(from: unit), under: to)
        // Roles for the unit itself count over what is in it at both places.
        try judgeGain(from: from.with(UnitID(unit.id)), to: to.with(UnitID(unit.id)))
        if !administrator.isFullAdmin { try administrator.mayMove(unitWith: tx.administrators(within: unit)) }
    }

    /// Judges that an account comes to belong to `unit`, or to none.
    func judgeMove(of account: Account, to unit: Unit?) throws {
        let (from, to) = (try path(of: account.unit), try path(of: unit.map { UnitID($0.id) }))
        try demand(at: to)
        try judgeGain(from: from, to: to)
    }

    private func path(of unit: UnitID?) throws -> UnitPath { try tx.path(of: unit) }

    /// What the call demands, of what stands there: what it touches was judged already.
    private func demand(at place: UnitPath) throws {
        let answer = judge(at: place)
        if let refusal = access.refusal(answer, touching: EventTarget()) { throw refusal }
    }

    private func judgeGain(from: UnitPath, to: UnitPath) throws {
        guard matrix.hasMore(standing, rolesEnabled: organization.rolesEnabled, at: to, than: from) else { return }
        throw Refusal(.fullAdminOnly, "only a Full admin moves something to where their own roles have more of it")
    }
}
