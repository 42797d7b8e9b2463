internal import Contract
internal import IdentityDomain
internal import Messages
internal import RPC

// Who acts, in which organization, and what references name there. What is given as an id costs no call.

extension Connections {
    /// What calls carry for --as or a session; nil when nobody acts.
    func acting() async throws -> (key: String, value: String)? {
        switch try options.acting() {
        case .nobody: nil
        case .account(let account): (MetadataKey.account, try await id(ofActing: account))
        case .session(let token): (MetadataKey.session, token)
        }
    }

    /// --organization, else the organization of who acts.
    func organization() async throws -> String {
        if let organization = options.organization { return try await id(of: organization) }
        if let actingOrganization { return actingOrganization }
        let subject: AuthorizeRequest.Subject
        switch try options.acting() {
        case .nobody: throw Failure("no organization is named, and nobody acts", todo: "say --organization or --as")
        case .account(let account): subject = .accountId(try await id(ofActing: account))
        case .session(let token): subject = .sessionToken(token)
        }
        let answer = try await AuthorizationClient(transport: identity()).authorize(
            AuthorizeRequest(subject: subject), options.callOptions(nil))
        // Only who may act has one: of a session that is over, and of an account that is not there, identity says nothing else.
        guard !answer.organizationId.isEmpty else { throw Status.denied(answer, access: Access(kind: .account)) }
        actingOrganization = answer.organizationId
        return answer.organizationId
    }

    /// The one that is named, else that of who acts.
    func organization(_ named: Reference?) async throws -> String {
        if let named { return try await id(of: named) }
        return try await organization()
    }

    private func id(ofActing account: Reference) async throws -> String {
        if let id = account.givenID ?? named[account] ?? nil { return id }
        guard let id = try await judged(account) else { throw Failure.notThere(account) }
        named[account] = id
        return id
    }

    func id(of reference: Reference) async throws -> String {
        try await ids(of: [reference])[0]
    }

    /// Nil for none.
    func id(of reference: Reference?) async throws -> String? {
        guard let reference else { return nil }
        return try await ids(of: [reference])[0]
    }

    /// In the order of the references: one look-up for all of them.
    func ids(of references: [Reference]) async throws -> [String] {
        try await zip(references, idsIfThere(of: references)).map { reference, id in
            guard let id else { throw Failure.notThere(reference) }
            return id
        }
    }

    /// As `ids`, with nil for what is not there.
    func idsIfThere(of references: [Reference]) async throws -> [String?] {
        func isUnknown(_ reference: Reference) -> Bool { reference.givenID == nil && named[reference] == nil }
        for reference in references where reference.kind == .organization && isUnknown(reference) {
            named[reference] = .some(try await operated(reference))
        }
        let unknown = references.filter(isUnknown)
        if !unknown.isEmpty { try await lookUp(unknown) }
        return references.map { reference in
            if let id = reference.givenID { return id }
            guard let id = named[reference] else { preconditionFailure("'\(reference)' has not been looked up") }
            return id
        }
    }

    private func lookUp(_ references: [Reference]) async throws {
        switch try options.acting() {
        case .nobody:
            for reference in references where named[reference] == nil {
                named[reference] = .some(try await judged(reference))
            }
        case .account, .session:
            do {
                let directory = try await References(
                    identity: identity(), options: callOptions, organization: organization()
                ).directory(of: references)
                for reference in references { named[reference] = .some(try directory.idIfThere(of: reference)) }
            } catch let status as Status where status.reason == .roleLacksScope {
                // Whoever may not read the directory still knows whom to write to: a mailbox's owner gives access to a colleague.
                for reference in references where named[reference] == nil {
                    guard reference.isOfAccounts else { throw status }
                    named[reference] = .some(try await judged(reference))
                }
            }
        }
        for reference in references where named[reference] == .some(nil) {
            named[reference] = .some(try await registered(reference))
        }
    }

    /// A registered mailbox by its address, which is no account's: identity keeps it beside those of accounts.
    private func registered(_ reference: Reference) async throws -> String? {
        guard reference.kind == .mailbox, case .address(let written) = reference.form else { return nil }
        let key = EmailAddress.key(written.text)
        let nobodyActs = if case .nobody = try options.acting() { options.organization == nil } else { false }
        let organization = nobodyActs ? nil : try await organization()
        var found: String?
        _ = try await Pages.each(
            limit: 0,
            { size, token in
                try await MailboxAddressClient(transport: identity()).listMailboxAddresses(
                    ListMailboxAddressesRequest(pageSize: size, pageToken: token), options.callOptions(nil))
            },
            show: { page in
                let named = page.mailboxAddresses.first {
                    EmailAddress.key($0.address) == key && (organization ?? $0.organizationId) == $0.organizationId
                }
                found = found ?? named?.mailboxId
            })
        return found
    }

    /// An organization by its external id, as operators may ask.
    private func operated(_ reference: Reference) async throws -> String? {
        let answer = try await OrganizationClient(transport: identity()).listOrganizations(
            ListOrganizationsRequest(externalIds: [reference.key]), options.callOptions(nil))
        return answer.organizations.first?.id
    }

    /// An account where nobody acts who might read a directory: identity says to a trusted caller who it is.
    private func judged(_ reference: Reference) async throws -> String? {
        let request: AuthorizeRequest
        switch reference.form {
        case .address(let key):
            request = AuthorizeRequest(
                subject: .address(key.text), organizationId: try await id(of: options.organization) ?? "")
        case .externalID(let key) where !reference.kind.isOfGroups && !reference.kind.isOfUnits:
            guard let organization = options.organization else {
                throw Failure(
                    Table.printable("an external id as '\(reference)' belongs to an organization"),
                    todo: "say --organization")
            }
            request = AuthorizeRequest(subject: .externalId(key.text), organizationId: try await id(of: organization))
        case .externalID, .groupName, .unitName, .id:
            throw Failure(
                Table.printable(
                    "'\(reference)' is looked up for somebody who may see \(reference.kind.isOfGroups ? "groups" : "units")"),
                todo: "say --as, or write the id")
        }
        let answer = try await AuthorizationClient(transport: identity()).authorize(request, options.callOptions(nil))
        guard !answer.accountId.isEmpty, answer.reason != .otherOrganization else { return nil }
        return reference.kind == .mailbox ? MailboxName.id(ofAccount: answer.accountId) : answer.accountId
    }
}

extension Reference {
    /// It names an account, or what is there with one, by what the certificate's owner may ask identity for.
    fileprivate var isOfAccounts: Bool {
        switch form {
        case .id, .address: true
        case .externalID: !kind.isOfGroups && !kind.isOfUnits
        case .groupName, .unitName: false
        }
    }

    /// The id, where it is written as one.
    var givenID: String? {
        guard case .id(let id) = form else { return nil }
        return kind == .mailbox ? MailboxName.id(ofAccount: MailboxName.account(of: id.text)) : id.text
    }

    /// Without what says which form it has.
    fileprivate var key: String {
        switch form {
        case .id(let text), .address(let text), .externalID(let text), .groupName(let text), .unitName(let text): text.text
        }
    }
}

extension Failure {
    static func notThere(_ reference: Reference) -> Failure {
        Failure(Table.printable("there is no \(reference.kind.word) '\(reference)'"))
    }
}
