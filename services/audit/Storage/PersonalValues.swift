import AuditDomain
import Messages
import SQL

/// What an event tells about persons: it stands beside the leaf, which has a commitment to each value.
struct PersonalValues: Sendable {
    /// What the contract says of AppendedEvent.
    static let valuesMax = 64
    static let valueBytesMax = 4096
    static let valuesBytesMax = 16 * 1024

    private let rows: [(value: PersonalValue, subject: String)]

    /// Each commitment has its value, and each value its commitment. Throws why not, without the value.
    init(_ values: [PersonalValue], of event: Event) throws(Mismatch) {
        guard event.personal.count == values.count else {
            throw Mismatch("it has \(event.personal.count) commitments and \(values.count) values")
        }
        guard values.count <= Self.valuesMax else { throw Mismatch("it has more than \(Self.valuesMax) values") }
        guard values.reduce(0, { $0 + $1.value.utf8.count }) <= Self.valuesBytesMax else {
            throw Mismatch("its values have more than \(Self.valuesBytesMax) bytes")
        }
        var known: [String: EventCommitment] = [:]
        for commitment in event.personal {
            guard known.updateValue(commitment, forKey: commitment.path) == nil else {
                throw Mismatch("it has two commitments at one path")
            }
        }
        var rows: [(value: PersonalValue, subject: String)] = []
        for value in values {
            // Taken out: a path that comes twice has no commitment the second time.
            guard let commitment = known.removeValue(forKey: value.path) else {
                throw Mismatch("one of its values has no commitment")
            }
            try Self.check(value, commitment)
            rows.append((value, commitment.subjectId))
        }
        self.rows = rows
    }

    /// Why values and commitments do not belong together.
    struct Mismatch: Error {
        let message: String

        init(_ message: String) { self.message = message }
    }

    private static func check(_ value: PersonalValue, _ commitment: EventCommitment) throws(Mismatch) {
        guard !value.path.isEmpty, value.value.utf8.count <= valueBytesMax, value.salt.count == Commitment.saltBytes else {
            throw Mismatch(
                "one of its values has no path, more than \(valueBytesMax) bytes, or no salt of \(Commitment.saltBytes)")
        }
        guard Commitment(path: value.path, value: value.value, salt: value.salt) == Commitment(commitment.commitment) else {
            throw Mismatch("one of its values is not what its commitment says")
        }
    }

    /// What they add to an answer.
    var wireBytes: Int {
        rows.reduce(0) { $0 + $1.value.path.utf8.count + $1.value.value.utf8.count + $1.value.salt.count + 16 }
    }

    func insert(log: Int64, index: Int, _ transaction: Transaction) throws {
        for (value, subject) in rows {
            try transaction.run(
                "INSERT INTO personal_values (log, idx, path, subject, value, salt) VALUES (?, ?, ?, ?, ?, ?)",
                [
                    .integer(log), Value(index), .text(value.path), Value(subject.isEmpty ? nil : subject),
                    .text(value.value), .blob(value.salt),
                ])
        }
    }

    /// Those of an event that are still there, by path.
    static func read(log: Int64, index: Int, _ connection: any Connection) throws -> [PersonalValue] {
        var values: [PersonalValue] = []
        try connection.each(
            "SELECT path, value, salt FROM personal_values WHERE log = ? AND idx = ? ORDER BY path",
            [.integer(log), Value(index)]
        ) { row in
            values.append(PersonalValue(path: row.text(0), value: row.text(1), salt: row.blob(2)))
            return true
        }
        return values
    }
}
