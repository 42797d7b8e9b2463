import AuditDomain
import SQL

/// The row of `sources`: what one life of a producer has delivered.
struct SourceRow {
    var source: Int64
    var next: Int64

    static func findOrCreate(_ name: String, epoch: String, _ transaction: Transaction) throws -> SourceRow {
        if let row = try find(name, epoch: epoch, transaction) { return row }
        try transaction.run(
            "INSERT INTO sources (name, epoch, next_sequence) VALUES (?, ?, 1)", [.text(name), .text(epoch)])
        guard let row = try find(name, epoch: epoch, transaction) else {
            throw LogError(.damaged, "a source was not created")
        }
        return row
    }

    static func find(_ name: String, epoch: String, _ connection: any Connection) throws -> SourceRow? {
        try connection.first(
            "SELECT source, next_sequence FROM sources WHERE name = ? AND epoch = ?", [.text(name), .text(epoch)]
        ) { SourceRow(source: $0.integer(0), next: $0.integer(1)) }
    }

    /// The leaf that came under this number.
    func leaf(_ sequence: Int64, _ connection: any Connection) throws -> [UInt8] {
        let leaf = try connection.first(
            "SELECT leaf FROM events WHERE source = ? AND sequence = ?", [.integer(source), .integer(sequence)]
        ) { $0.blob(0) }
        guard let leaf else {
            throw LogError(.damaged, "event \(sequence) of source \(source) is missing: restore a backup")
        }
        return leaf
    }

    func save(_ transaction: Transaction) throws {
        try transaction.run(
            "UPDATE sources SET next_sequence = ? WHERE source = ?", [.integer(next), .integer(source)])
    }
}
