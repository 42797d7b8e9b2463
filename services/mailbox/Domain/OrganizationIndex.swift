import Synchronization

/// One organization's part of the index, behind its own lock.
///
/// Whatever one transaction changes in an organization is applied under one hold of the lock, and a question is
/// answered under one hold: no answer sees half a transaction. Ids and addresses enter the directories while the lock
/// is held, and a question that has not found its mailbox looks again while it holds the lock, so that what is new
/// appears together too. An address leaves behind everything else that its transaction changed, and only if nobody has
/// taken it meanwhile: two that change places are found all the time. So whoever holds the lock finds an address in the
/// directory at its account, or not at all.
final class OrganizationIndex: Sendable {
    let id: OrganizationID
    let state: Mutex<OrganizationState>
    /// Records removed under one hold: well below a millisecond.
    private static let clearedAtOnceMax = 256
    /// Steps of settling under one hold: half a millisecond.
    private static let settledAtOnceMax = 512

    private let longest: LongestHold

    init(_ id: OrganizationID, _ longest: LongestHold) {
        self.id = id
        self.longest = longest
        state = Mutex(OrganizationState(organization: id))
    }

    @inline(__always)
    func read<Answer: Sendable>(_ body: (borrowing OrganizationState) -> Answer) -> Answer {
        state.withLock { state in body(state) }
    }

    func ownHandle(at place: Place?) -> UInt32? {
        guard let place, place.organization === self else { return nil }
        return place.handle
    }

    /// What changes who is in which group counts from the first hold on; where it concerns many, their lists are made
    /// anew behind it (`Settling`), and are when this returns.
    func apply(_ changes: [IdentityChange], _ directories: Directories) {
        var isSettling = change { state in
            if state.membership.isSettling { state.membership.settle() }
            var moved = MovedAddresses()
            for change in changes { apply(change, to: &state, directories, &moved) }
            state.membership.settle(Self.settledAtOnceMax)
            moved.move(self, &state, directories)
            return state.membership.isSettling
        }
        while isSettling {
            isSettling = change { state in
                state.membership.settle(Self.settledAtOnceMax)
                return state.membership.isSettling
            }
        }
    }

    /// What marks have taken away is gone in the same hold as the rest; the records behind it leave afterwards, and are
    /// gone when this returns.
    func apply(_ changes: [OwnChange], _ directories: Directories) {
        var isClearing = change { state in
            var moved = MovedAddresses()
            for change in changes { apply(change, to: &state, directories, &moved) }
            moved.move(self, &state, directories)
            return state.clearing.isUnderWay
        }
        while isClearing {
            isClearing = change { state in
                state.clear(Self.clearedAtOnceMax)
                return state.clearing.isUnderWay
            }
        }
    }

    func reserve(_ delegations: Int) {
        change { $0.reserveDelegations(delegations) }
    }

    func change<Result: Sendable>(_ body: (inout OrganizationState) -> Result) -> Result {
        state.withLock { state in longest.measuring { body(&state) } }
    }

    // MARK: One change

    func apply(
        _ change: IdentityChange, to state: inout OrganizationState, _ directories: Directories,
        _ moved: inout MovedAddresses
    ) {
        switch change {
        case .account(let account):
            let handle = claim(account.id, in: &state, directories)
            for key in state.keys(of: handle) { moved.left.append((key, handle)) }
            state.set(handle, to: account)
            for key in account.keys { moved.entered.append((key, handle)) }
        case .accountGone(let id):
            guard let handle = handle(.account(id), in: &state, directories) else { return }
            for key in state.keys(of: handle) { moved.left.append((key, handle)) }
            state.forget(handle)
        case .group(let id):
            state.membership.set(claim(id, in: &state, directories), to: .active)
        case .groupDeleted(let id):
            state.membership.set(claim(id, in: &state, directories), to: .deleted)
        case .groupGone(let id):
            if let handle = handle(.group(id), in: &state, directories) {
                state.membership.set(handle & ~DelegationTable.groupBit, to: .absent)
            }
        case .member(let member, let group, let end):
            guard let (member, group) = handles(member, group, in: &state, directories) else { return }
            state.membership.add(grantee: member, to: group, until: end)
        case .memberGone(let member, let group):
            guard let (member, group) = handles(member, group, in: &state, directories) else { return }
            state.membership.remove(grantee: member, from: group)
        case .policies(let policies):
            state.decide(policies)
        case .plan(.subscription(let id, let plan)):
            state.plans.set(id, to: plan)
        case .plan(.licence(let account, let subscription)):
            guard let handle = handle(.account(account), in: &state, directories) else { return }
            state.plans.set(handle, to: subscription)
        case .operation(let holder, let operation, let isHeld):
            guard let holder = handle(holder, in: &state, directories) else { return }
            state.operations.set(operation, of: holder, to: isHeld)
        case .membershipsGone(let named):
            guard let named = handle(named, in: &state, directories) else { return }
            state.membership.removeAll(grantee: named)
        }
    }

