import Foundation
import SQL
import SQLite
import Synchronization
import Testing

/// Every write and sync of a commit and of the checkpoint behind it fails once; then a new store looks at what is there.
///
/// Whoever was told "done" finds it, whoever was told "nothing has changed" does not, and whoever was told that nobody knows
/// learns it by the request id. In each case a group is there as a whole or not at all, and its numbers are dense.
@Suite("SQLite on a failing disk")
struct CommitFaultTests {
    private let scratch: Scratch
    private let disk = FaultyDisk()

    init() throws { scratch = try Scratch() }

    private static let group = 3

    /// A fault, and what the callers of the group are told whose commit it meets: nil for success.
    private static let faults: [(FaultyDisk.Fault, told: SQLError.Code?)] = [
        (.init(.wal, .write, EIO, done: 0), .unknown), (.init(.wal, .write, EIO, done: 50), .unknown),
        (.init(.wal, .write, EIO, done: 100), .unknown), (.init(.wal, .write, ENOSPC, done: 0), .full),
        (.init(.wal, .write, ENOSPC, done: 50), .full), (.init(.wal, .write, EDQUOT, done: 50), .full),
        (.init(.wal, .sync, EIO, done: 0), .unknown),
        (.init(.wal, .sync, EIO, done: 100), .unknown), (.init(.wal, .sync, ENOSPC, done: 0), .unknown),
        (.init(.database, .write, EIO, done: 50), nil), (.init(.database, .write, ENOSPC, done: 50), nil),
        (.init(.database, .truncate, EIO, done: 0), nil), (.init(.database, .sync, EIO, done: 0), nil),
        (.init(.database, .sync, ENOSPC, done: 100), nil),
    ]

    @Test("a failing commit tells its callers what is true", arguments: faults)
    func commit(_ fault: FaultyDisk.Fault, told: SQLError.Code?) async throws {
        var answers: [SQLError.Code?] = []
        while let answer = try await run(fault, at: answers.count + 1) { answers.append(answer) }
        // Behind the commit, in the checkpoint, a fault is no matter of the callers.
        let inCommit = answers.prefix { $0 != nil }
        #expect(inCommit.allSatisfy { $0 == told } && answers.dropFirst(inCommit.count).allSatisfy { $0 == nil }, "\(answers)")
        #expect(!answers.isEmpty && inCommit.isEmpty == (told == nil), "\(answers)")
    }

    /// What the callers are told, all the same; nil when the group made fewer such calls.
    private func run(_ fault: FaultyDisk.Fault, at number: Int) async throws -> SQLError.Code?? {
        let path = scratch.path("\(number).db")
        let heard = Mutex<(lost: SQLError?, positions: [Int64])>((nil, []))
        var options = StoreOptions()
        options.lost = { error in heard.withLock { $0.lost = error } }
        let store = try scratch.store(
            SQLiteEngine(path: path, vfs: disk.name, checkpointPages: 8), options: options)
        store.onCommit(.followers) { transactions in heard.withLock { $0.positions += transactions.map(\.position) } }
        _ = try await write("before", store)
        // The checkpoint behind it is over too.
        await store.settled()
        disk.arm(fault, at: number)
        let answers = try await writeGroup(store)
        await store.settled()
        let hasFailed = disk.hasFailed
        let told = answers[0]
        #expect(answers == Array(repeating: told, count: Self.group) && (hasFailed || told == nil), "call \(number)")
        let isLost = hasFailed && (told == .unknown || fault.call == .sync)
        let (lost, positions) = heard.withLock { $0 }
        #expect((lost != nil) == isLost, "call \(number)")
        #expect(positions == (told == nil ? [1, 2, 3, 4] : [1]), "nobody hears of what may not be")
        #expect(store.position == positions.last)
        if isLost {
            await #expect { _ = try await write("late", store) } throws: { code($0) == .closed }
            store.close()
            #expect(disk.callsSince == 0, "what is on disk stays as it is")
        } else {
            store.close()
        }
        try await checkRest(SQLiteEngine(path: path), told, "call \(number)")
        return hasFailed ? .some(told) : nil
    }

