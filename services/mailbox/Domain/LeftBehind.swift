// What is left of the delegations of what identity has deleted. They count nowhere already, for every decision looks at the
// states itself; whoever removes them asks here.

/// A delegation by what it is of: there is one for the two (rule D1).
package struct DelegationKey: Hashable, Sendable {
    package let mailbox: MailboxID
    package let grantee: Grantee

    package init(mailbox: MailboxID, grantee: Grantee) {
        self.mailbox = mailbox
        self.grantee = grantee
    }
}

extension AccessIndex {
    /// So many at most of the delegations of a deleted account's mailbox, and of those to a deleted account or group. None
    /// unless identity says by now that it is deleted.
    package func leftBehind(of deleted: Grantee, limit: Int) -> [DelegationKey] {
        switch deleted {
        case .account(let id):
            guard let place = directories.accounts.place(of: id.bits) else { return [] }
            return place.organization.read { state in
                guard state.facts[Int(place.handle)].state == .deleted else { return [] }
                return state.leftBehind(of: place.handle, isMailbox: true, limit)
            }
        case .group(let id):
            guard let place = directories.groups.place(of: id.bits) else { return [] }
            return place.organization.read { state in
                guard state.membership.groups[Int(place.handle)].state == .deleted else { return [] }
                return state.leftBehind(of: place.handle | DelegationTable.groupBit, isMailbox: false, limit)
            }
        }
    }
}

extension OrganizationState {
    fileprivate func leftBehind(of deleted: UInt32, isMailbox: Bool, _ limit: Int) -> [DelegationKey] {
        var found: [DelegationKey] = []
        var grantee =
            isMailbox && !facts[Int(deleted)].isRegistered ? accounts[Int(deleted)].firstDelegation : DelegationTable.none
        while grantee != DelegationTable.none, found.count < limit {
            found.append(key(deleted, grantee))
            grantee = delegations[delegations.linked(mailbox: deleted, grantee: grantee)].nextOfMailbox
        }
        var mailbox = firstGrant(of: deleted)
        while mailbox != DelegationTable.none, found.count < limit {
            found.append(key(mailbox, deleted))
            mailbox = delegations[delegations.linked(mailbox: mailbox, grantee: deleted)].nextOfGrantee
        }
        return found
    }

    private func key(_ mailbox: UInt32, _ grantee: UInt32) -> DelegationKey {
        DelegationKey(
            mailbox: accounts[Int(mailbox)].id.mailbox,
            grantee: grantee & DelegationTable.groupBit == 0
                ? .account(accounts[Int(grantee)].id)
                : .group(membership.groups[Int(grantee & ~DelegationTable.groupBit)].id))
    }
}
