internal import Contract
internal import Messages
internal import RPC

// Who acts, in which organization, and what references name there. What is given as an id costs no call.

extension Connections {
    /// What calls carry for --as or a session; nil when nobody acts.
    func acting() async throws -> (key: String, value: String)? {
        if let account = options.account {
            return (MetadataKey.account, try await id(ofActing: account))
        }
        return options.sessionToken.map { (MetadataKey.session, $0) }
    }

    /// --organization, else the organization of who acts.
    func organization() async throws -> String {
        if let organization = options.organization { return try await id(of: organization) }
        if let actingOrganization { return actingOrganization }
        let subject: AuthorizeRequest.Subject
        if let account = options.account {
            subject = .accountId(try await id(ofActing: account))
        } else if let token = options.sessionToken {
            subject = .sessionToken(token)
        } else {
            throw Failure("no organization is named, and nobody acts", todo: "say --organization or --as")
        }
        let answer = try await AuthorizationClient(transport: identity()).authorize(
            AuthorizeRequest(subject: subject), options.callOptions(nil))
        guard !answer.organizationId.isEmpty else {
            throw Failure("the organization of who acts is not known", todo: "say --organization org_…")
        }
        actingOrganization = answer.organizationId
        return answer.organizationId
    }

    private func id(ofActing account: Reference) async throws -> String {
        if let id = account.givenID ?? named[account] { return id }
        let id = try await judged(account)
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
        func isUnknown(_ reference: Reference) -> Bool { reference.givenID == nil && named[reference] == nil }
        for reference in references where reference.kind == .organization && isUnknown(reference) {
            named[reference] = try await operated(reference)
        }
        let unknown = references.filter(isUnknown)
        if !unknown.isEmpty, options.account != nil || options.sessionToken != nil {
            let directory = try await References(
                identity: identity(), options: callOptions, organization: organization()
            ).directory(of: unknown)
            for reference in unknown { named[reference] = try directory.id(of: reference) }
        } else {
            for reference in unknown { named[reference] = try await judged(reference) }
        }
        return references.map { reference in
            guard let id = reference.givenID ?? named[reference] else {
                preconditionFailure("'\(reference)' has not been looked up")
            }
            return id
        }
    }

    /// An organization by its external id, as operators may ask.
    private func operated(_ reference: Reference) async throws -> String {
        let answer = try await OrganizationClient(transport: identity()).listOrganizations(
            ListOrganizationsRequest(externalIds: [reference.key]), options.callOptions(nil))
        guard let found = answer.organizations.first else { throw Failure.notThere(reference) }
        return found.id
    }

    /// An account where nobody acts who might read a directory: identity says to a trusted caller who it is.
    private func judged(_ reference: Reference) async throws -> String {
        let request: AuthorizeRequest
        switch reference.form {
        case .address(let key): request = AuthorizeRequest(subject: .address(key.text))
        case .externalID(let key) where !reference.kind.isOfGroups:
            guard let organization = options.organization else {
                throw Failure(
                    Table.printable("an external id as '\(reference)' belongs to an organization"),
                    todo: "say --organization")
            }
            request = AuthorizeRequest(subject: .externalId(key.text), organizationId: try await id(of: organization))
        case .externalID, .groupName, .id:
            throw Failure(
                Table.printable("'\(reference)' is looked up for somebody who may see groups"),
                todo: "say --as, or write the id")
        }
        let answer = try await AuthorizationClient(transport: identity()).authorize(request, options.callOptions(nil))
        guard !answer.accountId.isEmpty else { throw Failure.notThere(reference) }
        return reference.kind == .mailbox ? MailboxName.id(ofAccount: answer.accountId) : answer.accountId
    }
}

extension Reference {
    /// The id, where it is written as one.
    var givenID: String? {
        guard case .id(let id) = form else { return nil }
        return kind == .mailbox ? MailboxName.id(ofAccount: MailboxName.account(of: id.text)) : id.text
    }

    /// Without what says which form it has.
    fileprivate var key: String {
        switch form {
        case .id(let text), .address(let text), .externalID(let text), .groupName(let text): text.text
        }
    }
}

extension Failure {
    static func notThere(_ reference: Reference) -> Failure {
        Failure(Table.printable("there is no \(reference.kind.word) '\(reference)'"))
    }
}
