import SQL
import SQLite
import Testing

/// An engine that has to pass the contract: each suite in this folder runs for every one in `all`.
struct EngineUnderTest: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let make: @Sendable (Scratch) -> any Engine

    static let all = [
        EngineUnderTest(testDescription: "SQLite") { SQLiteEngine(path: $0.path("store.db")) }
    ]
}
