/// Brings the tables to what the program knows, or refuses and says what to do.
///
/// Each step is one transaction with its line in `migrations`: a crash in between leaves whole steps only.
struct Migrator {
    let session: any Session
    let now: Int64
    let random: (Int) -> [UInt8]

    func migrate(_ migrations: [Migration]) throws(SQLError) -> StoreState {
        for (index, migration) in migrations.enumerated() {
            guard migration.number == index + 1 else {
                throw SQLError(.schema, "migrations must be numbered 1, 2, 3 …; found \(migration.number)")
            }
            // A deferred constraint would fail the COMMIT, and with it the writes of others in the same group.
            guard !migration.sql.uppercased().contains("DEFERRABLE") else {
                throw SQLError(.schema, "migration \(migration.number) has a deferrable constraint")
            }
        }
        try createIfEmpty()
        let all = [StoreSchema.migration] + migrations
        let applied = try check(against: all)
        for migration in all where migration.number > applied { try apply(migration) }
        try beginEpochIfCopy()
        return try StoreState.load(session)
    }

    private func createIfEmpty() throws(SQLError) {
        let tables = try session.tables()
        if tables.contains("migrations") { return }
        guard tables.isEmpty else {
            throw SQLError(.schema, "this database was made by another program: give the path of another file")
        }
        try atomically { () throws(SQLError) in
            try session.script(StoreSchema.migration.sql)
            try note(StoreSchema.migration)
            try session.run(
                "INSERT INTO store_state (only_row, epoch, secret_key, create_time) VALUES (1, ?, ?, ?)",
                [.text(Epoch.make(random)), .blob(random(Store.secretKeyBytes)), .integer(now)])
        }
    }

    /// Returns the last number applied.
    private func check(against known: [Migration]) throws(SQLError) -> Int {
        let applied = try session.rows("SELECT number, name, digest FROM migrations ORDER BY number") {
            (number: $0.int(0), name: $0.text(1), digest: $0.text(2))
        }
        for (index, step) in applied.enumerated() {
            guard step.number < known.count else {
                throw SQLError(
                    .schema,
                    "the database is newer than this program: it has migration \(step.number) (\(step.name)), "
                        + "the program knows \(known.count - 1). Start the newer program, or restore an older backup")
            }
            guard step.number == index else {
                throw SQLError(.schema, "migration \(index) is missing from the database: restore a backup")
            }
            guard step.digest == known[index].digest else {
                throw SQLError(
                    .schema,
                    "migration \(step.number) (\(step.name)) is not the one this program has. A database of "
                        + "an earlier, unreleased version does not open: make it anew, at another path, "
                        + "or start the program that made it")
            }
        }
        return applied.count - 1
    }

    private func apply(_ migration: Migration) throws(SQLError) {
        try atomically { () throws(SQLError) in
            try session.script(migration.sql)
            guard session.isInTransaction else {
                throw SQLError(.schema, "migration \(migration.number) ends its own transaction")
            }
            try note(migration)
        }
    }

    private func note(_ migration: Migration) throws(SQLError) {
        try session.run(
            "INSERT INTO migrations (number, name, digest, applied_at) VALUES (?, ?, ?, ?)",
            [Value(migration.number), Value(migration.name), Value(migration.digest), Value(now)])
    }

    /// The database that was replaced may have promised the longest lease there is since the copy was made: it is waited
    /// out. Events that were waiting when the copy was made are numbered anew from 1: in the new epoch nothing was sent yet.
    private func beginEpochIfCopy() throws(SQLError) {
        guard try session.exists("SELECT 1 FROM store_state WHERE is_copy = 1") else { return }
        try atomically { () throws(SQLError) in
            let first = try session.first("SELECT min(sequence) FROM outbox") { $0.integer(0) } ?? 0
            // By way of negative numbers, so that no order of the rows makes two of them meet.
            try session.run("UPDATE outbox SET sequence = -sequence")
            try session.run("UPDATE outbox SET sequence = 1 - ? - sequence", [.integer(first)])
            let length = try session.first("SELECT count(*) FROM outbox") { $0.integer(0) } ?? 0
            // What the log knows beyond this is gone here, and the log says so (rule E3).
            try session.run("UPDATE store_state SET earlier_epoch = epoch, earlier_next = outbox_next")
            try session.run(
                "UPDATE store_state SET is_copy = 0, epoch = ?, outbox_next = ?",
                [.text(Epoch.make(random)), .integer(length + 1)])
            let longest = Value(Store.leaseMicrosMax)
            try session.run("UPDATE store_state SET lease_micros = ? WHERE lease_micros < ?", [longest, longest])
        }
    }

    private func atomically(_ body: () throws(SQLError) -> Void) throws(SQLError) {
        try session.begin()
        do throws(SQLError) {
            try body()
            try session.commit()
        } catch {
            if session.isInTransaction { try session.rollback() }
            throw error
        }
    }
}
