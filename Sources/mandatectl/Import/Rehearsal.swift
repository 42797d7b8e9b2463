internal import Contract
internal import IdentityDomain
internal import Messages
internal import RPC

/// What a dry run must judge by itself: rows that name what the same run would make.
///
/// The servers are asked all the same, and judge who acts, the fields and what they know. That they do not find an id which
/// only stands for something, or find somebody not active yet, is what is expected; what they would say then is said here,
/// by the rules of B2, B10, D6 and D19.
struct Rehearsal {
    private let making: Set<String>
    private let directory: Directory
    /// Microseconds UTC.
    private let now: Int64
    /// Which groups are directly in a group, with those of the rows before.
    private var subgroups: [GroupID: [GroupID]]

    /// Reads which groups are in those that rows put into others.
    init(_ plan: ImportPlan, identity: any CallTransport, options: CallOptions, now: Int64) async throws {
        making = Set(plan.making.keys)
        directory = plan.directory
        self.now = now
        subgroups = [:]
        var waiting = plan.nestedGroups.filter { !making.contains($0) }
        while let group = waiting.popLast() {
            if subgroups[GroupID(group)] != nil { continue }
            let members = try await Pages.all { size, token in
                try await GroupClient(transport: identity).listGroupMembers(
                    ListGroupMembersRequest(groupId: group, pageSize: size, pageToken: token), options)
            }
            let groups = members.map(\.memberId).filter { $0.utf8.starts(with: "grp_".utf8) }
            subgroups[GroupID(group)] = groups.map { GroupID($0) }
            waiting += groups
        }
    }

    /// Whether a server said no more than that something is not made yet.
    func isAnswered(by status: Status, _ pair: Pair) -> Bool {
        guard making.contains(MailboxName.account(of: pair.one)) || making.contains(pair.other) else { return false }
        switch status.reason {
        case .notFound: return true
        case .wrongState: return status.metadata["state"] == "invited"
        default: return false
        }
    }

    /// B10: in the order of the file, each with those before it.
    mutating func nesting(_ verdict: Verdict<Pair>) -> Verdict<Pair> {
        guard case .todo(let pair) = verdict else { return verdict }
        let (group, member) = (GroupID(pair.one), GroupID(pair.other))
        // The rule's walk upside down: here is known what is in a group, and not what it is in.
        if GroupNesting.containers(of: member, parents: { subgroups[$0] ?? [] }).contains(group) {
            return .refused(Failure("the group would contain itself"))
        }
        subgroups[group, default: []].append(member)
        return verdict
    }

    func judgeMember(_ pair: Pair) throws(Failure) -> Outcome {
        try judgeState(pair.other)
        return .brought(id: pair.other)
    }

    func judge(_ row: DelegationRow, _ pair: Pair) throws(Failure) -> Outcome {
        let (begin, end) = (row.startTime?.microsecondsSince1970, row.expireTime?.microsecondsSince1970)
        if let end, end <= max(now, begin ?? now) {
            throw Failure("the grant would have ended already, or before it begins")
        }
        if MailboxName.account(of: pair.one) == pair.other { throw Failure("the mailbox is the grantee's own") }
        try judgeState(pair.other)
        if directory.account(id: pair.other)?.accountType == .functional {
            throw Failure("a functional account does nothing, so it is given nothing")
        }
        return .brought(id: "")
    }

    /// B2, D6: only an active account is given anything.
    private func judgeState(_ id: String) throws(Failure) {
        guard let account = directory.account(id: id), account.state != .active else { return }
        throw Failure("the account is \(account.state.word)")
    }
}

extension ImportPlan {
    /// Groups that rows put into others.
    fileprivate var nestedGroups: [String] {
        members.compactMap { verdict in
            guard case .todo(let pair) = verdict, pair.other.utf8.starts(with: "grp_".utf8) else { return nil }
            return pair.other
        }
    }
}
