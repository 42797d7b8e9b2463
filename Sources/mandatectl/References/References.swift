internal import Contract
internal import Messages
internal import RPC

/// Finds what references name, by asking identity for exactly those: a call for each thousand.
struct References: Sendable {
    /// As many names as one call may ask for.
    private static let namesMax = 1000

    let identity: any CallTransport
    let options: CallOptions
    /// The organization that they are looked for in.
    let organization: String

    /// Everything that is there of what the references name.
    func directory(of references: [Reference]) async throws -> Directory {
        try await directory(of: Names(references))
    }

    func directory(of names: Names) async throws -> Directory {
        var directory = Directory()
        for account in try await accounts(named: names.accounts) { directory.add(account) }
        for group in try await groups(named: names.groups) { directory.add(group) }
        for unit in try await units(named: names.units) { directory.add(unit) }
        return directory
    }

    private func accounts(named names: [Set<ExactText>]) async throws -> [Account] {
        var all: [Account] = []
        let empty = ListAccountsRequest(organizationId: organization)
        for request in Self.requests(empty, names, [\.accountIds, \.addresses, \.externalIds]) {
            all += try await Pages.all { size, token in
                var request = request
                (request.pageSize, request.pageToken) = (size, token)
                return try await AccountClient(transport: identity).listAccounts(request, options)
            }
        }
        return all
    }

    private func groups(named names: [Set<ExactText>]) async throws -> [Group] {
        var all: [Group] = []
        let empty = ListGroupsRequest(organizationId: organization)
        for request in Self.requests(empty, names, [\.groupIds, \.displayNames, \.externalIds]) {
            all += try await Pages.all { size, token in
                var request = request
                (request.pageSize, request.pageToken) = (size, token)
                return try await GroupClient(transport: identity).listGroups(request, options)
            }
        }
        return all
    }

    private func units(named names: [Set<ExactText>]) async throws -> [Unit] {
        var all: [Unit] = []
        let empty = ListUnitsRequest(organizationId: organization)
        for request in Self.requests(empty, names, [\.unitIds, \.displayNames, \.externalIds]) {
            all += try await Pages.all { size, token in
                var request = request
                (request.pageSize, request.pageToken) = (size, token)
                return try await UnitClient(transport: identity).listUnits(request, options)
            }
        }
        return all
    }

    /// Requests for all names, each with as many as a call takes. `names` and `fields` are in the same order.
    private static func requests<Request>(
        _ empty: Request, _ names: [Set<ExactText>], _ fields: [WritableKeyPath<Request, [String]>]
    ) -> [Request] {
        let all = zip(fields, names).flatMap { field, names in names.map { (field, $0.text) } }
        return stride(from: 0, to: all.count, by: namesMax).map { start in
            var request = empty
            for (field, name) in all[start..<min(start + namesMax, all.count)] { request[keyPath: field].append(name) }
            return request
        }
    }
}

/// What accounts, groups and units are asked for by.
struct Names: Sendable {
    private(set) var accountIDs: Set<ExactText> = []
    private(set) var addresses: Set<ExactText> = []
    private(set) var accountKeys: Set<ExactText> = []
    private(set) var groupIDs: Set<ExactText> = []
    private(set) var groupNames: Set<ExactText> = []
    private(set) var groupKeys: Set<ExactText> = []
    private(set) var unitIDs: Set<ExactText> = []
    private(set) var unitNames: Set<ExactText> = []
    private(set) var unitKeys: Set<ExactText> = []

    fileprivate var accounts: [Set<ExactText>] { [accountIDs, addresses, accountKeys] }
    fileprivate var groups: [Set<ExactText>] { [groupIDs, groupNames, groupKeys] }
    fileprivate var units: [Set<ExactText>] { [unitIDs, unitNames, unitKeys] }

    init(_ references: [Reference] = []) {
        for reference in references { add(reference) }
    }

    mutating func add(_ reference: Reference) {
        switch reference.form {
        case .id(let id):
            // The log can be asked about more kinds of things than have names.
            let account = MailboxName.account(of: id.text)
            if Identifier.bits(id.text, prefix: "grp") != nil { groupIDs.insert(id) }
            if Identifier.bits(id.text, prefix: "unt") != nil { unitIDs.insert(id) }
            if Identifier.bits(account, prefix: "acc") != nil { accountIDs.insert(ExactText(account)) }
        case .address(let key): addresses.insert(key)
        case .externalID(let key):
            if reference.kind.isOfAccounts { accountKeys.insert(key) }
            if reference.kind.isOfGroups { groupKeys.insert(key) }
            if reference.kind.isOfUnits { unitKeys.insert(key) }
        case .groupName(let name): groupNames.insert(name)
        case .unitName(let name): unitNames.insert(name)
        }
    }

    /// What an account would be called.
    mutating func add(account address: String, externalID: String) {
        addresses.insert(ExactText(address))
        if !externalID.isEmpty { accountKeys.insert(ExactText(externalID)) }
    }

    /// What a group would be called.
    mutating func add(group name: String, externalID: String) {
        groupNames.insert(ExactText(name))
        if !externalID.isEmpty { groupKeys.insert(ExactText(externalID)) }
    }
}
