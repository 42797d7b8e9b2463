@testable import Due

/// Rules broken on purpose, to see that the simulation notices.
enum Sabotage: CaseIterable {
    /// What a failed entry did is not undone.
    case keepsHalf
    /// The row outlives what is done for it.
    case keepsRow
    /// Nobody is told of an entry that is put.
    case sleepsOn
    /// The order within a key is not looked at.
    case forgetsOrder
    /// A pending jump of the clock is not looked at.
    case trustsClock
    /// An entry that fails is tried again at once.
    case noPause
    /// What waits for room holds up its key, as what has failed does.
    case holdsForRoom
    /// What waited for an entry that is gone goes on waiting.
    case keepsWaiting
}

/// A database: its rows, and the log of what was done. A write works on a copy that becomes the database, or does not.
final class SimulatedTable: DueTable {
    struct Row: Equatable {
        var entry: DueEntry
        /// Which of all that were ever put.
        var number: Int
    }

    var rows: [Row]
    /// Numbers of what was done, in order.
    var done: [Int]
    private let sabotage: Sabotage?

    init(rows: [Row] = [], done: [Int] = [], sabotage: Sabotage?) {
        (self.rows, self.done, self.sabotage) = (rows, done, sabotage)
    }

    var copy: SimulatedTable { SimulatedTable(rows: rows, done: done, sabotage: sabotage) }

    func row(_ kind: DueKind, _ key: String) -> Row? { rows.first { $0.entry.kind == kind && $0.entry.key == key } }

    /// Returns the entry that it took the place of.
    func put(_ entry: DueEntry, number: Int) -> DueEntry? {
        let replaced = row(entry.kind, entry.key)?.entry
        rows.removeAll { $0.entry == replaced }
        rows.append(Row(entry: entry, number: number))
        return replaced
    }

    func due(at now: Int64, limit: Int) -> [DueEntry] {
        Array(rows.map(\.entry).filter { $0.tryAt <= now }.sorted(by: DueEntry.isBefore).prefix(limit))
    }

    func first(of key: String, at now: Int64) -> DueEntry? {
        if sabotage == .forgetsOrder { return nil }
        return rows.map(\.entry).filter { $0.key == key && (holdsUp($0, at: now) || sabotage == .holdsForRoom) }
            .min { $0.precedes($1) }
    }

    /// Never failed and not to be tried yet: it waits for room, or for another.
    func holdsUp(_ entry: DueEntry, at now: Int64) -> Bool { entry.attempts > 0 || entry.tryAt <= now }

    /// One of the key that had failed is gone.
    func free(_ key: String) {
        if sabotage == .keepsWaiting { return }
        for index in rows.indices where rows[index].entry.key == key && rows[index].entry.attempts == 0 {
            rows[index].entry.tryAt = rows[index].entry.at
        }
    }

    func remove(_ entry: DueEntry) -> Bool {
        guard let row = row(entry.kind, entry.key), row.entry.at == entry.at else { return false }
        if sabotage != .keepsRow { rows.removeAll { $0 == row } }
        return true
    }

    func postpone(_ entry: DueEntry) {
        guard let index = rows.firstIndex(where: { $0.entry.kind == entry.kind && $0.entry.key == entry.key }) else { return }
        rows[index].entry = entry
        if sabotage == .noPause { rows[index].entry.tryAt = entry.at }
    }

    func next() -> (tryAt: Int64, oldest: Int64)? {
        guard let first = rows.map(\.entry.tryAt).min(), let oldest = rows.map(\.entry.at).min() else { return nil }
        return (first, oldest)
    }

    func alone(_ body: () throws -> Void) throws {
        let (rowsBefore, doneBefore) = (rows, done)
        do {
            try body()
        } catch {
            rows = rowsBefore
            if sabotage != .keepsHalf { done = doneBefore }
            throw error
        }
    }
}
