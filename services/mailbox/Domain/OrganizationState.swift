/// Everything a decision in one organization reads: accounts, groups and delegations by handle.
///
/// A handle is an index into `accounts` or `membership.groups`. It is given when an id is first named, by
/// identity or by a delegation, and never to another id. An account's handle is its mailbox's too; a registered mailbox
/// has one of its own, at which there is no account.
///
/// A value: it lives in `OrganizationIndex` behind that organization's lock.
struct OrganizationState: Sendable {
    struct AccountSlot: Sendable {
        let id: AccountID
        /// The mailbox of the first delegation given to it.
        var firstGrant = DelegationTable.none
        /// The grantee of the first delegation of its mailbox, and how many there are.
        var firstDelegation = DelegationTable.none
        var delegationCount: UInt32 = 0
    }

    struct Name: Sendable {
        var address = ""
        var displayName = ""
        /// Of its primary address: of what is longer than these most have one.
        var key: AddressKey?
    }

    let organization: OrganizationID
    private(set) var policies = Policies()
    /// What they make a decision look at.
    private(set) var asks = Asks(Policies())
    var facts: ContiguousArray<Facts> = []
    var accounts: ContiguousArray<AccountSlot> = []
    var names: ContiguousArray<Name> = []
    /// Further addresses of the few that have more than one.
    var furtherKeys: [UInt32: [AddressKey]] = [:]
    private(set) var registrations = Registrations()
    /// Of the few mailboxes for which something is set; `facts` says of each whether there are any.
    var settings: [UInt32: MailboxSettings] = [:]
    var membership = Membership()
    var plans = Plans()
    var units = UnitsOfAccounts()
    var operations = HeldOperations()
    /// By group: the mailbox of the first delegation given to it.
    var firstGrantOfGroup: ContiguousArray<UInt32> = []
    var delegations = DelegationTable()
    var clearing = Clearing()

    init(organization: OrganizationID) {
        self.organization = organization
    }

    // MARK: Identity

    mutating func decide(_ decided: Policies) {
        policies = decided
        asks = Asks(decided)
        plans.requireForSharing(decided.ownerPlans)
    }

    mutating func addAccount(_ id: AccountID) -> UInt32 {
        precondition(
            accounts.count < Int(DelegationTable.groupBit), "an organization has fewer than 2^31 accounts")
        accounts.append(AccountSlot(id: id))
        facts.append(Facts())
        names.append(Name())
        membership.addAccount()
        return UInt32(accounts.count - 1)
    }

    mutating func addGroup(_ id: GroupID) -> UInt32 {
        firstGrantOfGroup.append(DelegationTable.none)
        return membership.addGroup(id)
    }

    mutating func set(_ handle: UInt32, to account: Account) {
        facts[Int(handle)].state = account.state
        facts[Int(handle)].type = account.type
        facts[Int(handle)].sender = account.sender
        begin(handle, unshared: account.unshared)
        // One text in memory for both, where they are the same.
        let key = account.keys.first
        let address = key?.text == account.address ? key?.text ?? "" : account.address
        names[Int(handle)] = Name(address: address, displayName: account.displayName, key: key)
        furtherKeys[handle] = account.keys.count > 1 ? Array(account.keys.dropFirst()) : nil
        units[handle] = account.unit
    }

    mutating func forget(_ handle: UInt32) {
        facts[Int(handle)].state = .absent
        facts[Int(handle)].sender = nil
        begin(handle, unshared: false)
        names[Int(handle)] = Name()
        furtherKeys[handle] = nil
        units[handle] = nil
    }

    // MARK: Addresses

    /// Every address that an account has.
    func keys(of handle: UInt32) -> [AddressKey] {
        guard let key = names[Int(handle)].key else { return [] }
        return [key] + (furtherKeys[handle] ?? [])
    }

    /// Whether this is still who a question names.
    @inline(__always)
    func isNamed(_ handle: UInt32, _ name: IDOrAddress<AccountID>) -> Bool {
        switch name {
        case .id: true
        case .address(let key): key.map { has(handle, $0) } ?? false
        }
    }

    func has(_ handle: UInt32, _ key: AddressKey) -> Bool {
        names[Int(handle)].key == key || furtherKeys[handle]?.contains(key) ?? false
    }

    // MARK: Delegations

    /// Room for so many accounts in all, and for an eighth more.
    mutating func reserveAccounts(_ count: Int) {
        guard accounts.capacity < count else { return }
        let room = count + count / 8
        accounts.reserveCapacity(room)
        facts.reserveCapacity(room)
        names.reserveCapacity(room)
        membership.reserveAccounts(room)
    }

    mutating func reserveDelegations(_ count: Int) {
        delegations.reserve(count)
    }

    mutating func register(_ handle: UInt32, _ mailbox: RegisteredMailbox, owner: UInt32) {
        facts[Int(handle)].isRegistered = true
        registrations.put(handle, mailbox, owner: owner)
        begin(handle, unshared: mailbox.unshared)
    }

    /// Of a registered mailbox whose facts were made anew.
    mutating func keepRegistration(_ handle: UInt32) {
        facts[Int(handle)].isRegistered = true
        begin(handle, unshared: registrations[handle]?.unshared ?? false)
    }

    mutating func unregister(_ handle: UInt32) {
        facts[Int(handle)].isRegistered = false
        registrations.remove(handle)
        begin(handle, unshared: false)
    }
}
