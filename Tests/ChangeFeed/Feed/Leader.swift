import ChangeFeed
import Contract
import Foundation
import Lots
import Messages
import Patience
import PortableSQL
import RPC
import SQL
import SQLite
import Synchronization

/// A service with a store of things, its feed, and a way to call it. Its folder goes with it.
final class Leader: Sendable {
    private static let things = Migration(
        number: 1, name: "things", sql: "CREATE TABLE things (id TEXT NOT NULL PRIMARY KEY, value BLOB NOT NULL) STRICT")

    let clock = ManualClock()
    let store: Store
    let feed: Feed
    private let folder: String

    /// `vfs`: the name of a disk that the test lets fail.
    init(limits: FeedLimits = FeedLimits(), promised: Duration = .zero, vfs: String? = nil) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("mandate-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        self.folder = folder.path
        let time = Atomic<Int64>(1_700_000_000_000_000)
        var random = SplitMix(seed: 7)
        let epoch = (0..<64).map { _ in UInt8(truncatingIfNeeded: random.next()) }
        store = try Store(
            engine: PortableEngine(SQLiteEngine(path: folder.path + "/store.db", vfs: vfs)), migrations: [Self.things],
            clock: { time.wrappingAdd(1, ordering: .relaxed).newValue }, random: { Array(epoch.prefix($0)) })
        if promised > .zero { try await store.setLease(micros: Int64(promised / .microseconds(1))) }
        feed = Self.feed(store, clock, limits)
    }

    deinit {
        store.close()
        do {
            try FileManager.default.removeItem(atPath: folder)
        } catch {
            print("could not remove \(folder): \(error)")
        }
    }

    /// What the service's next process would make.
    func restartedFeed() -> Feed { Self.feed(store, clock, FeedLimits()) }

    private static func feed(_ store: Store, _ clock: ManualClock, _ limits: FeedLimits) -> Feed {
        Feed(store: store, clock: clock.steady, limits: limits) { connection, part in
            try connection.each("SELECT id, value FROM things ORDER BY id", []) { row in
                part(ChangeRecord(organization: "org", id: row.text(0), type: "thing", value: row.blob(1)))
                return true
            }
        }
    }

    func transport(_ caller: String = "spiffe://test/service/mailbox", feed: Feed? = nil) -> PatientTransport {
        var router = Router()
        router.add(FeedHandler(feed: feed ?? self.feed))
        return InProcessTransport(router: router, peer: Peer(caller: caller)).patient
    }

    @discardableResult
    func put(_ id: String, _ value: [UInt8] = [1]) async throws -> Int64 {
        try await put([id], value)
    }

    @discardableResult
    func put(_ ids: [String], _ value: [UInt8] = [1]) async throws -> Int64 {
        try await store.write { transaction in
            for id in ids {
                try transaction.run(
                    """
                    INSERT INTO things (id, value) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET value = excluded.value
                    """, [.text(id), .blob(value)])
                transaction.record(ChangeRecord(organization: "org", id: id, type: "thing", value: value))
            }
        }.position
    }

    /// A write that takes a position and changes nothing anybody follows.
    @discardableResult
    func touch() async throws -> Int64 {
        try await store.write { _ = try $0.event([1]) }.position
    }
}
