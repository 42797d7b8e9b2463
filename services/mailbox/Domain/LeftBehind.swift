// What is left of the delegations of what identity has deleted. They count nowhere already, for every decision looks at the
// states itself; whoever removes them asks here.
extension AccessIndex {
    /// Whether there are delegations of a deleted account's mailbox, or to a deleted account or group. False unless identity says
    /// by now that it is deleted.
    package func leavesDelegations(_ deleted: Grantee) -> Bool {
        switch deleted {
        case .account(let id):
            guard let place = directories.accounts.place(of: id.bits) else { return false }
            return place.organization.read { state in
                guard state.facts[Int(place.handle)].state == .deleted else { return false }
                return state.isGrantee(place.handle) || state.hasDelegates(place.handle)
            }
        case .group(let id):
            guard let place = directories.groups.place(of: id.bits) else { return false }
            return place.organization.read { state in
                state.membership.groups[Int(place.handle)].state == .deleted
                    && state.isGrantee(place.handle | DelegationTable.groupBit)
            }
        }
    }
}

extension OrganizationState {
    fileprivate func isGrantee(_ grantee: UInt32) -> Bool { firstGrant(of: grantee) != DelegationTable.none }

    /// As the mailbox of its account: a registered one goes with its row.
    fileprivate func hasDelegates(_ mailbox: UInt32) -> Bool {
        !facts[Int(mailbox)].isRegistered && accounts[Int(mailbox)].firstDelegation != DelegationTable.none
    }
}
