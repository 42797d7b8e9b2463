import Dispatch
import Foundation
import SQL
import Synchronization

/// A folder for one test, gone with it, and stores in it.
final class Scratch: Sendable {
    private let folder: String
    private let seed = Atomic<UInt64>(1)
    private let time = Atomic<Int64>(1_700_000_000_000_000)

    static let items = Migration(
        number: 1, name: "items",
        sql: """
            CREATE TABLE items (id TEXT NOT NULL PRIMARY KEY, amount INTEGER, bytes BLOB) STRICT;
            CREATE TABLE parts (id TEXT NOT NULL PRIMARY KEY, item TEXT NOT NULL REFERENCES items (id)) STRICT;
            """)

    init() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("mandate-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        self.folder = folder.path
    }

    deinit {
        do {
            try FileManager.default.removeItem(atPath: folder)
        } catch {
            print("could not remove \(folder): \(error)")
        }
    }

    func path(_ name: String) -> String { folder + "/" + name }

    /// Each reading is a microsecond later.
    @Sendable func now() -> Int64 { time.wrappingAdd(1, ordering: .relaxed).newValue }

    /// xorshift64: the same numbers in every run.
    @Sendable func random(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in
            var x = seed.load(ordering: .relaxed) &+ 0x9e37_79b9_7f4a_7c15
            seed.store(x, ordering: .relaxed)
            x ^= x << 13
            x ^= x >> 7
            x ^= x << 17
            return UInt8(truncatingIfNeeded: x >> 11)
        }
    }

    func store(
        _ engine: any Engine, _ migrations: [Migration] = [Scratch.items], options: StoreOptions = StoreOptions()
    ) throws(SQLError) -> Store {
        try Store(
            engine: engine, migrations: migrations, clock: { self.now() }, random: { self.random($0) },
            options: options)
    }
}

extension Store {
    /// Holds the writer until `work` has queued `count` writes, so that they share one group.
    func held<T: Sendable>(
        until count: Int, _ work: @escaping @Sendable (Store) async throws -> T
    ) async throws -> T {
        let go = DispatchSemaphore(value: 0)
        let isHeld = Held()
        async let holder = write { _ in
            isHeld.flag.store(true, ordering: .releasing)
            go.wait()
        }
        while !isHeld.flag.load(ordering: .acquiring) { await Task.yield() }
        async let result = work(self)
        while statistics.waitingWrites < count { await Task.yield() }
        go.signal()
        _ = try await holder
        return try await result
    }
}

/// The writer is in the body that waits.
private final class Held: Sendable {
    let flag = Atomic(false)
}

struct Refusal: Error, Equatable {
    var number = 0
}

func code(_ error: any Error) -> SQLError.Code? { (error as? SQLError)?.code }

func insert(_ id: String, _ connection: any Connection) throws(SQLError) {
    try connection.run("INSERT INTO items (id) VALUES (?)", [.text(id)])
}

func items(_ store: Store) async throws -> [String] {
    try await store.read { try $0.rows("SELECT id FROM items ORDER BY id") { $0.text(0) } }
}

func change(_ id: String) -> ChangeRecord {
    ChangeRecord(organization: "org_1", id: id, type: "item", value: Array(id.utf8))
}
