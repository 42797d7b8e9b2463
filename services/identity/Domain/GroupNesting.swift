/// Groups contain groups, but never themselves (B10).
package enum GroupNesting {
    /// Whether `group` would contain itself once `member` is in it. `subgroups` names the groups directly in one.
    package static func wouldCycle<E: Error>(
        adding member: GroupID, to group: GroupID, subgroups: (GroupID) throws(E) -> [GroupID]
    ) throws(E) -> Bool {
        var seen: Set<GroupID> = [member]
        var waiting = [member]
        while let next = waiting.popLast() {
            if next == group { return true }
            for below in try subgroups(next) where seen.insert(below).inserted { waiting.append(below) }
        }
        return false
    }
}
