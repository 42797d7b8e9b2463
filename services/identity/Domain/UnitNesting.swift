/// Units stand one under the other: never below themselves, and not too deep (B10).
package enum UnitNesting {
    /// Judges that a unit comes to stand directly under `place`.
    ///
    /// - Parameters:
    ///   - unit: nil for one that is new.
    ///   - levels: how many units stand one under the other from it down, itself counted.
    package static func judge(_ unit: UnitID?, levels: Int, under place: UnitPath) throws(Refusal) {
        if let unit, place.isWithin(unit) { throw Refusal(.unitCycle, "the unit would stand below itself") }
        let depth = place.units.count + levels
        guard depth <= UnitPath.unitsMax else {
            throw Refusal(
                .unitTooDeep, "\(depth) units would stand one under the other, and \(UnitPath.unitsMax) can",
                details: ["depth": "\(depth)", "max": "\(UnitPath.unitsMax)"])
        }
    }
}

/// What keeps a unit from being deleted.
package struct UnitContents: Sendable, Equatable {
    /// Directly under it.
    package var units: Int
    /// That belong to it itself.
    package var accounts: Int
    /// Roles assigned for it.
    package var roleAssignments: Int

    package init(units: Int, accounts: Int, roleAssignments: Int) {
        self.units = units
        self.accounts = accounts
        self.roleAssignments = roleAssignments
    }

    /// Judges that the unit goes: nothing goes with it, so it is to be empty (B10).
    package func judgeEmpty() throws(Refusal) {
        guard units > 0 || accounts > 0 || roleAssignments > 0 else { return }
        throw Refusal(
            .unitNotEmpty, "the unit has \(units) units below it, \(accounts) accounts in it and \(roleAssignments) roles for it",
            details: ["units": "\(units)", "accounts": "\(accounts)", "role_assignments": "\(roleAssignments)"])
    }
}
