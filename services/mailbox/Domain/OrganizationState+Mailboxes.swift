// Mailboxes of either sort by handle: those that are there with their account, and registered ones.
extension OrganizationState {
    /// One exists when its account does; a registered one has its row for it.
    @inline(__always)
    func mailboxExists(_ handle: UInt32) -> Bool {
        switch facts[Int(handle)].state {
        case .invited, .active, .suspended: true
        case .deleted, .absent: facts[Int(handle)].isRegistered
        }
    }

    /// Whether the account has every right in it without a grant (rule D8). A functional account has none anywhere.
    @inline(__always)
    func owns(_ account: UInt32, _ mailbox: UInt32) -> Bool {
        account == mailbox || (facts[Int(mailbox)].isRegistered && registrations[mailbox]?.owner == account)
    }

    /// Where the mailbox stands: as its account, or as its owner's. An owner who is deleted, or of whom nothing is known,
    /// is no reason to let others in: it is suspended until it is somebody's.
    @inline(__always)
    func stateOfMailbox(_ handle: UInt32) -> AccountState {
        facts[Int(handle)].isRegistered ? stateOfRegistered(handle) : facts[Int(handle)].state
    }

    private func stateOfRegistered(_ handle: UInt32) -> AccountState {
        guard let owner = registrations[handle]?.owner else { return .suspended }
        switch facts[Int(owner)].state {
        case .invited, .active: return facts[Int(owner)].state
        case .suspended, .deleted, .absent: return .suspended
        }
    }

    /// Whether delegations to groups do not count in it, and those to accounts are not any administrator's to change: it is
    /// an administrator's own, and such are guarded (rule C6).
    @inline(__always)
    func isGuarded(_ mailbox: UInt32) -> Bool {
        policies.guardsAdministrators && facts[Int(mailbox)].type == .administrator && !facts[Int(mailbox)].isRegistered
    }

    func registeredKey(of handle: UInt32) -> AddressKey? { registrations[handle]?.key }

    func mailbox(_ handle: UInt32) -> Mailbox? {
        guard mailboxExists(handle) else { return nil }
        let id = accounts[Int(handle)].id
        if let registration = registrations[handle] {
            return Mailbox(
                id: id.mailbox, organization: organization, kind: .registered,
                owner: accounts[Int(registration.owner)].id, isAdministrators: false,
                unit: units[registration.owner], address: registration.address,
                displayName: registration.displayName)
        }
        let isFunctional = facts[Int(handle)].type == .functional
        return Mailbox(
            id: id.mailbox, organization: organization, kind: isFunctional ? .functional : .personal,
            owner: isFunctional ? nil : id, isAdministrators: facts[Int(handle)].type == .administrator,
            isGuarded: isGuarded(handle), unit: units[handle], address: names[Int(handle)].address,
            displayName: names[Int(handle)].displayName)
    }
}
