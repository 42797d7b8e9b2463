// Groups that two share (rule D11).

extension Membership {
    /// The group that two accounts are both in for longest, of several the one with the smallest handle; nil when they share
    /// none. An account shares any group it is in with itself.
    func common(_ one: UInt32, _ other: UInt32, at now: Now) -> Reached? {
        if isPlain(one), isPlain(other) { return flat.common(one, other).map { Reached(group: $0, until: .max) } }
        let theirs = groups(of: other, at: now)
        var best: Reached?
        var place = theirs.startIndex
        for mine in groups(of: one, at: now) {
            while place < theirs.endIndex, theirs[place].group < mine.group { place += 1 }
            guard place < theirs.endIndex else { break }
            guard theirs[place].group == mine.group else { continue }
            let until = min(mine.until, theirs[place].until)
            if until > best?.until ?? .min { best = Reached(group: mine.group, until: until) }
        }
        return best
    }

    /// Whether an account shares a group with all who are in this one: it is in it, or in one that this is in.
    func shares(_ account: UInt32, withAllOf group: UInt32, at now: Now) -> Bool {
        let own = groups(of: account, at: now).map(\.group)
        var seen: Set<UInt32> = []
        var waiting = [group]
        while let next = waiting.popLast() {
            guard groups[Int(next)].exists, seen.insert(next).inserted else { continue }
            if own.containsSorted(next) { return true }
            for parent in groups[Int(next)].parents
            where counts(next | DelegationTable.groupBit, in: parent, at: now) { waiting.append(parent) }
        }
        return false
    }

    /// From a group down to the one that an account is in, the shortest way: the same as `accounts(in:)` finds. Nil where there
    /// is none. `groups`: all that the account is in at the instant, sorted.
    func path(from top: UInt32, to account: UInt32, within reached: [UInt32], at now: Now) -> [UInt32]? {
        var level: [[UInt32]] = reached.containsSorted(top) ? [[top]] : []
        var seen: Set<UInt32> = [top]
        while !level.isEmpty {
            var below: [[UInt32]] = []
            for path in level {
                guard let group = path.last else { continue }
                if groups[Int(group)].accounts.containsSorted(account), counts(account, in: group, at: now) { return path }
                for next in groups[Int(group)].groups
                where reached.containsSorted(next) && counts(next | DelegationTable.groupBit, in: group, at: now)
                    && seen.insert(next).inserted
                {
                    below.append(path + [next])
                }
            }
            level = below
        }
        return nil
    }
}
