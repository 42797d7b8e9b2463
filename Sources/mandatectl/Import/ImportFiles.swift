internal import IdentityDomain
internal import Messages

/// What one file of an import holds.
enum ImportKind: String, CaseIterable {
    case people, groups, mailboxes, members, delegations

    var columns: [String] {
        switch self {
        case .people, .mailboxes: ["address"]
        case .groups: ["display_name"]
        case .members: ["group", "member"]
        case .delegations: ["mailbox", "grantee", "rights"]
        }
    }

    var optional: [String] {
        switch self {
        case .people, .mailboxes: ["display_name", "external_id"]
        case .groups: ["external_id"]
        case .members: []
        case .delegations: ["start_time", "expire_time"]
        }
    }
}

/// Where a row stands, for people.
struct RowPlace: Hashable, Sendable, CustomStringConvertible {
    let kind: ImportKind
    let line: Int

    var description: String { "\(kind.rawValue), line \(line)" }
}

/// A person, or a functional mailbox.
struct AccountRow: Sendable {
    let place: RowPlace
    let address, displayName, externalID: String
}

struct GroupRow: Sendable {
    let place: RowPlace
    let displayName, externalID: String
}

struct MemberRow: Sendable {
    let place: RowPlace
    let group, member: Reference
}

struct DelegationRow: Sendable {
    let place: RowPlace
    let mailbox, grantee: Reference
    let rights: [Right]
    let startTime, expireTime: Timestamp?
}

/// The files of one import, read whole and checked for what can be known without a server.
///
/// Every fault of every row is found before anything is asked, so that a broken file changes nothing.
struct ImportFiles: Sendable {
    private(set) var people: [AccountRow] = []
    private(set) var groups: [GroupRow] = []
    private(set) var mailboxes: [AccountRow] = []
    private(set) var members: [MemberRow] = []
    private(set) var delegations: [DelegationRow] = []

    static let todo = "nothing was done; mend the lines and import again"

    /// `table` gives the file of a kind, nil for none.
    init(_ table: (ImportKind) throws(Failure) -> CSVTable?) throws(Failure) {
        var faults: [String] = []
        for kind in ImportKind.allCases {
            do {
                guard let table = try table(kind) else { continue }
                let read = table.read { row throws(Failure) in try add(row, at: RowPlace(kind: kind, line: row.line)) }
                faults += read.faults.map { "\(RowPlace(kind: kind, line: $0.line)): \($0.failure.line)" }
            } catch { faults.append(error.line) }
        }
        try Failure.broken(faults + repeated, todo: Self.todo)
    }

    private mutating func add(_ row: CSVTable.Row, at place: RowPlace) throws(Failure) {
        switch place.kind {
        case .people: people.append(try AccountRow(row, at: place))
        case .mailboxes: mailboxes.append(try AccountRow(row, at: place))
        case .groups:
            if row["display_name"].isEmpty { throw Failure("the group has no name") }
            groups.append(GroupRow(place: place, displayName: row["display_name"], externalID: row["external_id"]))
        case .members:
            members.append(
                MemberRow(
                    place: place, group: try Reference(row["group"], .group), member: try Reference(row["member"], .member)))
        case .delegations:
            delegations.append(
                DelegationRow(
                    place: place, mailbox: try Reference(row["mailbox"], .mailbox),
                    grantee: try Reference(row["grantee"], .member), rights: try Self.rights(row["rights"]),
                    startTime: try Self.time(row["start_time"]), expireTime: try Self.time(row["expire_time"])))
        }
    }

    private static func rights(_ text: String) throws(Failure) -> [Right] {
        let words = text.split(separator: " ")
        if words.isEmpty { throw Failure("there is no right", todo: "write open, send and set-up with spaces between them") }
        return try words.map { word throws(Failure) in
            guard let right = Right(word: String(word)) else {
                throw Failure("'\(word)' is no right", todo: "write open, send and set-up with spaces between them")
            }
            return right
        }
    }

    private static func time(_ text: String) throws(Failure) -> Timestamp? {
        text.isEmpty ? nil : try TimeArgument(text).value
    }

    // MARK: Rows that say the same twice

    /// Which of two would count would be told by a race.
    private var repeated: [String] {
        let accounts = people + mailboxes
        return Repetitions.of(accounts, \.place, "the same address") { ExactText(EmailAddress.key($0.address)) }
            + Repetitions.of(accounts, \.place, "the same external id") { $0.externalID.isEmpty ? nil : ExactText($0.externalID) }
            + Repetitions.of(groups, \.place, "the same name") { ExactText($0.displayName) }
            + Repetitions.of(groups, \.place, "the same external id") { $0.externalID.isEmpty ? nil : ExactText($0.externalID) }
            + Repetitions.of(members, \.place, "the same group and member") { [$0.group, $0.member] }
            + Repetitions.of(delegations, \.place, "the same mailbox and grantee") { [$0.mailbox, $0.grantee] }
    }
}

/// Finds rows with the same key.
enum Repetitions {
    /// A line for each key that more than one row has, naming them all. Rows whose key is nil have none.
    static func of<Row, Key: Hashable>(
        _ rows: [Row], _ place: (Row) -> RowPlace, _ what: String, key: (Row) -> Key?
    ) -> [String] {
        var places: [Key: [RowPlace]] = [:]
        var keys: [Key] = []
        for row in rows {
            guard let key = key(row) else { continue }
            if places[key] == nil { keys.append(key) }
            places[key, default: []].append(place(row))
        }
        return keys.compactMap { key in
            guard let same = places[key], same.count > 1 else { return nil }
            return same.map(\.description).joined(separator: "; ") + ": \(what)"
        }
    }
}

extension AccountRow {
    fileprivate init(_ row: CSVTable.Row, at place: RowPlace) throws(Failure) {
        self.init(
            place: place, address: try EmailAddress(written: row["address"]).text, displayName: row["display_name"],
            externalID: row["external_id"])
    }
}

extension Failure {
    /// In one line.
    var line: String {
        todo.map { "\(what); \($0)" } ?? what
    }

    /// Throws where there are faults: nothing has been done.
    static func broken(_ faults: [String], todo: String) throws(Failure) {
        if faults.isEmpty { return }
        throw Failure(faults.map(Table.printable).joined(separator: "\n"), todo: todo)
    }
}
