import AuditDomain
import AuditStorage
import Foundation
import Messages
import PortableSQL
import SQL
import SQLite
import Synchronization

/// A log on a temporary database, with a clock and ids under the test's control.
final class TestLog: Sendable {
    let store: Store
    let log: EventLog
    private let alarmed: Alarms
    private let time: TestClock
    private let folder: URL

    /// `isPortable`: the test runs no statement that only SQLite takes, as a trigger that fails on purpose.
    init(isPortable: Bool = true) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "audit-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let time = TestClock()
        let alarmed = Alarms()
        self.folder = folder
        self.time = time
        self.alarmed = alarmed
        let sqlite = SQLiteEngine(path: folder.appending(path: "audit.db").path)
        let engine: any Engine = isPortable ? PortableEngine(sqlite) : sqlite
        store = try Store(
            engine: engine, migrations: auditMigrations,
            clock: { time.now }, random: { [UInt8](repeating: 7, count: $0) })
        log = EventLog(
            store: store, wall: { time.wall ?? time.now },
            makeEventID: { _ in "evt_own\(time.nextID)" },
            alarm: { equivocation in alarmed.list.withLock { $0.append(equivocation) } },
            restored: { restoration in alarmed.restored.withLock { $0.append(restoration) } })
    }

    deinit {
        store.close()
        do { try FileManager.default.removeItem(at: folder) } catch { print("left behind: \(folder.path)") }
    }

    var now: Int64 {
        get { time.now }
        set { time.now = newValue }
    }

    /// The wall clock, where it differs.
    var wall: Int64? {
        get { time.wall }
        set { time.wall = newValue }
    }

    var alarms: [Equivocation] { alarmed.list.withLock { $0 } }

    var restorations: [Restoration] { alarmed.restored.withLock { $0 } }

    @discardableResult
    func append(
        _ events: [[UInt8]], first: Int64, source: String = "identity", epoch: String = "e1"
    ) async throws -> Appended {
        try await log.append(Batch(source: source, epoch: epoch, firstSequence: first, events: events))
    }

    func count(_ table: String) async throws -> Int {
        try await store.read { try $0.first("SELECT count(*) FROM \(table)") { $0.int(0) } ?? 0 }
    }
}

extension EventLog {
    /// A page of so many rows and 1 MiB, as handlers ask for it.
    func list(_ query: EventQuery, rows: Int = 100) async throws -> EventPage {
        try await list(query, PageRoom(rows: rows, bytes: 1 << 20))
    }
}

private final class Alarms: Sendable {
    let list = Mutex<[Equivocation]>([])
    let restored = Mutex<[Restoration]>([])
}

/// Time as the test says, ids in order.
final class TestClock: Sendable {
    private let microseconds = Atomic<Int64>(1_000_000)
    private let ids = Atomic<Int>(0)

    private let raw = Mutex<Int64?>(nil)

    /// The wall clock, where it differs.
    var wall: Int64? {
        get { raw.withLock { $0 } }
        set { raw.withLock { $0 = newValue } }
    }

    var nextID: Int { ids.wrappingAdd(1, ordering: .relaxed).newValue }

    var now: Int64 {
        get { microseconds.load(ordering: .relaxed) }
        set { microseconds.store(newValue, ordering: .relaxed) }
    }
}

/// Ids have 26 digits of base32.
let orgA = organization("a")
let orgB = organization("b")
let orgC = organization("c")
let orgT = organization("t")
let orgL = organization("1")

private func organization(_ digit: String) -> String { "org_" + String(repeating: "0", count: 25) + digit }

func event(
    _ number: Int, organization: String = orgA, action: String = "account.suspended",
    actor: String = "acc_admin", target: String = "", mailbox: String = "", subject: String = "",
    outcome: EventOutcome = .succeeded, eventClass: EventClass = .audit, occurTime: Int64? = nil
) -> [UInt8] {
    Event(
        id: "evt_\(number)", organizationId: organization,
        occurTime: occurTime.map { Timestamp(microsecondsSince1970: $0) }, eventClass: eventClass, action: action,
        outcome: outcome,
        actor: EventActor(id: actor, kind: .account),
        target: EventTarget(id: target, resourceType: "account", mailboxId: mailbox, subjectId: subject)
    ).appended()
}

extension Event {
    /// As a producer sends it, with a value for each of `personal`, by path.
    func appended(_ personal: KeyValuePairs<String, String> = [:], subject: String = "acc_admin") -> [UInt8] {
        var (event, values) = (self, [PersonalValue]())
        for (path, value) in personal {
            let salt = [UInt8](repeating: UInt8(values.count + 1), count: 32)
            event.personal.append(
                EventCommitment(
                    path: path, commitment: Commitment(path: path, value: value, salt: salt).bytes, subjectId: subject))
            values.append(PersonalValue(path: path, value: value, salt: salt))
        }
        return AppendedEvent(leaf: event.encoded(), personal: values).encoded()
    }
}

/// The leaf of an event as it is sent.
func leaf(_ event: [UInt8]) -> [UInt8] { (try? AppendedEvent(decoding: event).leaf) ?? [] }

func frontier(of events: some Sequence<[UInt8]>) -> Frontier {
    var frontier = Frontier()
    for event in events { frontier.append(.leaf(leaf(event))) }
    return frontier
}
