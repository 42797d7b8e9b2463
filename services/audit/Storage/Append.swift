import AuditDomain
import SQL

/// One append inside its transaction: events, trees and the source's next number change together or not at all.
///
/// Exactly once: a source numbers its events 1, 2, 3 … within an epoch, and `next` of its row moves in the transaction
/// that stores them. Whatever is sent again lies below `next` and is only compared; whatever lies above is a gap.
///
/// A restored backup counts anew, in an epoch of its own, and sends the events that waited when the copy was made. What
/// the log has of them from the life before, by id and byte for byte, is not appended again: the number is noted in
/// `repeats` and stands for the event where it is.
///
/// What is sent again is compared by its leaf alone, and what stands beside it is not stored again: it may have been erased
/// meanwhile, and comes from an outbox that did not know.
struct Append {
    let transaction: Transaction
    /// Set when this is the first batch of a source that was restored.
    let restoration: Restoration?
    private var source: SourceRow
    private let name: String
    private let epoch: String
    private let wall: Int64

    /// `wall`: what the wall clock says, microseconds UTC.
    init(
        _ transaction: Transaction, source name: String, epoch: String, wall: Int64,
        restoredFrom: (epoch: String, next: Int64)? = nil
    ) throws {
        self.transaction = transaction
        self.name = name
        self.epoch = epoch
        self.wall = wall
        if let known = try SourceRow.find(name, epoch: epoch, transaction) {
            (source, restoration) = (known, nil)
        } else {
            source = try SourceRow.create(name, epoch: epoch, transaction)
            restoration = try source.earlier(transaction).map {
                Restoration(
                    source: name, epoch: epoch, earlierEpoch: $0.epoch, earlierNext: $0.next,
                    copyNext: restoredFrom?.epoch == $0.epoch ? restoredFrom?.next : nil)
            }
        }
    }

    /// `first` is the sequence of the first leaf; nil takes the next one, for the log's own events.
    mutating func append(_ leaves: [Leaf], first: Int64?) throws -> Appended {
        let first = first ?? source.next
        guard first <= source.next else {
            throw LogError(
                .gap(expected: source.next),
                "\(name) sends event \(first), the log expects \(source.next)")
        }
        let known = min(Int(source.next - first), leaves.count)
        for (offset, leaf) in leaves.prefix(known).enumerated() {
            try compare(leaf, sequence: first + Int64(offset))
        }
        var heads: [LogName: LogHead] = [:]
        for (log, batch) in grouped(leaves.dropFirst(known), first + Int64(known)) {
            heads[log] = try extend(log, batch)
        }
        if known < leaves.count {
            source.next = first + Int64(leaves.count)
            try source.save(transaction)
        }
        for leaf in leaves.prefix(known) where heads[leaf.log] == nil {
            heads[leaf.log] = try LogRow.find(leaf.log, transaction)?.frontier.head
        }
        return Appended(nextSequence: source.next, heads: heads)
    }

    private func compare(_ leaf: Leaf, sequence: Int64) throws {
        let recorded = try source.leaf(sequence, transaction)
        guard recorded != leaf.bytes else { return }
        let equivocation = Equivocation(
            source: name, epoch: epoch, sequence: sequence, recorded: .leaf(recorded), offered: leaf.hash)
        throw LogError(
            .equivocation(equivocation), "\(name) sent event \(sequence) before with other bytes")
    }

    private typealias Numbered = (sequence: Int64, leaf: Leaf)

    /// By log, each in the order of the batch.
    private func grouped(_ leaves: ArraySlice<Leaf>, _ first: Int64) -> [(log: LogName, leaves: [Numbered])] {
        var groups: [LogName: [Numbered]] = [:]
        for (offset, leaf) in leaves.enumerated() {
            groups[leaf.log, default: []].append((first + Int64(offset), leaf))
        }
        return groups.sorted { $0.key < $1.key }.map { (log: $0.key, leaves: $0.value) }
    }

    private func extend(_ log: LogName, _ leaves: [Numbered]) throws -> LogHead {
        var row = try LogRow.findOrCreate(log, transaction)
        let leaves = try leaves.filter { try !isRepeated($0, in: row) }
        if leaves.isEmpty { return row.frontier.head }
        var tiles = TileWriter(log: row.log, sizeBefore: row.frontier.size)
        row.recordTime = max(row.recordTime, transaction.now)
        for (sequence, leaf) in leaves {
            try insert(leaf, sequence: sequence, into: row)
            row.frontier.append(leaf.hash) { tiles.add($0, $1) }
        }
        try tiles.save(transaction)
        try row.save(transaction)
        return row.frontier.head
    }

    /// Whether the log has the leaf from an earlier life of this source; its number is noted then.
    private func isRepeated(_ numbered: Numbered, in row: LogRow) throws -> Bool {
        guard source.isRestored, !numbered.leaf.id.isEmpty else { return false }
        let index = try transaction.first(
            """
            SELECT idx FROM events JOIN sources USING (source)
            WHERE log = ? AND id = ? AND leaf = ? AND name = ? AND source <> ?
            """,
            [
                .integer(row.log), .text(numbered.leaf.id), .blob(numbered.leaf.bytes), .text(name),
                .integer(source.source),
            ]
        ) { $0.integer(0) }
        guard let index else { return false }
        try transaction.run(
            "INSERT INTO repeats (source, sequence, log, idx) VALUES (?, ?, ?, ?)",
            [.integer(source.source), .integer(numbered.sequence), .integer(row.log), .integer(index)])
        return true
    }

    private func insert(_ leaf: Leaf, sequence: Int64, into row: LogRow) throws {
        try transaction.run(
            """
            INSERT INTO events (log, idx, source, sequence, record_time, leaf, id, outcome, action,
                actor, target, mailbox, subject, personal_bytes, wall_at, occur_time)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .integer(row.log), Value(row.frontier.size), .integer(source.source), .integer(sequence),
                .integer(row.recordTime), .blob(leaf.bytes), .text(leaf.id), .integer(Int64(leaf.outcome)),
                .text(leaf.action), Value(leaf.actor), Value(leaf.target),
                Value(leaf.mailbox), Value(leaf.subject), Value(leaf.personal.wireBytes), .integer(wall),
                .integer(leaf.occurTime ?? row.recordTime),
            ])
        try leaf.personal.insert(log: row.log, index: row.frontier.size, transaction)
    }
}
