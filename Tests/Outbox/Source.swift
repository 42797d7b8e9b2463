import Foundation
import PortableSQL
import SQL
import SQLite
import Synchronization

/// A store whose events go to a log. Its folder goes with it.
final class Source: Sendable {
    let store: Store
    private let folder: String

    init(outboxEventsMax: Int = .max) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("mandate-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        self.folder = folder.path
        let time = Atomic<Int64>(1_700_000_000_000_000)
        store = try Store(
            engine: PortableEngine(SQLiteEngine(path: folder.path + "/store.db")), migrations: [],
            clock: { time.wrappingAdd(1, ordering: .relaxed).newValue },
            random: { (0..<$0).map { UInt8(truncatingIfNeeded: $0) } },
            options: StoreOptions(outboxEventsMax: outboxEventsMax))
    }

    deinit {
        store.close()
        do {
            try FileManager.default.removeItem(atPath: folder)
        } catch {
            print("could not remove \(folder): \(error)")
        }
    }

    /// Events that tell of their number.
    func write(_ numbers: ClosedRange<Int>, bytes: Int = 0) async throws {
        _ = try await store.write { transaction in
            for number in numbers {
                _ = try transaction.event(Array("event \(number)".utf8) + [UInt8](repeating: 0, count: bytes))
            }
        }
    }
}
