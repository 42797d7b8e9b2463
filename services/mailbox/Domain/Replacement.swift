/// Puts a snapshot in place of what identity told of one organization before. Delegations and registered mailboxes stay.
///
/// A million accounts take more than a second to take in, and all that while no question of the organization would be
/// answered. So what identity tells is made anew aside, and changes places with what was in one short hold:
///
/// 1. What is named for the first time gets its handle in slices, each under a hold of its own. It is of nothing that is known,
///    so nothing is decided otherwise.
/// 2. Aside, without the lock, stands a state with the same handles. Only the follower changes what identity tells, and it is
///    here; this service's own changes go on meanwhile in the state that decides.
/// 3. The addresses that are new, and those that go, are in the directory as provisional before the hold: whoever is led by
///    one to an account that does not have it has found nobody, and does not look again (`AccessIndex`). Those that change
///    their account do it in the hold, as in any other change; they are few.
/// 4. In the hold the two change places: a few arrays, and what own changes have named since.
/// 5. Behind it the addresses become what they are. The state that was is given back outside the lock.
struct Replacement {
    let index: OrganizationIndex
    let directories: Directories

    /// Handled under one hold: well below a millisecond.
    private static let atOnceMax = 1024

    func run(_ changes: [IdentityChange]) {
        claim(changes)
        var (aside, moved) = prepared(changes)
        let going = going(aside)
        var moving: [AddressKey: UInt32] = [:]
        var coming: [(key: AddressKey, handle: UInt32)] = []
        for (key, handle) in moved.entered where aside.has(handle, key) {
            switch directories.addresses.announce(key, place(handle)) {
            case nil: coming.append((key, handle))
            case let there? where there == place(handle): break
            case .some: moving[key] = handle
            }
        }
        moved.entered = []
        for (key, handle) in going where moving[key] == nil {
            directories.addresses.set(key, place(handle), provisional: true)
        }
        exchange(&aside, moving)
        for (key, handle) in coming { directories.addresses.set(key, place(handle), provisional: false) }
        for (key, handle) in going { directories.addresses.leave(key, place(handle)) }
    }

    private func place(_ handle: UInt32) -> Place { Place(organization: index, handle: handle) }

    private func claim(_ changes: [IdentityChange]) {
        let accounts = changes.count { if case .account = $0 { true } else { false } }
        index.change { $0.reserveAccounts(accounts) }
        for first in stride(from: 0, to: changes.count, by: Self.atOnceMax) {
            index.change { state in
                for change in changes[first..<min(first + Self.atOnceMax, changes.count)] {
                    switch change {
                    case .account(let account): _ = index.claim(account.id, in: &state, directories)
                    case .group(let id), .groupDeleted(let id): _ = index.claim(id, in: &state, directories)
                    case .member(let member, let group, _):
                        _ = index.handle(member, in: &state, directories)
                        _ = index.handle(.group(group), in: &state, directories)
                    case .plan(.licence(let account, .some)): _ = index.handle(.account(account), in: &state, directories)
                    case .operation(let holder, _, held: true): _ = index.handle(holder, in: &state, directories)
                    case .accountGone, .groupGone, .memberGone, .membershipsGone, .policies, .plan, .operation: break
                    }
                }
            }
        }
    }

    /// The new state with the handles of the one that decides, and the addresses in it.
    private func prepared(_ changes: [IdentityChange]) -> (OrganizationState, MovedAddresses) {
        let (organization, accounts, groups) = index.read { ($0.organization, $0.facts.count, $0.membership.groups.map(\.id)) }
        var aside = OrganizationState(organization: organization, accounts: accounts, groups: groups)
        var moved = MovedAddresses()
        for change in changes {
            switch change {
            // What takes away finds nothing in a new state, and would name what is not there.
            case .accountGone, .groupGone, .memberGone, .membershipsGone, .plan(.licence(_, of: nil)),
                .operation(_, _, held: false):
                break
            case .account, .group, .groupDeleted, .member, .policies, .plan, .operation:
                index.apply(change, to: &aside, directories, &moved)
            }
        }
        aside.membership.settle()
        return (aside, moved)
    }

    /// Addresses of the state that decides that the new one does not have at the same account.
    private func going(_ aside: borrowing OrganizationState) -> [(key: AddressKey, handle: UInt32)] {
        var going: [(key: AddressKey, handle: UInt32)] = []
        // All handles up to this one are known aside too; those made since have no addresses.
        let count = aside.facts.count
        for first in stride(from: 0, to: count, by: Self.atOnceMax) {
            let keys = index.read { state in
                (first..<min(first + Self.atOnceMax, count)).flatMap { handle in
                    state.keys(of: UInt32(handle)).map { (key: $0, handle: UInt32(handle)) }
                }
            }
            going += keys.filter { !aside.has($0.handle, $0.key) }
        }
        return going
    }

    private func exchange(_ aside: inout OrganizationState, _ moving: [AddressKey: UInt32]) {
        index.change { state in
            state.exchangeIdentity(with: &aside)
            for (key, handle) in moving { directories.addresses.enter(key, place(handle)) }
        }
    }
}

extension OrganizationState {
    /// One with the handles of another, of which nothing is known. It has no place for delegations, and room for an eighth
    /// more: else the next account would have everything moved in the hold of its change.
    fileprivate init(organization: OrganizationID, accounts: Int, groups: [GroupID]) {
        self.init(organization: organization)
        let room = accounts + accounts / 8
        facts.reserveCapacity(room)
        facts.append(contentsOf: repeatElement(Facts(), count: accounts))
        names.reserveCapacity(room)
        names.append(contentsOf: repeatElement(Name(), count: accounts))
        membership = Membership(accounts: accounts, groups: groups, room: room)
    }

    /// Gives away what identity has told, for what it tells now.
    fileprivate mutating func exchangeIdentity(with aside: inout OrganizationState) {
        for _ in aside.facts.count..<facts.count {
            aside.facts.append(Facts())
            aside.names.append(Name())
            aside.membership.addAccount()
        }
        for group in membership.groups[aside.membership.groups.count...] { _ = aside.membership.addGroup(group.id) }
        swap(&facts, &aside.facts)
        for handle in registrations.handles { keepRegistration(handle) }
        for handle in settings.keys { settle(handle) }
        swap(&names, &aside.names)
        swap(&furtherKeys, &aside.furtherKeys)
        swap(&membership, &aside.membership)
        swap(&plans, &aside.plans)
        swap(&units, &aside.units)
        swap(&operations, &aside.operations)
        decide(aside.policies)
    }
}
