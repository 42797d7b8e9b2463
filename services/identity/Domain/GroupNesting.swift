/// Groups contain groups, but never themselves (B10).
package enum GroupNesting {
    /// A group and all groups that contain it, directly or through others: none of them can become its member. `parents`
    /// names the groups that one is directly in.
    ///
    /// Upwards, for a group is in few others, and may have fifty thousand members. However many members are added to the
    /// group in one write, one walk judges them all: what they bring leads down to the group, and never up from it.
    package static func containers<E: Error>(
        of group: GroupID, parents: (GroupID) throws(E) -> [GroupID]
    ) throws(E) -> Set<GroupID> {
        var containers: Set<GroupID> = [group]
        var waiting = [group]
        while let next = waiting.popLast() {
            for above in try parents(next) where containers.insert(above).inserted { waiting.append(above) }
        }
        return containers
    }
}
