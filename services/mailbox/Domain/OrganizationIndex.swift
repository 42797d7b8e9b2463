import Synchronization

/// One organization's part of the index, behind its own lock.
///
/// Whatever one transaction changes in an organization is applied under one hold of the lock, and a question is
/// answered under one hold: no answer sees half a transaction. Ids enter the directory while the lock is held,
/// and a question that has not found its mailbox looks again while it holds the lock, so that what is new appears
/// together too.
final class OrganizationIndex: Sendable {
    let id: OrganizationID
    private let state: Mutex<OrganizationState>

    init(_ id: OrganizationID) {
        self.id = id
        state = Mutex(OrganizationState(organization: id))
    }

    @inline(__always)
    func read<Answer: Sendable>(_ body: (borrowing OrganizationState) -> Answer) -> Answer {
        state.withLock { state in body(state) }
    }

    func apply(_ changes: [IdentityChange], _ directories: Directories) {
        state.withLock { state in
            for change in changes { apply(change, to: &state, directories) }
            state.membership.settle()
        }
    }

    /// Puts a whole new state of identity's in place of the one before. Delegations stay.
    func replace(with changes: [IdentityChange], _ directories: Directories) {
        state.withLock { state in
            state.forgetIdentity()
            for change in changes { apply(change, to: &state, directories) }
            state.membership.settle()
        }
    }

    func apply(_ changes: [DelegationChange], _ directories: Directories) {
        state.withLock { state in
            for change in changes { apply(change, to: &state, directories) }
        }
    }

    func reserve(_ delegations: Int) {
        state.withLock { $0.reserveDelegations(delegations) }
    }

    // MARK: One change

    private func apply(_ change: IdentityChange, to state: inout OrganizationState, _ directories: Directories) {
        switch change {
        case .account(let account):
            state.set(claim(account.id, in: &state, directories), to: account)
        case .accountGone(let id):
            if let handle = handle(.account(id), in: &state, directories) { state.forget(handle) }
        case .group(let id):
            state.membership.setExists(claim(id, in: &state, directories), true)
        case .groupGone(let id):
            if let handle = handle(.group(id), in: &state, directories) {
                state.membership.setExists(handle & ~DelegationTable.groupBit, false)
            }
        case .member(let member, let group):
            guard let (member, group) = handles(member, group, in: &state, directories) else { return }
            if member & DelegationTable.groupBit == 0 {
                state.membership.add(account: member, to: group)
            } else {
                state.membership.add(group: member & ~DelegationTable.groupBit, to: group)
            }
        case .memberGone(let member, let group):
            guard let (member, group) = handles(member, group, in: &state, directories) else { return }
            if member & DelegationTable.groupBit == 0 {
                state.membership.remove(account: member, from: group)
            } else {
                state.membership.remove(group: member & ~DelegationTable.groupBit, from: group)
            }
        }
    }

    private func apply(
        _ change: DelegationChange, to state: inout OrganizationState, _ directories: Directories
    ) {
        switch change {
        case .put(let delegation):
            guard let mailbox = handle(.account(delegation.mailbox.account), in: &state, directories),
                let grantee = handle(delegation.grantee, in: &state, directories)
            else { return }
            state.put(delegation, mailbox: mailbox, grantee: grantee)
        case .removed(let mailbox, let grantee):
            guard let mailbox = handle(.account(mailbox.account), in: &state, directories),
                let grantee = handle(grantee, in: &state, directories)
            else { return }
            state.remove(mailbox: mailbox, grantee: grantee)
        }
    }

    // MARK: Handles

    /// The handle of something named here, made when it is new, with the group bit for a group; nil when it
    /// belongs to another organization: such a delegation or membership counts nowhere.
    private func handle(
        _ named: Grantee, in state: inout OrganizationState, _ directories: Directories
    ) -> UInt32? {
        switch named {
        case .account(let id):
            if let place = directories.accounts.place(of: id.bits) {
                return place.organization === self ? place.handle : nil
            }
            return claim(id, in: &state, directories)
        case .group(let id):
            if let place = directories.groups.place(of: id.bits) {
                return place.organization === self ? place.handle | DelegationTable.groupBit : nil
            }
            return claim(id, in: &state, directories) | DelegationTable.groupBit
        }
    }

    private func handles(
        _ member: Grantee, _ group: GroupID, in state: inout OrganizationState, _ directories: Directories
    ) -> (member: UInt32, group: UInt32)? {
        guard let member = handle(member, in: &state, directories),
            let group = handle(.group(group), in: &state, directories)
        else { return nil }
        return (member, group & ~DelegationTable.groupBit)
    }

    /// The handle of an account that is known to belong here: identity says so, or nobody said otherwise.
    private func claim(
        _ id: AccountID, in state: inout OrganizationState, _ directories: Directories
    ) -> UInt32 {
        if let place = directories.accounts.place(of: id.bits), place.organization === self {
            return place.handle
        }
        let handle = state.addAccount(id)
        directories.accounts.enter(id.bits, Directory.Place(organization: self, handle: handle))
        return handle
    }

    private func claim(
        _ id: GroupID, in state: inout OrganizationState, _ directories: Directories
    ) -> UInt32 {
        if let place = directories.groups.place(of: id.bits), place.organization === self {
            return place.handle
        }
        let handle = state.membership.addGroup(id)
        directories.groups.enter(id.bits, Directory.Place(organization: self, handle: handle))
        return handle
    }
}

/// Where every account and every group is.
struct Directories: Sendable {
    let accounts = Directory()
    let groups = Directory()
}
