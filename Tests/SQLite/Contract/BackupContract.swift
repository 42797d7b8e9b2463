import SQL
import Testing

@Suite("Contract: backup")
struct BackupContract {
    static let engines = EngineUnderTest.all

    @Test("verify finds nothing wrong", arguments: engines)
    func verify(_ engine: EngineUnderTest) async throws {
        let scratch = try Scratch()
        let store = try scratch.store(engine.make(scratch))
        defer { store.close() }
        try await store.verify()
    }

    @Test("a backup taken among writes is whole transactions up to its position", arguments: engines)
    func during(_ engine: EngineUnderTest) async throws {
        let scratch = try Scratch()
        let store = try scratch.store(engine.make(scratch))
        defer { store.close() }
        for number in 0..<10 { _ = try await store.write { try insert("i\(number)", $0) } }
        async let writing: Void = {
            for number in 10..<60 { _ = try await store.write { try insert("i\(number)", $0) } }
        }()
        let backup = try await store.backup(to: scratch.path("copy.db"))
        try await writing
        #expect(backup.position >= 10 && backup.position <= 60)
        #expect(backup.bytes > 0)
        await #expect { _ = try await store.backup(to: scratch.path("copy.db")) } throws: { code($0) == .misuse }
    }
}
