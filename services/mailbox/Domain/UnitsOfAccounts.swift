/// Which organizational unit each account of an organization belongs to, by handle.
///
/// Asked when an administrator acts, never by a decision: so it stands apart from what a decision reads. A number of four
/// bytes an account, up to the last one that is in a unit, and each unit's id once.
struct UnitsOfAccounts: Sendable {
    private static let none: UInt32 = 0

    /// By handle: one more than the place in `ids`; 0 for none.
    private var numbers: ContiguousArray<UInt32> = []
    private var ids: [UnitID] = []
    private var known: [UnitID: UInt32] = [:]

    subscript(handle: UInt32) -> UnitID? {
        get {
            guard Int(handle) < numbers.count, numbers[Int(handle)] != Self.none else { return nil }
            return ids[Int(numbers[Int(handle)]) - 1]
        }
        set {
            let number = newValue.map { enter($0) } ?? Self.none
            if Int(handle) >= numbers.count {
                if number == Self.none { return }
                numbers.append(contentsOf: repeatElement(Self.none, count: Int(handle) + 1 - numbers.count))
            }
            numbers[Int(handle)] = number
        }
    }

    private mutating func enter(_ unit: UnitID) -> UInt32 {
        if let number = known[unit] { return number }
        ids.append(unit)
        let number = UInt32(ids.count)
        known[unit] = number
        return number
    }
}