    private func apply(
        _ change: OwnChange, to state: inout OrganizationState, _ directories: Directories, _ moved: inout MovedAddresses
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
        case .registered(let mailbox):
            guard let handle = handle(.account(mailbox.id.account), in: &state, directories) else { return }
            if let key = state.registeredKey(of: handle) { moved.leftRegistered.append((key, handle)) }
            // Whose owner is elsewhere is nobody's, like a delegation to somebody elsewhere.
            guard let owner = self.handle(.account(mailbox.owner), in: &state, directories) else {
                return state.unregister(handle)
            }
            state.register(handle, mailbox, owner: owner)
            if let key = state.registeredKey(of: handle) {
                directories.registeredAddresses.enter(key, Place(organization: self, handle: handle))
            }
        case .unregistered(let id):
            guard let handle = handle(.account(id.account), in: &state, directories) else { return }
            if let key = state.registeredKey(of: handle) { moved.leftRegistered.append((key, handle)) }
            state.unregister(handle)
        case .settings(let id, let settings):
            guard let handle = handle(.account(id.account), in: &state, directories) else { return }
            state.set(handle, to: settings)
        case .mailboxCleared(let mailbox):
            guard let mailbox = handle(.account(mailbox.account), in: &state, directories) else { return }
            state.clearing.begin(mailbox: mailbox)
        case .granteeCleared(let grantee):
            guard let grantee = handle(grantee, in: &state, directories) else { return }
            state.clearing.begin(grantee: grantee)
        }
    }

    // MARK: Handles

    /// The handle of something named here, made when it is new, with the group bit for a group; nil when it
    /// belongs to another organization: such a delegation or membership counts nowhere.
    func handle(
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
    func claim(
        _ id: AccountID, in state: inout OrganizationState, _ directories: Directories
    ) -> UInt32 {
        if let place = directories.accounts.place(of: id.bits), place.organization === self {
            return place.handle
        }
        let handle = state.addAccount(id)
        directories.accounts.enter(id.bits, Place(organization: self, handle: handle))
        return handle
    }

    func claim(
        _ id: GroupID, in state: inout OrganizationState, _ directories: Directories
    ) -> UInt32 {
        if let place = directories.groups.place(of: id.bits), place.organization === self {
            return place.handle
        }
        let handle = state.addGroup(id)
        directories.groups.enter(id.bits, Place(organization: self, handle: handle))
        return handle
    }
}

/// Addresses that accounts got and had before a change, and that registered mailboxes had, each with the handle.
struct MovedAddresses {
    var entered: [(key: AddressKey, handle: UInt32)] = []
    var left: [(key: AddressKey, handle: UInt32)] = []
    var leftRegistered: [(key: AddressKey, handle: UInt32)] = []

    /// Enters those that are had, and takes those out of the directories that are not had any more.
    func move(_ organization: OrganizationIndex, _ state: inout OrganizationState, _ directories: Directories) {
        for (key, handle) in entered where state.has(handle, key) {
            directories.addresses.enter(key, Place(organization: organization, handle: handle))
        }
        for (key, handle) in left where !state.has(handle, key) {
            directories.addresses.leave(key, Place(organization: organization, handle: handle))
        }
        for (key, handle) in leftRegistered where state.registeredKey(of: handle) != key {
            directories.registeredAddresses.leave(key, Place(organization: organization, handle: handle))
        }
    }
}
