package import SQL

extension Table {
    /// Stores a new one, as revision 1, and tells the followers. Returns it as stored.
    @discardableResult
    package func insert(_ new: Stored, _ tx: Transaction) throws(SQLError) -> Stored {
        var stored = new
        counter?.set(&stored, 1)
        let row = row(of: stored, values)
        try tx.run(insertion, hasPosition ? row + [.integer(tx.position)] : row)
        return told(stored, etag(of: row), tx)
    }

    /// Stores what can change, as the next revision, and tells the followers. Returns it as stored.
    @discardableResult
    package func update(_ changed: Stored, _ tx: Transaction) throws(SQLError) -> Stored {
        var stored = changed
        if let counter { counter.set(&stored, counter.get(stored) + 1) }
        try one(try tx.run(change, row(of: stored, changedValues)), stored)
        return told(stored, etag(of: stored), tx)
    }

    /// Removes it and tells the followers.
    package func delete(_ stored: Stored, _ tx: Transaction) throws(SQLError) {
        try one(try tx.run(removal, row(of: stored, keyValues)), stored)
        if isFollowed { tx.record(removal(of: stored)) }
    }

    /// Tells the followers that every row that names `named` is gone: one change, however many they are. The rows stay to be
    /// removed, and whoever loads them meanwhile must know of the mark.
    package func mark(_ named: String, in organization: String, _ tx: Transaction) {
        tx.record(
            ChangeRecord(
                organization: organization, id: named, type: Stored.name, value: [], deleted: true, cascade: true))
    }

    private func row(of stored: Stored, _ values: [@Sendable (Stored) -> Value]) -> [Value] {
        var row: [Value] = []
        row.reserveCapacity(values.count)
        for value in values { row.append(value(stored)) }
        return row
    }

    /// A follower that hears of a change is told of one that took place.
    private func one(_ rows: Int, _ stored: Stored) throws(SQLError) {
        guard rows == 1 else { throw SQLError(.misuse, "\(rows) rows of \(name) are \(id(stored)): there must be one") }
    }

    private func told(_ stored: consuming Stored, _ etag: String, _ tx: Transaction) -> Stored {
        stored.etag = ""
        if isFollowed { tx.record(record(of: stored)) }
        stored.etag = etag
        return stored
    }
}
