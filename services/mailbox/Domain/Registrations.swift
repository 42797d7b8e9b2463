/// The registered mailboxes of one organization, by handle: few beside its accounts, so they stand aside.
///
/// Invariant: `owned` has for an account exactly the handles of which it is the owner, sorted.
struct Registrations: Sendable {
    struct Registration: Sendable {
        let owner: UInt32
        let address: String
        let displayName: String
        let key: AddressKey?
        let unshared: Bool
    }

    private var registrations: [UInt32: Registration] = [:]
    private var owned: [UInt32: [UInt32]] = [:]

    subscript(_ handle: UInt32) -> Registration? { registrations[handle] }

    var handles: Dictionary<UInt32, Registration>.Keys { registrations.keys }

    func owned(by account: UInt32) -> [UInt32] { owned[account] ?? [] }

    mutating func put(_ handle: UInt32, _ mailbox: RegisteredMailbox, owner: UInt32) {
        remove(handle)
        registrations[handle] = Registration(
            owner: owner, address: mailbox.address, displayName: mailbox.displayName, key: AddressKey(mailbox.address),
            unshared: mailbox.unshared)
        owned[owner, default: []].insertSorted(handle)
    }

    mutating func remove(_ handle: UInt32) {
        guard let owner = registrations.removeValue(forKey: handle)?.owner else { return }
        owned[owner]?.removeSorted(handle)
        if owned[owner]?.isEmpty == true { owned[owner] = nil }
    }
}
