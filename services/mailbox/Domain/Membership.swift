/// The groups of one organization, and for each account the groups it is in, directly or through others.
///
/// The flattened list is what a decision reads, so it is made when a membership changes and not when it is
/// asked for. A change marks what it touches; `settle` makes the marked lists anew, once a transaction,
/// however many memberships the transaction changed, and a part of them at a time where they are many (`Settling`).
///
/// A membership can have an end. What it gives must be over at that instant, by the clock of whoever decides, and nothing
/// happens here then. So `flat` has the groups of all paths, whatever their ends, and beside it stands until when: a path
/// lasts as long as the first of its memberships to end, and an account is in a group as long as the longest path.
/// That is a number that no passing of time changes.
///
/// Invariants, while nothing is being settled:
/// 1. `flat` has for `a` the sorted list of the existing groups from which a path of memberships leads down to `a`, through
///    existing groups only.
/// 2. `untils` has for `a` those of them in which it is for a time, with its end; `flat` says of `a` whether there are any.
///    Most have none, and a decision about them asks nothing more.
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
    private var untils: [UInt32: [UInt32: Int64]] = [:]
    /// Of the direct memberships that have an end.
    private var ends: [Edge: Int64] = [:]
    private var settling = Settling()

    /// One direct membership; `member` with the group bit.
    private struct Edge: Hashable {
        let group: UInt32
        let member: UInt32
    }

    /// An account, or a group, is in a group until then, in microseconds UTC; `Int64.max` for ever.
    struct Reached: Equatable {
        let group: UInt32
        let until: Int64
    }

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
        if groups[Int(group)].exists != existed { settling.mark(group: group) }
    }

    mutating func add(account: UInt32, to group: UInt32, until end: Int64? = nil) {
        setEnd(end, of: account, in: group)
        groups[Int(group)].accounts.insertSorted(account)
        direct[Int(account)].insertSorted(group)
        settling.mark(account: account)
    }

    mutating func remove(account: UInt32, from group: UInt32) {
        setEnd(nil, of: account, in: group)
        groups[Int(group)].accounts.removeSorted(account)
        direct[Int(account)].removeSorted(group)
        settling.mark(account: account)
    }

    mutating func add(group member: UInt32, to group: UInt32, until end: Int64? = nil) {
        setEnd(end, of: member | DelegationTable.groupBit, in: group)
        groups[Int(group)].groups.insertSorted(member)
        groups[Int(member)].parents.insertSorted(group)
        settling.mark(group: member)
    }

    private mutating func setEnd(_ end: Int64?, of member: UInt32, in group: UInt32) {
        // Most organizations have none.
        if end != nil || !ends.isEmpty { ends[Edge(group: group, member: member)] = end }
    }

    mutating func remove(group member: UInt32, from group: UInt32) {
        setEnd(nil, of: member | DelegationTable.groupBit, in: group)
        groups[Int(group)].groups.removeSorted(member)
        groups[Int(member)].parents.removeSorted(group)
        settling.mark(group: member)
    }

    /// Takes an account out of all groups.
    mutating func removeAll(account: UInt32) {
        for group in direct[Int(account)] { remove(account: account, from: group) }
    }

    /// Takes everybody out of a group, and the group out of all others.
    mutating func removeAll(group: UInt32) {
        // The last first: then nothing moves up.
        for account in groups[Int(group)].accounts.reversed() { remove(account: account, from: group) }
        for member in groups[Int(group)].groups { remove(group: member, from: group) }
        for parent in groups[Int(group)].parents { remove(group: group, from: parent) }
    }

    /// So many accounts and these groups, of which nothing is known: the handles are those of another one.
    init(accounts: Int, groups ids: [GroupID], room: Int) {
        groups = ContiguousArray(ids.map { Group(id: $0) })
        reserveAccounts(room)
        direct.append(contentsOf: repeatElement([], count: accounts))
        flat.addAccounts(accounts)
    }

    // MARK: Flattening

    /// The flattened lists are not what the memberships say: whoever decides walks up from the account.
    var isSettling: Bool { settling.isUnderWay }

    /// Makes the flattened lists that the changes since the last time can have touched, `stepsMax` lists and members of
    /// groups at most; what is left is done by the next call.
    mutating func settle(_ stepsMax: Int = .max) {
        var left = stepsMax
        while left > 0, let step = settling.next(groups) {
            left -= 1
            guard case .flatten(let account) = step else { continue }
            guard !ends.isEmpty else {
                flat.set(flatten(direct[Int(account)]), of: account)
                if !untils.isEmpty { untils[account] = nil }
                continue
            }
            let reached = walk(from: account)
            let ending = reached.filter { $0.until != .max }
            flat.set(reached.map(\.group), of: account, hasEnds: !ending.isEmpty)
            untils[account] =
                ending.isEmpty ? nil : Dictionary(uniqueKeysWithValues: ending.map { ($0.group, $0.until) })
        }
    }

    /// Without ends. Identity refuses cycles; a cycle would cost nothing here but its groups.
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

    /// Every group that an account is in, and until when: those that last longest first, so that each is found by its longest
    /// path (Dijkstra's order, for the least of a path in place of its length).
    private func walk(from account: UInt32) -> [Reached] {
        var found: [UInt32: Int64] = [:]
        var waiting: [Reached] = []
        func reach(_ group: UInt32, from member: UInt32, until: Int64) {
            guard groups[Int(group)].exists, found[group] == nil else { return }
            let until = min(until, ends[Edge(group: group, member: member)] ?? .max)
            waiting.insert(
                Reached(group: group, until: until), at: waiting.partitioningIndex { $0.until > until })
        }
        for group in direct[Int(account)] { reach(group, from: account, until: .max) }
        while let next = waiting.popLast() {
            guard found[next.group] == nil else { continue }
            found[next.group] = next.until
            for parent in groups[Int(next.group)].parents {
                reach(parent, from: next.group | DelegationTable.groupBit, until: next.until)
            }
        }
        return found.map { Reached(group: $0, until: $1) }.sorted { $0.group < $1.group }
    }

    // MARK: Who is in what

    /// Whether `flat` is all there is to know of an account's groups.
    @inline(__always)
    func isPlain(_ account: UInt32) -> Bool { !settling.isUnderWay && !flat.hasEnds(account) }

    /// The groups that an account is in at an instant, sorted.
    func groups(of account: UInt32, at now: Now) -> [Reached] {
        if settling.isUnderWay { return walk(from: account).filter { now.latest < $0.until } }
        let ending = untils[account] ?? [:]
        var reached: [Reached] = []
        flat.forEach(of: account) { group in
            let until = ending[group] ?? .max
            if now.latest < until { reached.append(Reached(group: group, until: until)) }
        }
        return reached
    }

    func contains(_ group: UInt32, _ account: UInt32, at now: Now) -> Bool {
        isPlain(account)
            ? flat.contains(group, of: account) : groups(of: account, at: now).contains { $0.group == group }
    }

    func counts(_ member: UInt32, in group: UInt32, at now: Now) -> Bool {
        ends.isEmpty || now.latest < ends[Edge(group: group, member: member)] ?? .max
    }

    /// Every account in a group at an instant with the shortest path of groups down to it, the given group first.
    func accounts(in top: UInt32, at now: Now) -> [(account: UInt32, path: [UInt32])] {
        guard groups[Int(top)].exists else { return [] }
        var out: [(account: UInt32, path: [UInt32])] = []
        var seenGroups: Set<UInt32> = [top]
        var seenAccounts: Set<UInt32> = []
        var level: [[UInt32]] = [[top]]
        while !level.isEmpty {
            var below: [[UInt32]] = []
            for path in level {
                guard let group = path.last else { continue }
                for account in groups[Int(group)].accounts
                where counts(account, in: group, at: now) && seenAccounts.insert(account).inserted {
                    out.append((account, path))
                }
                for next in groups[Int(group)].groups
                where groups[Int(next)].exists && counts(next | DelegationTable.groupBit, in: group, at: now)
                    && seenGroups.insert(next).inserted
                {
                    below.append(path + [next])
                }
            }
            level = below
        }
        return out
    }
}

extension [Membership.Reached] {
    /// Of a list in two parts, the beginning of the second, for all of which `isSecond`.
    fileprivate func partitioningIndex(_ isSecond: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        // Most last for ever, and stand at the end.
        if let last, !isSecond(last) { return high }
        while low < high {
            let middle = (low + high) / 2
            if isSecond(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
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
