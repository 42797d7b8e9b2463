// Changes of a member by its handle as a grantee: an account's, or a group's with `DelegationTable.groupBit`.

extension Membership {
    mutating func add(grantee: UInt32, to group: UInt32, until end: Int64?) {
        if let member = Self.group(grantee) {
            add(group: member, to: group, until: end)
        } else {
            add(account: grantee, to: group, until: end)
        }
    }

    mutating func remove(grantee: UInt32, from group: UInt32) {
        if let member = Self.group(grantee) { remove(group: member, from: group) } else { remove(account: grantee, from: group) }
    }

    mutating func removeAll(grantee: UInt32) {
        if let group = Self.group(grantee) { removeAll(group: group) } else { removeAll(account: grantee) }
    }

    /// The handle of the group that it is; nil for an account.
    private static func group(_ grantee: UInt32) -> UInt32? {
        grantee & DelegationTable.groupBit == 0 ? nil : grantee & ~DelegationTable.groupBit
    }
}
