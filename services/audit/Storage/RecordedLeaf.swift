package import Messages
import SQL

/// A leaf as the log has it.
package struct RecordedLeaf: Sendable, Equatable {
    /// In the organization's tree, dense from 0.
    package var index: Int
    /// Microseconds UTC; within a log it never goes back.
    package var recordTime: Int64
    /// What the log's wall clock said then, microseconds UTC; nil for what is older than this column.
    package var wallAt: Int64?
    package var source: String
    package var sequence: Int64
    /// The event as its producer sent it.
    package var bytes: [UInt8]
    /// What stood beside it and is not erased, by path.
    package var personal: [PersonalValue] = []
    /// What that adds to an answer, at most.
    private let personalBytes: Int

    /// Bytes of the row in an answer, at most: the event as it was sent, what stands beside it, and what the log says of it.
    package var wireBytesMax: Int { bytes.count + personalBytes + source.utf8.count + 64 }

    /// What `init` reads, in order, from `events`.
    static let columns = """
        idx, record_time, (SELECT name FROM sources WHERE sources.source = events.source), sequence, leaf, wall_at, personal_bytes
        """

    init(_ row: any Row) {
        index = row.int(0)
        recordTime = row.integer(1)
        source = row.text(2)
        sequence = row.integer(3)
        bytes = row.blob(4)
        wallAt = row.optionalInteger(5)
        personalBytes = row.int(6)
    }

    /// With what stands beside it in `log`.
    func complete(_ log: Int64, _ connection: any Connection) throws -> RecordedLeaf {
        if personalBytes == 0 { return self }
        var whole = self
        whole.personal = try PersonalValues.read(log: log, index: index, connection)
        return whole
    }
}