    /// What a new process finds, and what the callers are told when they ask again.
    private func checkRest(_ engine: SQLiteEngine, _ told: SQLError.Code?, _ comment: Comment) async throws {
        let store = try scratch.store(engine)
        defer { store.close() }
        let found = try await items(store)
        let isThere = found.count > 1
        #expect(found == (isThere ? ["before", "g0", "g1", "g2"] : ["before"]), comment)
        if told != .unknown { #expect(isThere == (told == nil), comment) }
        #expect(store.position == (isThere ? 4 : 1), comment)
        for number in 0..<Self.group {
            #expect(try await write("g\(number)", store) != isThere, "\(comment): repeated and not done twice")
        }
        #expect(try await items(store) == ["before", "g0", "g1", "g2"], comment)
        guard case .changes(let transactions, through: let last) = try await store.changes(after: 0, limit: 99) else {
            Issue.record("no changes")
            return
        }
        // A repetition changes nothing, so it takes no position.
        #expect(transactions.map(\.position) == [1, 2, 3, 4] && last == 4, comment)
        #expect(try await store.outboxBatch(events: 99, bytes: 9_999).map(\.sequence) == [1, 2, 3, 4], comment)
        try await store.verify()
    }

    /// Returns whether the body ran: false for a repetition.
    @discardableResult
    private func write(_ id: String, bytes: Int = 6_000, _ store: Store) async throws -> Bool {
        try await store.write { transaction in
            let hasRun = Mutex(false)
            _ = try transaction.once(caller: "c", requestID: id, method: "m", digest: [1]) {
                hasRun.withLock { $0 = true }
                try transaction.run(
                    "INSERT INTO items (id, bytes) VALUES (?, ?)", [.text(id), .blob(Array(repeating: 7, count: bytes))])
                transaction.record(change(id))
                _ = try transaction.event(Array(id.utf8))
                return Array(id.utf8)
            }
            return hasRun.withLock { $0 }
        }.value
    }

    /// The codes of failure of a few writes in one group; nil for success.
    private func writeGroup(_ store: Store) async throws -> [SQLError.Code?] {
        try await store.held(until: Self.group) { store in
            await withTaskGroup(of: SQLError.Code?.self) { group in
                for number in 0..<Self.group {
                    group.addTask {
                        do { try await self.write("g\(number)", store) } catch { return code(error) }
                        return nil
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
        }
    }

    @Test("a last frame that was cut short over an older one with the same end is not taken for whole")
    func sameEnd() throws {
        let engine = SQLiteEngine(path: scratch.path("store.db"), vfs: disk.name, checkpointPages: 1)
        let writer = try engine.writer()
        func write(_ first: UInt8) throws {
            try writer.begin()
            let blob = [first] + Array(repeating: UInt8(7), count: 3_000)
            try writer.run("UPDATE items SET bytes = ?", [.blob(blob)])
            try writer.commit()
            try writer.checkpointIfDue()
        }
        try writer.script(Scratch.items.sql)
        try insert("a", writer)
        for first in 1...3 as ClosedRange<UInt8> { try write(first) }
        // The WAL begins anew each time: its head, then one frame for the one page, its head and its bytes.
        disk.arm(.init(.wal, .write, ENOSPC, done: 50), at: 3)
        #expect { try write(4) } throws: { code($0) == .full }
        #expect(disk.hasFailed)
        writer.abandon()
        let again = try engine.writer()
        defer { again.close() }
        #expect(try again.first("SELECT bytes FROM items") { $0.blob(0).first } == 3)
    }

    @Test("a commit that the WAL's index has no room for may have taken place, and has")
    func index() async throws {
        let path = scratch.path("store.db")
        let store = try scratch.store(SQLiteEngine(path: path, vfs: disk.name, checkpointPages: .max))
        disk.arm(.init(.index, .map, ENOSPC, done: 0), at: 1)
        // The first part of the index holds 4,062 pages.
        await #expect { try await write("large", bytes: 17_000_000, store) } throws: { code($0) == .unknown }
        #expect(disk.hasFailed && store.position == 0)
        store.close()
        let again = try scratch.store(SQLiteEngine(path: path))
        defer { again.close() }
        #expect(again.position == 1)
        #expect(try await !write("large", again))
    }

    @Test("what a failed sync left in the WAL is in the database, synced, before anything is served")
    func start() async throws {
        let path = scratch.path("store.db")
        func bytes(_ suffix: String) throws -> Int { try Data(contentsOf: URL(filePath: path + suffix)).count }
        let engine = SQLiteEngine(path: path, vfs: disk.name)
        let store = try scratch.store(engine)
        disk.arm(.init(.wal, .sync, EIO, done: 0), at: 1)
        await #expect { try await write("a", store) } throws: { code($0) == .unknown }
        store.close()
        #expect(try bytes("-wal") > 0)
        let faults: [FaultyDisk.Fault] = [
            .init(.wal, .sync, EIO, done: 0), .init(.database, .write, ENOSPC, done: 50),
            .init(.database, .sync, ENOSPC, done: 0),
        ]
        for fault in faults {
            disk.arm(fault, at: 1)
            #expect { _ = try engine.writer() } throws: { code($0) == (fault.call == .write ? .full : .io) }
            #expect(disk.hasFailed)
            #expect(try bytes("-wal") > 0, "\(fault.testDescription)")
        }
        let writer = try engine.writer()
        #expect(try bytes("-wal") == 0)
        writer.close()
        let again = try scratch.store(engine)
        defer { again.close() }
        #expect(try await items(again) == ["a"])
    }
}
