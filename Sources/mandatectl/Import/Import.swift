internal import Contract
internal import Messages
internal import RPC

/// Carries out a plan: file by file in the order that what they name needs, the rows of one file many at once.
///
/// 1. Every row is tried and has an outcome, whatever becomes of the others, but for two: a row that needs one which was
///    refused is refused, and once nobody answers, or `stop` is set, no further row is tried.
/// 2. Groups put into groups go one after another in the order of the file: which of two would close a circle is told by
///    the file and not by a race. No other two rows of a file depend on one another.
/// 3. A dry run asks the same of the servers with `validate_only`. What they cannot know yet, because this run would make
///    it, is judged by `Rehearsal`.
struct Import {
    private static let width = 64

    private let plan: ImportPlan
    private let identity: any CallTransport
    private let mailbox: any CallTransport
    private let options: CallOptions
    /// Nil: it is no dry run.
    private var rehearsal: Rehearsal?
    private var report = ImportReport()
    /// Ids by those that stood for what has been made.
    private var made: [String: String] = [:]
    /// Set by the first call that nobody answers, or by who does not want to wait for the end.
    private let stop: Stop

    /// Looks up what the files name and plans. `now`: microseconds UTC. `stop`: no further row is tried once it is set.
    init(
        _ files: ImportFiles, in organization: String, identity: any CallTransport, mailbox: any CallTransport,
        options: CallOptions, isDryRun: Bool, now: Int64, stop: Stop
    ) async throws {
        let found = try await References(identity: identity, options: options, organization: organization)
            .directory(of: ImportPlan.names(in: files))
        plan = try ImportPlan(files, organization: organization, directory: found) { Identifier.make($0, at: now) }
        rehearsal = isDryRun ? try await Rehearsal(plan, identity: identity, options: options, now: now) : nil
        self.identity = identity
        self.mailbox = mailbox
        self.options = options
        self.stop = stop
    }

    /// To be called once.
    mutating func run() async -> ImportReport {
        await bringPeople()
        await bringGroups()
        await bringMailboxes()
        await bringMembers()
        await bringDelegations()
        return report
    }

    private var isDryRun: Bool { rehearsal != nil }

    // MARK: Accounts and groups

    private mutating func bringPeople() async {
        let (accounts, invitations) = (AccountClient(transport: identity), InvitationClient(transport: identity))
        let (options, isDryRun, organization) = (options, isDryRun, plan.organization)
        await bring(.people, plan.files.people, plan.people, \.place, \.address) { row in
            // Also who is invited already: what broke off between the two calls goes on.
            let invited = try await accounts.inviteAccount(
                InviteAccountRequest(account: Account(row, in: organization), validateOnly: isDryRun), options)
            if isDryRun { return invited.account?.id }
            do throws(Status) {
                return try await invitations.acceptInvitation(
                    AcceptInvitationRequest(invitationToken: invited.invitationToken), options
                ).account?.id
            } catch {
                // Also where this call never left: the row is begun.
                throw Status(error.code, error.reason, error.message)
            }
        }
    }

    private mutating func bringGroups() async {
        let client = GroupClient(transport: identity)
        let (options, isDryRun, organization) = (options, isDryRun, plan.organization)
        await bring(.groups, plan.files.groups, plan.groups, \.place, \.displayName) { row in
            let group = Group(organizationId: organization, displayName: row.displayName, externalId: row.externalID)
            return try await client.createGroup(CreateGroupRequest(group: group, validateOnly: isDryRun), options).group?.id
        }
    }

    private mutating func bringMailboxes() async {
        let client = AccountClient(transport: identity)
        let (options, isDryRun, organization) = (options, isDryRun, plan.organization)
        await bring(.mailboxes, plan.files.mailboxes, plan.mailboxes, \.place, \.address) { row in
            try await client.createFunctionalAccount(
                CreateFunctionalAccountRequest(account: Account(row, in: organization), validateOnly: isDryRun), options
            ).account?.id
        }
    }

    /// Rows that make something that other rows name. `work` gives its id.
    private mutating func bring<Row: Sendable>(
        _ kind: ImportKind, _ rows: [Row], _ verdicts: [Verdict<Making>], _ place: (Row) -> RowPlace,
        _ name: (Row) -> String, _ work: @escaping @Sendable (Row) async throws -> String?
    ) async {
        let outcomes = await outcomes(kind.rawValue, Array(zip(rows, verdicts))) { row, _ in
            .brought(id: try await work(row) ?? "")
        }
        for (index, outcome) in outcomes.enumerated() {
            if case .todo(let making) = verdicts[index], case .brought(let id) = outcome {
                made[making.id] = isDryRun ? making.id : id
            }
            let shown = kind == .mailboxes ? outcome.mapID { MailboxName.id(ofAccount: $0) } : outcome
            report.add(shown, of: place(rows[index]), name(rows[index]))
        }
    }

    // MARK: Memberships and delegations

