/// The system operations that accounts and groups of an organization hold (rule D10), by handle, with the group bit.
///
/// Asked when settings or delegates are changed, never by a decision.
struct HeldOperations: Sendable {
    /// Never zero.
    private var held: [UInt32: UInt8] = [:]

    mutating func set(_ operation: SystemOperation, of grantee: UInt32, to isHeld: Bool) {
        let bit = Self.bit(operation)
        let now = isHeld ? held[grantee, default: 0] | bit : held[grantee, default: 0] & ~bit
        held[grantee] = now == 0 ? nil : now
    }

    /// Whether these hold all of them, one this and another that.
    func areAllHeld(by grantees: some Sequence<UInt32>) -> Bool {
        if held.isEmpty { return false }
        let all = SystemOperation.allCases.reduce(0) { $0 | Self.bit($1) }
        var found: UInt8 = 0
        for grantee in grantees {
            found |= held[grantee, default: 0]
            if found == all { return true }
        }
        return false
    }

    /// Those that none of these holds.
    func missing(among grantees: some Sequence<UInt32>) -> [SystemOperation] {
        let found = grantees.reduce(UInt8(0)) { $0 | held[$1, default: 0] }
        return SystemOperation.allCases.filter { found & Self.bit($0) == 0 }
    }

    private static func bit(_ operation: SystemOperation) -> UInt8 { 1 << operation.rawValue }
}

extension OrganizationState {
    /// Whether an account has all system operations at this instant, by itself or by groups that it is in.
    func holdsOperations(_ account: UInt32, at now: Now) -> Bool {
        let groups = membership.groups(of: account, at: now).lazy.map { $0.group | DelegationTable.groupBit }
        return operations.areAllHeld(by: [account]) || operations.areAllHeld(by: [account] + groups)
    }

    /// Which of them it lacks.
    func missingOperations(_ account: UInt32, at now: Now) -> [SystemOperation] {
        operations.missing(
            among: [account] + membership.groups(of: account, at: now).map { $0.group | DelegationTable.groupBit })
    }
}
