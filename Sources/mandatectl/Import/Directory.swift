internal import Contract
internal import Messages
internal import RPC

/// What an organization holds already, by the names that a file can use: an id, an address or an external id.
struct Directory {
    private(set) var accounts: [String: Account] = [:]
    private(set) var groups: [String: Group] = [:]

    /// Reads everything there is, so that an import can be run again and goes on where it stopped.
    init(_ organization: String, identity: Client, options: CallOptions) async throws {
        let accountClient = AccountClient(transport: identity)
        let accounts = try await Pages.all { size, token in
            try await accountClient.listAccounts(
                ListAccountsRequest(organizationId: organization, pageSize: size, pageToken: token), options)
        }
        for account in accounts { add(account) }
        let groupClient = GroupClient(transport: identity)
        let groups = try await Pages.all { size, token in
            try await groupClient.listGroups(
                ListGroupsRequest(organizationId: organization, pageSize: size, pageToken: token), options)
        }
        for group in groups { add(group) }
    }

    mutating func add(_ account: Account) {
        accounts[account.id] = account
        accounts[account.address.lowercased()] = account
        if !account.externalId.isEmpty { accounts[account.externalId] = account }
    }

    mutating func add(_ group: Group) {
        groups[group.id] = group
        groups[group.displayName] = group
        if !group.externalId.isEmpty { groups[group.externalId] = group }
    }

    func account(_ name: String) -> Account? {
        accounts[name] ?? accounts[name.lowercased()]
    }

    /// The id of a mailbox, named by its id, or by its account.
    func mailboxID(_ name: String) -> String? {
        if name.hasPrefix("mbx_") { return name }
        return account(name).map { "mbx_" + $0.id.dropFirst(4) }
    }

    /// The id of an account or a group.
    func memberID(_ name: String) -> String? {
        account(name)?.id ?? groups[name]?.id
    }
}
