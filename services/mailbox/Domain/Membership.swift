/// The groups of one organization, and for each account the groups it is in, directly or through others.
///
/// The flattened list is what a decision reads, so it is made when a membership changes and not when it is
/// asked for. A change marks what it touches; `settle` makes the marked lists anew, once a transaction,
/// however many memberships the transaction changed.
///
/// Invariant, between two transactions: `flat` has for `a` the sorted list of the existing groups from which a path of
/// memberships leads down to `a`, through existing groups only.
struct Membership: Sendable {
    struct Group: Sendable {
        /// Absent: named in a delegation or a membership, not (or no longer) told of by identity.
        enum State: UInt8, Sendable { case absent, active, deleted }

        let id: GroupID
        var state = State.absent
        var exists: Bool { state == .active }
        /// The groups it is a direct member of.
        var parents: [UInt32] = []
        /// Its direct members, sorted.
        var accounts: [UInt32] = []
        var groups: [UInt32] = []
    }

    var groups: ContiguousArray<Group> = []
    /// By account: the groups it is a direct member of, sorted.
    private var direct: ContiguousArray<[UInt32]> = []
    /// By account: the groups it is in at all, sorted.
    private(set) var flat = GroupLists()

    private var markedAccounts: Set<UInt32> = []
    private var markedGroups: Set<UInt32> = []

    init() {}

    mutating func addAccount() {
        direct.append([])
        flat.addAccount()
    }

    mutating func reserveAccounts(_ count: Int) {
        direct.reserveCapacity(count)
        flat.reserveAccounts(count)
    }

    mutating func addGroup(_ id: GroupID) -> UInt32 {
        // With the group bit, a handle of 2^31 - 1 would be `DelegationTable.none`.
        precondition(groups.count < Int(DelegationTable.groupBit) - 1, "an organization has fewer than 2^31 groups")
        groups.append(Group(id: id))
        return UInt32(groups.count - 1)
    }

    mutating func set(_ group: UInt32, to state: Group.State) {
        let existed = groups[Int(group)].exists
        groups[Int(group)].state = state
        if groups[Int(group)].exists != existed { markedGroups.insert(group) }
    }

    mutating func add(account: UInt32, to group: UInt32) {
        groups[Int(group)].accounts.insertSorted(account)
        direct[Int(account)].insertSorted(group)
        markedAccounts.insert(account)
    }

    mutating func remove(account: UInt32, from group: UInt32) {
        groups[Int(group)].accounts.removeSorted(account)
        direct[Int(account)].removeSorted(group)
        markedAccounts.insert(account)
    }

    mutating func add(group member: UInt32, to group: UInt32) {
        groups[Int(group)].groups.insertSorted(member)
        groups[Int(member)].parents.insertSorted(group)
        markedGroups.insert(member)
    }

    mutating func remove(group member: UInt32, from group: UInt32) {
        groups[Int(group)].groups.removeSorted(member)
        groups[Int(member)].parents.removeSorted(group)
        markedGroups.insert(member)
    }

    /// Takes an account out of all groups.
    mutating func removeAll(account: UInt32) {
        for group in direct[Int(account)] { groups[Int(group)].accounts.removeSorted(account) }
        direct[Int(account)] = []
        markedAccounts.insert(account)
    }

    /// Takes everybody out of a group, and the group out of all others.
    mutating func removeAll(group: UInt32) {
        // The last first: then nothing moves up.
        for account in groups[Int(group)].accounts.reversed() { remove(account: account, from: group) }
        for member in groups[Int(group)].groups {
            groups[Int(member)].parents.removeSorted(group)
            markedGroups.insert(member)
        }
        for parent in groups[Int(group)].parents { groups[Int(parent)].groups.removeSorted(group) }
        groups[Int(group)].groups = []
        groups[Int(group)].parents = []
    }

    /// So many accounts and these groups, of which nothing is known: the handles are those of another one.
    init(accounts: Int, groups ids: [GroupID], room: Int) {
        groups = ContiguousArray(ids.map { Group(id: $0) })
        reserveAccounts(room)
        direct.append(contentsOf: repeatElement([], count: accounts))
        flat.addAccounts(accounts)
    }

    /// Makes the flattened lists that the changes since the last time can have touched.
    mutating func settle() {
        guard !markedAccounts.isEmpty || !markedGroups.isEmpty else { return }
        var seen = markedGroups
        var waiting = Array(markedGroups)
        while let group = waiting.popLast() {
            markedAccounts.formUnion(groups[Int(group)].accounts)
            for below in groups[Int(group)].groups where seen.insert(below).inserted { waiting.append(below) }
        }
        for account in markedAccounts { flat.set(flatten(direct[Int(account)]), of: account) }
        markedAccounts.removeAll()
        markedGroups.removeAll()
    }

    /// Identity refuses cycles; a cycle would cost nothing here but its groups.
    private func flatten(_ start: [UInt32]) -> [UInt32] {
        if start.isEmpty { return [] }
        if start.count == 1, groups[Int(start[0])].parents.isEmpty {
            return groups[Int(start[0])].exists ? start : []
        }
        var found: Set<UInt32> = []
        var waiting = start
        while let group = waiting.popLast() {
            guard groups[Int(group)].exists, found.insert(group).inserted else { continue }
            waiting.append(contentsOf: groups[Int(group)].parents)
        }
        return found.sorted()
    }

    /// Every account in a group with the shortest path of groups down to it, the given group first.
    func accounts(in top: UInt32) -> [(account: UInt32, path: [UInt32])] {
        guard groups[Int(top)].exists else { return [] }
        var out: [(account: UInt32, path: [UInt32])] = []
        var seenGroups: Set<UInt32> = [top]
        var seenAccounts: Set<UInt32> = []
        var level: [[UInt32]] = [[top]]
        while !level.isEmpty {
            var below: [[UInt32]] = []
            for path in level {
                guard let group = path.last else { continue }
                for account in groups[Int(group)].accounts where seenAccounts.insert(account).inserted {
                    out.append((account, path))
                }
                for next in groups[Int(group)].groups
                where groups[Int(next)].exists && seenGroups.insert(next).inserted {
                    below.append(path + [next])
                }
            }
            level = below
        }
        return out
    }
}

extension RandomAccessCollection<UInt32> where Index == Int {
    /// Where a value is or would be in a sorted array.
    func sortedIndex(of value: UInt32) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }

    func containsSorted(_ value: UInt32) -> Bool {
        let index = sortedIndex(of: value)
        return index < endIndex && self[index] == value
    }
}

extension [UInt32] {
    mutating func insertSorted(_ value: UInt32) {
        let index = sortedIndex(of: value)
        if index == count || self[index] != value { insert(value, at: index) }
    }

    mutating func removeSorted(_ value: UInt32) {
        let index = sortedIndex(of: value)
        if index < count, self[index] == value { remove(at: index) }
    }
}
