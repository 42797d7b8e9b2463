/// What became of a row.
enum Outcome: Sendable {
    case brought(id: String)
    case there(id: String, note: String)
    case refused(Failure)
    /// It was asked, and nobody answered: it may be done or not.
    case unanswered(Failure)
    /// Nothing was asked any more, or the question never left: then `because` says why.
    case notTried(because: Failure?)
}

/// How many rows of an import became what.
struct OutcomeCounts {
    private(set) var brought = 0
    private(set) var there = 0
    private(set) var refused = 0
    private(set) var unanswered = 0
    private(set) var notTried = 0

    mutating func add(_ outcome: Outcome) {
        switch outcome {
        case .brought: brought += 1
        case .there: there += 1
        case .refused: refused += 1
        case .unanswered: unanswered += 1
        case .notTried: notTried += 1
        }
    }

    var status: CommandStatus {
        if unanswered + notTried > 0 { return .unanswered }
        return refused == 0 ? .done : .no
    }

    /// In one line, for people.
    func summary(isDryRun: Bool) -> String {
        let others = [(there, "there already"), (refused, "refused"), (unanswered, "not known"), (notTried, "not tried")]
        return
            (["\(brought) \(isDryRun ? "would be brought" : "brought")"]
            + others.compactMap { count, word in count == 0 ? nil : "\(count) \(word)" }).joined(separator: ", ")
    }
}

/// What an import has done, row by row, and what it says of it.
struct ImportReport {
    private(set) var counts = OutcomeCounts()
    /// One for each row that is refused or not known.
    private var said: [String] = []
    /// One for each row that is there otherwise than it says, and was left so.
    private(set) var differences: [String] = []
    /// Why the first questions never left: the same for all of them.
    private var cutOff: Failure?
    /// `kind,name,id` of everything that is there now.
    private(set) var ids: [[String]] = []

    mutating func add(_ outcome: Outcome, of place: RowPlace, _ name: String) {
        counts.add(outcome)
        switch outcome {
        case .brought(let id): note(place.kind, name, id)
        case .there(let id, let how):
            note(place.kind, name, id)
            if !how.isEmpty { differences.append(Table.printable("\(place): there already, \(how)")) }
        case .refused(let why): say("\(place): refused: \(why.line)")
        case .unanswered(let why): say("\(place): not known whether it is done: \(why.line)")
        case .notTried(let why): cutOff = cutOff ?? why
        }
    }

    /// For people: what is not done.
    var lines: [String] {
        if counts.notTried == 0 { return said }
        let rows = counts.notTried == 1 ? "1 row was" : "\(counts.notTried) rows were"
        return said + (cutOff.map { [Table.printable($0.line)] } ?? []) + ["\(rows) not tried: run it again"]
    }

    /// All that is said at the end. The sum is the last line, where a person looks first, and what is not done is before it.
    func text(isDryRun: Bool, withDifferences: Bool) -> [String] {
        let left =
            "\(differences.count) of those there already differ in name, external id or state, and were left so; --differences names them"
        let told = withDifferences || differences.isEmpty ? differences : [left]
        return told + lines + ["import: \(counts.summary(isDryRun: isDryRun))"]
    }

    private mutating func say(_ line: String) { said.append(Table.printable(line)) }

    private mutating func note(_ kind: ImportKind, _ name: String, _ id: String) {
        switch kind {
        case .people: ids.append(["account", name, id])
        case .groups: ids.append(["group", name, id])
        case .mailboxes: ids.append(["mailbox", name, id])
        case .delegations: ids.append(["delegation", name, id])
        // It has no id of its own.
        case .members: break
        }
    }
}
