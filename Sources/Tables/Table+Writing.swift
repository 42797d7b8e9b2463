package import SQL

extension Table {
    /// Stores a new one, as revision 1, and tells the followers. Returns it as stored.
    @discardableResult
    package func insert(_ new: Stored, _ tx: Transaction) throws(SQLError) -> Stored {
        var stored = new
        if let counter { stored[keyPath: counter] = 1 }
        let row = columns.map { $0.value(stored) }
        try tx.run(insertion, row)
        return told(stored, etag(of: row), tx)
    }

    /// Stores what can change, as the next revision, and tells the followers. Returns it as stored.
    @discardableResult
    package func update(_ changed: Stored, _ tx: Transaction) throws(SQLError) -> Stored {
        var stored = changed
        if let counter { stored[keyPath: counter] += 1 }
        var values: [Value] = []
        values.reserveCapacity(changing.count + keys.count)
        for column in changing { values.append(column.value(stored)) }
        for column in keys { values.append(column.value(stored)) }
        try one(try tx.run(change, values), stored)
        return told(stored, etag(of: stored), tx)
    }

    /// Removes it and tells the followers.
    package func delete(_ stored: Stored, _ tx: Transaction) throws(SQLError) {
        try one(try tx.run(removal, keys.map { $0.value(stored) }), stored)
        tx.record(removal(of: stored))
    }

    /// A follower that hears of a change is told of one that took place.
    private func one(_ rows: Int, _ stored: Stored) throws(SQLError) {
        guard rows == 1 else { throw SQLError(.misuse, "\(rows) rows of \(name) are \(id(stored)): there must be one") }
    }

    private func told(_ stored: Stored, _ etag: String, _ tx: Transaction) -> Stored {
        tx.record(record(of: stored))
        var answered = stored
        answered.etag = etag
        return answered
    }
}