    private mutating func bringMembers() async {
        let (client, options, tried) = (GroupClient(transport: identity), options, rehearsal)
        let work: @Sendable (MemberRow, Pair) async throws -> Outcome = { row, pair in
            do throws(Status) {
                let answer = try await client.addGroupMember(
                    AddGroupMemberRequest(groupId: pair.one, memberId: pair.other, validateOnly: tried != nil), options)
                return answer.unchanged ? .there(id: pair.other, note: "") : .brought(id: pair.other)
            } catch {
                guard let tried, tried.isAnswered(by: error, pair) else { throw error }
                return try tried.judgeMember(pair)
            }
        }
        let rows = zip(plan.files.members, plan.members.map(resolved)).map { ($0, $1) }
        let isNested = rows.map { _, verdict in
            if case .todo(let pair) = verdict { pair.other.utf8.starts(with: "grp_".utf8) } else { false }
        }
        var nested = rows.indices.filter { isNested[$0] }.map { rows[$0] }
        for index in nested.indices { nested[index].1 = rehearsal?.nesting(nested[index].1) ?? nested[index].1 }
        let others = rows.indices.filter { !isNested[$0] }.map { rows[$0] }
        var first = await outcomes("nested groups", nested, width: 1, work)[...]
        var second = await outcomes("members", others, work)[...]
        for (index, (row, _)) in rows.enumerated() {
            guard let outcome = isNested[index] ? first.popFirst() : second.popFirst() else { continue }
            report.add(outcome, of: row.place, "\(row.group) \(row.member)")
        }
    }

    private mutating func bringDelegations() async {
        let (client, options, tried) = (DelegationClient(transport: mailbox), options, rehearsal)
        let rows = Array(zip(plan.files.delegations, plan.delegations.map(resolved)))
        let outcomes = await outcomes("delegations", rows) { row, pair in
            do throws(Status) {
                let answer = try await client.grantDelegation(
                    GrantDelegationRequest(
                        mailboxId: pair.one, granteeId: pair.other, rights: row.rights, startTime: row.startTime,
                        expireTime: row.expireTime, validateOnly: tried != nil), options)
                let id = answer.delegation?.id ?? ""
                return answer.unchanged ? .there(id: id, note: "") : .brought(id: id)
            } catch {
                guard let tried, tried.isAnswered(by: error, pair) else { throw error }
                return try tried.judge(row, pair)
            }
        }
        for (index, (row, verdict)) in rows.enumerated() {
            var name = "\(row.mailbox) \(row.grantee)"
            if case .todo(let pair) = verdict { name = pair.one + " " + pair.other }
            report.add(outcomes[index], of: row.place, name)
        }
    }

    /// With the ids of what has been made meanwhile.
    private func resolved(_ verdict: Verdict<Pair>) -> Verdict<Pair> {
        guard case .todo(let pair) = verdict, !stop.isSet else { return verdict }
        for id in [MailboxName.account(of: pair.one), pair.other] {
            if let place = plan.making[id], made[id] == nil {
                return .refused(Failure("it needs what \(place) did not bring"))
            }
        }
        return .todo(Pair(one: real(pair.one), other: real(pair.other)))
    }

    private func real(_ id: String) -> String {
        let account = MailboxName.account(of: id)
        guard let made = made[account] else { return id }
        return account == id ? made : MailboxName.id(ofAccount: made)
    }

    // MARK: Rows

    /// The outcome of every row, in their order.
    private func outcomes<Row: Sendable, Task: Sendable>(
        _ title: String, _ rows: [(Row, Verdict<Task>)], width: Int = Self.width,
        _ work: @escaping @Sendable (Row, Task) async throws -> Outcome
    ) async -> [Outcome] {
        if rows.isEmpty { return [] }
        let progress = Progress(title, of: rows.count)
        let stop = stop
        let outcomes = await Concurrently.all(rows, width: width, progress: progress) { row, verdict in
            switch verdict {
            case .there(let id, let note): return Outcome.there(id: id, note: note)
            case .refused(let why): return .refused(why)
            case .todo(let task):
                if stop.isSet { return .notTried(because: nil) }
                let outcome = await Outcome.of { try await work(row, task) }
                switch outcome {
                case .unanswered, .notTried: stop.set()
                case .brought, .there, .refused: break
                }
                return outcome
            }
        }
        var counts = OutcomeCounts()
        for outcome in outcomes { counts.add(outcome) }
        progress.finish(counts.summary(isDryRun: isDryRun))
        return outcomes
    }
}

extension Outcome {
    /// What a server refuses is the row's own fault; without an answer nobody knows.
    fileprivate static func of(_ work: () async throws -> Outcome) async -> Outcome {
        do {
            return try await work()
        } catch let status as Status {
            let why = Failure("\(status.message) [\(status.reason.name)]")
            if status.unreached != nil { return .notTried(because: why) }
            switch CommandStatus(status) {
            case .unanswered: return .unanswered(why)
            case .done, .no, .broken: return status.code == .unauthenticated ? .unanswered(why) : .refused(why)
            }
        } catch let failure as Failure {
            return .refused(failure)
        } catch {
            return .unanswered(Failure("\(error)"))
        }
    }

    fileprivate func mapID(_ change: (String) -> String) -> Outcome {
        switch self {
        case .brought(let id): .brought(id: change(id))
        case .there(let id, let note): .there(id: change(id), note: note)
        case .refused, .unanswered, .notTried: self
        }
    }
}

extension Account {
    fileprivate init(_ row: AccountRow, in organization: String) {
        self.init(
            organizationId: organization, address: row.address, displayName: row.displayName, externalId: row.externalID)
    }
}
