import Foundation

/// A finished backup.
package struct Backup: Sendable, Equatable {
    /// Of the last write in it.
    package var position: Int64
    package var bytes: Int64

    package init(position: Int64, bytes: Int64) {
        self.position = position
        self.bytes = bytes
    }

    /// Marks a copy, so that it begins a new epoch when it is first opened as a store. Returns its position.
    package static func mark(_ copy: any Session) throws(SQLError) -> Int64 {
        guard try copy.tables().contains("store_state") else {
            throw SQLError(.schema, "this is not a backup of a server's database")
        }
        try copy.run("UPDATE store_state SET is_copy = 1")
        return try copy.first("SELECT position FROM store_state") { $0.integer(0) } ?? 0
    }
}

extension Store {
    private static let requestsPrunedAtOnce = 10_000

    /// Forgets request ids older than `time`, microseconds UTC. Returns how many.
    @discardableResult
    package func pruneRequests(before time: Int64) async throws -> Int {
        var pruned = 0
        while true {
            let removed = try await submit(takesPosition: false) { transaction in
                try transaction.run(
                    """
                    DELETE FROM requests WHERE (caller, request_id) IN
                        (SELECT caller, request_id FROM requests WHERE written_at < ? LIMIT ?)
                    """,
                    [.integer(time), Value(Self.requestsPrunedAtOnce)])
            }
            pruned += removed.value
            if removed.value < Self.requestsPrunedAtOnce { return pruned }
        }
    }

    /// Gives the disk back what was deleted, but for `kept` pages of 4 KiB, which the next rows fill: step by step, each a
    /// write like others. The file is smaller after the next checkpoint.
    package func giveBack(keeping kept: Int) async throws {
        while try await submit(takesPosition: false, { try $0.giveBackPages(keeping: kept) }).value > kept {}
    }

    /// A consistent copy of the database in a new file, verified and on disk when this returns. Writes go on meanwhile.
    ///
    /// Opened as a store, the copy begins a new epoch.
    package func backup(to path: String) async throws -> Backup {
        let engine = self.engine
        return try await withCheckedThrowingContinuation { (waiting: CheckedContinuation<Backup, any Error>) in
            // A thread of its own: it may take minutes, the readers are few, and a queue's thread is one of those that
            // all tasks share.
            let thread = Thread {
                Thread.takeName("mandate.backup")
                do throws(SQLError) {
                    var position: Int64 = 0
                    let bytes = try engine.backup(to: path) { (copy: any Session) throws(SQLError) in
                        position = try Backup.mark(copy)
                    }
                    waiting.resume(returning: Backup(position: position, bytes: bytes))
                } catch {
                    waiting.resume(throwing: error)
                }
            }
            thread.start()
        }
    }

    /// Reads the whole database; throws `.corrupt` with what it found.
    package func verify() async throws {
        try await readSession { session in try session.verify() }
    }
}
