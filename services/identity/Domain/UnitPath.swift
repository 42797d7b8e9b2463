/// Where something stands in an organization: the unit that it belongs to, the one above that, and so on to the top. Empty for
/// what belongs to no unit.
package struct UnitPath: Sendable, Equatable {
    /// How many units can stand one under the other. It bounds what every judgement of a role for a unit walks.
    package static let unitsMax = 20

    /// From the nearest up, each once.
    package let units: [UnitID]

    package static let none = UnitPath()

    private init(_ units: [UnitID] = []) { self.units = units }

    /// `parent` tells the unit above one; nil at the top, and of one that is not known. It is asked for no more than
    /// `unitsMax` units: should the store ever hold a cycle, the walk ends all the same.
    package init<E: Error>(_ unit: UnitID?, parent: (UnitID) throws(E) -> UnitID?) throws(E) {
        var units: [UnitID] = []
        var next = unit
        while let unit = next, units.count < Self.unitsMax {
            units.append(unit)
            next = try parent(unit)
        }
        self.units = units
    }

    /// Of what belongs to a unit that is directly here.
    package func with(_ unit: UnitID) -> UnitPath { UnitPath([unit] + units) }

    /// Whether what stands here belongs to the unit, or to one below it.
    package func isWithin(_ unit: UnitID) -> Bool { units.contains(unit) }
}
