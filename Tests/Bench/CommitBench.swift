internal import ArgumentParser
internal import Foundation
internal import SQL
internal import SQLite

/// The floor beside durable grants: one row, one commit, one after the other, on the same disk and with the same engine
/// settings (WAL, synchronous=FULL), without anything around it.
struct CommitBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "commits", abstract: "Single-row commits a second.")

    @Option(help: "A folder on the disk that the servers' databases lie on.") var folder: String
    @Option(help: "Commits that are measured.") var commits: Int

    func run() throws {
        let path = "\(folder)/commits.db"
        for ending in ["", "-wal", "-shm", ".lock"] { try? FileManager.default.removeItem(atPath: path + ending) }
        let session = try SQLiteEngine(path: path).writer()
        defer { session.close() }
        try session.script("CREATE TABLE rows (id INTEGER NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT")
        // As long as a delegation with its change and its event.
        let text = String(repeating: "x", count: 600)
        func commit(_ numbers: Range<Int>) throws {
            for number in numbers {
                try session.begin()
                try session.run("INSERT INTO rows (id, value) VALUES (?, ?)", [Value(number), .text(text)])
                try session.commit()
            }
        }
        try commit(0..<commits / 8)
        let took = try ContinuousClock().measure { try commit(commits..<commits * 2) }
        value("commits_1", Double(commits) / (took / .seconds(1)))
    }
}
