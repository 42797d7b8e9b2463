internal import Contract
internal import IdentityDomain
internal import Messages

/// Accounts, groups and units, found by what they are called as the servers find them.
struct Directory: Sendable {
    /// What a reference has found.
    enum Found: Sendable {
        case account(Account)
        case group(Group)
        case unit(Unit)

        var id: String {
            switch self {
            case .account(let account): account.id
            case .group(let group): group.id
            case .unit(let unit): unit.id
            }
        }
    }

    private var accountsByID: [String: Account] = [:]
    private var accountsByAddress: [ExactText: String] = [:]
    private var accountsByExternalID: [ExactText: String] = [:]
    private var groupsByID: [String: Group] = [:]
    private var groupsByName: [ExactText: String] = [:]
    private var groupsByExternalID: [ExactText: String] = [:]
    private var unitsByID: [String: Unit] = [:]

    /// In the place of what had its id.
    mutating func add(_ account: Account) {
        accountsByID[account.id] = account
        accountsByAddress[ExactText(EmailAddress.key(account.address))] = account.id
        if !account.externalId.isEmpty { accountsByExternalID[ExactText(account.externalId)] = account.id }
    }

    /// In the place of what had its id.
    mutating func add(_ group: Group) {
        groupsByID[group.id] = group
        groupsByName[ExactText(group.displayName)] = group.id
        if !group.externalId.isEmpty { groupsByExternalID[ExactText(group.externalId)] = group.id }
    }

    /// In the place of what had its id. Names are looked for among all: few are asked for, and two can have the same.
    mutating func add(_ unit: Unit) { unitsByID[unit.id] = unit }

    func account(id: String) -> Account? { accountsByID[id] }
    func account(address: String) -> Account? { account(addressKey: ExactText(EmailAddress.key(address))) }
    func account(externalID: String) -> Account? { account(externalID: ExactText(externalID)) }
    func group(name: String) -> Group? { group(name: ExactText(name)) }
    func group(externalID: String) -> Group? { group(externalID: ExactText(externalID)) }

    private func account(addressKey: ExactText) -> Account? { accountsByAddress[addressKey].flatMap { accountsByID[$0] } }
    private func account(externalID: ExactText) -> Account? { accountsByExternalID[externalID].flatMap { accountsByID[$0] } }
    private func group(name: ExactText) -> Group? { groupsByName[name].flatMap { groupsByID[$0] } }
    private func group(externalID: ExactText) -> Group? { groupsByExternalID[externalID].flatMap { groupsByID[$0] } }

    /// The one thing that a reference names; nil for nothing. More than one are refused, the candidates named.
    private func find(_ reference: Reference) throws(Failure) -> Found? {
        let candidates = candidates(for: reference)
        guard candidates.count <= 1 else {
            let named = candidates.map(\.line).joined(separator: " and ")
            throw Failure(
                Table.printable("'\(reference)' is ambiguous: it names \(named)"),
                todo: "write the id, the address, group:NAME or unit:NAME")
        }
        return candidates.first
    }

    /// The id that a request takes for a reference. What is not there is refused.
    func id(of reference: Reference) throws(Failure) -> String {
        guard let id = try idIfThere(of: reference) else { throw .notThere(reference) }
        return id
    }

    /// As `id`, with nil for what is not there.
    func idIfThere(of reference: Reference) throws(Failure) -> String? {
        guard let found = try find(reference) else { return nil }
        return reference.kind == .mailbox ? MailboxName.id(ofAccount: found.id) : found.id
    }

    private func candidates(for reference: Reference) -> [Found] {
        var account: Account?
        var group: Group?
        var units: [Unit] = []
        switch reference.form {
        case .id(let id):
            account = accountsByID[MailboxName.account(of: id.text)]
            group = groupsByID[id.text]
            units = unitsByID[id.text].map { [$0] } ?? []
        case .address(let key): account = self.account(addressKey: key)
        case .externalID(let key):
            account = self.account(externalID: key)
            group = self.group(externalID: key)
            units = self.units { ExactText($0.externalId) == key }
        case .groupName(let name): group = self.group(name: name)
        case .unitName(let name): units = self.units { ExactText($0.displayName) == name }
        }
        return [
            reference.kind.isOfAccounts ? account.map { .account($0) } : nil,
            reference.kind.isOfGroups ? group.map { .group($0) } : nil,
        ].compactMap { $0 } + (reference.kind.isOfUnits ? units.map { .unit($0) } : [])
    }

    /// In the order of their ids.
    private func units(where isNamed: (Unit) -> Bool) -> [Unit] {
        unitsByID.values.filter(isNamed).sorted { $0.id < $1.id }
    }
}

extension Directory.Found {
    /// For people, in words that name it alone. Without the id: an import asks also for what is not made yet.
    fileprivate var line: String {
        switch self {
        case .account(let account): "the account \(account.addressText)"
        case .group(let group): "the group '\(group.displayName)'"
        case .unit(let unit): "the unit '\(unit.displayName)' (\(unit.id))"
        }
    }
}
