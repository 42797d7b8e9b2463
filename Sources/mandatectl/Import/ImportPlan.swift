internal import Messages

/// What is to be done for a row, from what was there before the first change.
enum Verdict<Task: Sendable>: Sendable {
    case todo(Task)
    /// There already; `note` says in which way it is not as the row says, or not in use.
    case there(id: String, note: String)
    case refused(Failure)
}

/// An account or a group that is to be made. Until then a new id stands for it, which the servers do not know.
struct Making: Sendable {
    let id: String
}

/// Two ids of a membership or a delegation, also such that only stand for what is to be made.
struct Pair: Hashable, Sendable {
    let one, other: String
}

/// All rows with what is to be done for each, decided before anything is changed.
///
/// 1. Every reference is resolved once, against what is there and what the rows make; so a dry run and a run mean the same.
/// 2. Two rows for the same membership or delegation are refused however they name it: one must not outrun the other.
/// 3. No request ids: each row is judged by what is there, and so a run goes on where another broke off, also with a name
///    corrected in between. An id that is bound to a row would answer for a state that is gone.
struct ImportPlan: Sendable {
    let files: ImportFiles
    private(set) var people: [Verdict<Making>] = []
    private(set) var groups: [Verdict<Making>] = []
    private(set) var mailboxes: [Verdict<Making>] = []
    private(set) var members: [Verdict<Pair>] = []
    private(set) var delegations: [Verdict<Pair>] = []
    /// As it will be: with what is to be made.
    private(set) var directory: Directory
    /// Who or what becomes usable by this run, and by which row.
    private(set) var making: [String: RowPlace] = [:]

    let organization: String
    private let newID: @Sendable (String) -> String

    /// `newID` makes an id with a prefix.
    init(
        _ files: ImportFiles, organization: String, directory: Directory, newID: @escaping @Sendable (String) -> String
    ) throws(Failure) {
        self.files = files
        self.organization = organization
        self.directory = directory
        self.newID = newID
        people = files.people.map { account($0, .user) }
        groups = files.groups.map { group($0) }
        mailboxes = files.mailboxes.map { account($0, .functional) }
        members = files.members.map { pair($0.group, $0.member) }
        delegations = files.delegations.map { pair($0.mailbox, $0.grantee) }
        try Failure.broken(
            Repetitions.of(Array(zip(files.members, members)), \.0.place, "the same group and member", key: \.1.task)
                + Repetitions.of(
                    Array(zip(files.delegations, delegations)), \.0.place, "the same mailbox and grantee", key: \.1.task),
            todo: ImportFiles.todo)
    }

    /// Everything that the files name.
    static func names(in files: ImportFiles) -> Names {
        var names = Names(
            files.members.flatMap { [$0.group, $0.member] } + files.delegations.flatMap { [$0.mailbox, $0.grantee] })
        for row in files.people + files.mailboxes { names.add(account: row.address, externalID: row.externalID) }
        for row in files.groups { names.add(group: row.displayName, externalID: row.externalID) }
        return names
    }

    private mutating func account(_ row: AccountRow, _ type: AccountType) -> Verdict<Making> {
        let holder = row.externalID.isEmpty ? nil : directory.account(externalID: row.externalID)
        guard var account = directory.account(address: row.address) else {
            if let holder {
                return .refused(Failure("the external id is that of \(holder.id) (\(holder.addressText))"))
            }
            return make(
                Account(
                    id: newID("acc"), organizationId: organization, accountType: type, state: .active, address: row.address,
                    externalId: row.externalID), row)
        }
        if let holder, holder.id != account.id {
            return .refused(
                Failure("the address is that of \(account.id), the external id that of \(holder.id) (\(holder.addressText))"))
        }
        guard (account.accountType == .functional) == (type == .functional) else {
            return .refused(Failure("the address is that of \(account.id), which is a \(account.accountType.word) account"))
        }
        if account.state == .invited {
            account.state = .active
            account.externalId = row.externalID
            return make(account, row)
        }
        return .there(id: account.id, note: account.note(row))
    }

    private mutating func make(_ account: Account, _ row: AccountRow) -> Verdict<Making> {
        directory.add(account)
        making[account.id] = row.place
        return .todo(Making(id: account.id))
    }

    private mutating func group(_ row: GroupRow) -> Verdict<Making> {
        let holder = row.externalID.isEmpty ? nil : directory.group(externalID: row.externalID)
        if let group = directory.group(name: row.displayName) {
            if let holder, holder.id != group.id {
                return .refused(
                    Failure("the name is that of \(group.id), the external id that of \(holder.id) ('\(holder.displayName)')"))
            }
            return .there(id: group.id, note: Self.note(of: group.externalId, row.externalID))
        }
        if let holder {
            return .refused(Failure("the external id is that of \(holder.id) ('\(holder.displayName)')"))
        }
        let group = Group(
            id: newID("grp"), organizationId: organization, displayName: row.displayName, externalId: row.externalID)
        directory.add(group)
        making[group.id] = row.place
        return .todo(Making(id: group.id))
    }

    private func pair(_ one: Reference, _ other: Reference) -> Verdict<Pair> {
        do throws(Failure) {
            return .todo(Pair(one: try directory.id(of: one), other: try directory.id(of: other)))
        } catch {
            return .refused(error)
        }
    }

    fileprivate static func note(of externalID: String, _ wanted: String) -> String {
        wanted.isEmpty || ExactText(externalID) == ExactText(wanted) ? "" : "its external id is '\(externalID)'"
    }
}

extension Verdict {
    fileprivate var task: Task? {
        guard case .todo(let task) = self else { return nil }
        return task
    }
}

extension Account {
    /// In which way it is not what the row says, and left so.
    fileprivate func note(_ row: AccountRow) -> String {
        var notes: [String] = state == .active ? [] : [state.word]
        if !row.displayName.isEmpty, ExactText(displayName) != ExactText(row.displayName) {
            notes.append("its name is '\(displayName)'")
        }
        notes.append(ImportPlan.note(of: externalId, row.externalID))
        return notes.filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
