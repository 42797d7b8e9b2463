internal import Contract
internal import Foundation
internal import Messages
internal import RPC

/// Brings rows into the servers, in the order that what they name needs. Rows of one kind go many at once.
struct Importer {
    let organization: String
    let identity: Client
    let mailbox: Client
    let options: CallOptions
    let dryRun: Bool
    var directory: Directory
    private var made: [(kind: String, name: String, id: String)] = []

    init(
        organization: String, identity: Client, mailbox: Client, options: CallOptions, dryRun: Bool,
        directory: Directory
    ) {
        self.organization = organization
        self.identity = identity
        self.mailbox = mailbox
        self.options = options
        self.dryRun = dryRun
        self.directory = directory
    }

    mutating func people(_ rows: [CSVTable.Row]) async throws {
        let missing = rows.filter { directory.account($0["address"])?.state != .active }
        let client = AccountClient(transport: identity)
        let (organization, options, dryRun) = (organization, options, dryRun)
        let accounts = try await each("people", rows, missing) { row in
            let invited = try await client.inviteAccount(
                InviteAccountRequest(
                    account: Account(
                        organizationId: organization, address: row["address"], displayName: row["display_name"],
                        externalId: row["external_id"]),
                    // A run that stopped between the two calls finds its invitation again, with a new token.
                    requestId: "import:" + row["address"].lowercased(), validateOnly: dryRun), options)
            if dryRun { return invited.account ?? Account() }
            return try await client.acceptInvitation(
                AcceptInvitationRequest(invitationToken: invited.invitationToken), options
            ).account ?? Account()
        }
        for account in accounts {
            directory.add(account)
            made.append(("account", account.address, account.id))
        }
    }

    mutating func groups(_ rows: [CSVTable.Row]) async throws {
        let missing = rows.filter { directory.groups[$0["display_name"]] == nil }
        let client = GroupClient(transport: identity)
        let (organization, options, dryRun) = (organization, options, dryRun)
        let groups = try await each("groups", rows, missing) { row in
            try await client.createGroup(
                CreateGroupRequest(
                    group: Group(
                        organizationId: organization, displayName: row["display_name"], externalId: row["external_id"]),
                    validateOnly: dryRun), options
            ).group ?? Group()
        }
        for group in groups {
            directory.add(group)
            made.append(("group", group.displayName, group.id))
        }
    }

    mutating func mailboxes(_ rows: [CSVTable.Row]) async throws {
        let missing = rows.filter { directory.account($0["address"]) == nil }
        let client = AccountClient(transport: identity)
        let (organization, options, dryRun) = (organization, options, dryRun)
        let created = try await each("mailboxes", rows, missing) { row in
            try await client.createFunctionalAccount(
                CreateFunctionalAccountRequest(
                    account: Account(
                        organizationId: organization, address: row["address"], displayName: row["display_name"],
                        externalId: row["external_id"]),
                    validateOnly: dryRun), options)
        }
        for answer in created {
            let account = answer.account ?? Account()
            directory.add(account)
            made.append(("mailbox", account.address, answer.mailboxId))
        }
    }

    mutating func members(_ rows: [CSVTable.Row]) async throws {
        let client = GroupClient(transport: identity)
        let (directory, options, dryRun) = (directory, options, dryRun)
        _ = try await each("members", rows, rows) { row in
            guard let group = directory.groups[row["group"]] else {
                throw Failure("no group '\(row["group"])'", todo: "is it in the groups file?")
            }
            guard let member = directory.memberID(row["member"]) else {
                throw Failure("no account or group '\(row["member"])'", todo: "is it in the people or groups file?")
            }
            return try await client.addMember(
                AddMemberRequest(groupId: group.id, memberId: member, validateOnly: dryRun), options)
        }
    }

    mutating func delegations(_ rows: [CSVTable.Row]) async throws {
        let client = DelegationClient(transport: mailbox)
        let (directory, options, dryRun) = (directory, options, dryRun)
        let granted = try await each("delegations", rows, rows) { row in
            guard let mailboxID = directory.mailboxID(row["mailbox"]) else {
                throw Failure("no mailbox '\(row["mailbox"])'", todo: "is its account in the people or mailboxes file?")
            }
            guard let grantee = directory.memberID(row["grantee"]) else {
                throw Failure("no account or group '\(row["grantee"])'", todo: "is it in the people or groups file?")
            }
            let rights = try row["rights"].split(separator: " ").map { word in
                guard let right = Right(word: String(word)) else {
                    throw Failure("'\(word)' is no right", todo: "write open, send and set-up with spaces between them")
                }
                return right
            }
            return try await client.grant(
                GrantRequest(
                    mailboxId: mailboxID, granteeId: grantee, rights: rights,
                    notBefore: try Self.time(row["not_before"]), expiresAt: try Self.time(row["expires_at"]),
                    validateOnly: dryRun), options)
        }
        for answer in granted {
            guard let delegation = answer.delegation else { continue }
            made.append(("delegation", delegation.mailboxId + " " + delegation.granteeId, delegation.id))
        }
    }

    func writeIDs(to path: String) throws(Failure) {
        let text = CSVText.file(["kind", "name", "id"], made.map { [$0.kind, $0.name, $0.id] })
        guard FileManager.default.createFile(atPath: path, contents: Data(text.utf8))
        else { throw Failure("\(path) cannot be written") }
    }

    /// The rows of one kind, with progress; an error names the line it stands on.
    private func each<Answer: Sendable>(
        _ title: String, _ rows: [CSVTable.Row], _ missing: [CSVTable.Row],
        _ work: @escaping @Sendable (CSVTable.Row) async throws -> Answer
    ) async throws -> [Answer] {
        if rows.isEmpty { return [] }
        let progress = Progress(title, of: missing.count)
        let answers = try await Concurrently.map(missing, width: 64, progress: progress) { row in
            do {
                return try await work(row)
            } catch let status as Status {
                throw Failure("\(title), line \(row.line): \(status.message) [\(status.reason.shortName)]")
            } catch let failure as Failure {
                throw Failure("\(title), line \(row.line): \(failure.what)", todo: failure.todo)
            }
        }
        let there = rows.count - missing.count
        progress.finish(
            "\(answers.count) \(dryRun ? "would be brought" : "brought")" + (there > 0 ? ", \(there) there already" : ""))
        return answers
    }

    private static func time(_ text: String) throws(Failure) -> Timestamp? {
        if text.isEmpty { return nil }
        guard let time = TimeArgument(argument: text) else {
            throw Failure("'\(text)' is no time", todo: "write it as 2026-12-01T08:00:00Z")
        }
        return time.value
    }
}
