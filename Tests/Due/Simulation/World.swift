import Lots
import SQL

@testable import Due

struct SimulationStatistics {
    var put = 0
    var gone = 0
    var done = 0
    var failures = 0
    var crashes = 0
    var lostWrites = 0
    var jumps = 0
    /// Tries that found no room.
    var withoutRoom = 0
    var longestTable = 0
    /// Of an entry that nothing held up, in microseconds.
    var longestLate: Int64 = 0
}

/// A schedule, what is put into it, and the time, driven by one seed.
///
/// Held after every write: an entry is done once, not before its time and not while the clock is uncertain, after all
/// earlier ones of its key save those that wait for room; one that nothing holds up is done within a second, and none is held
/// up by what is gone. At the end everything is done.
final class World {
    struct Failed: Error {}

    static let second: Int64 = 1_000_000
    static let kinds = ["a.begin", "b.end", "c.remind"].map { DueKind($0) }
    /// Of this kind is what finds no room in a full outbox; ends do.
    static let needsRoom = kinds[0]
    static let keys = 12
    static let entriesMax = 4

    var random: SplitMix
    private let sabotage: Sabotage?
    private var table: SimulatedTable
    private var state = DueState()
    private var now: Int64 = 1000 * second
    private var jump: Int64 = 0
    private var hasRoom = true
    /// When what was put, by its number; nothing for what is gone again.
    private var expected: [Int: DueEntry] = [:]
    private var numbers = 0
    /// How often each is still to fail; kept apart from the table, as a cause outside is.
    private var toFail: [Int: Int] = [:]
    /// What has failed pauses.
    private var notBefore: [Int: Int64] = [:]
    /// Since when nothing of ours has held the schedule up: no crash, no lost write, no jump, no failure of the entry's key.
    private var steadySince: Int64 = 0
    private var failedKeys: Set<String> = []
    private var isQuiet = false
    private(set) var violations: [String] = []
    private(set) var statistics = SimulationStatistics()

    init(seed: UInt64, sabotage: Sabotage? = nil) {
        random = SplitMix(seed: seed)
        self.sabotage = sabotage
        table = SimulatedTable(sabotage: sabotage)
        steadySince = now
    }

    func run(steps: Int) {
        for _ in 0..<steps where violations.isEmpty {
            switch random.below(24) {
            case 0...9: write()
            case 10: crash()
            case 11: jump = jump == 0 ? (1 + random.below(3)) * 3600 * Self.second : 0; disturbed(); statistics.jumps += 1
            case 12: hasRoom.toggle(); disturbed()
            default: break
            }
            rest()
        }
    }

    /// No more disturbances: everything must be done, or wait for a time that has not come.
    func settle() {
        isQuiet = true
        (jump, toFail, hasRoom) = (0, [:], true)
        disturbed()
        let end = now + 4 * 3600 * Self.second
        while now < end, violations.isEmpty, !table.rows.isEmpty { rest() }
        if violations.isEmpty, !table.rows.isEmpty { violations.append("\(table.rows.count) entries were never done") }
        if state.statistics.waiting != table.rows.count || state.statistics.failing != 0 {
            violations.append("counted \(state.statistics), and there are \(table.rows.count)")
        }
    }

    private func disturbed() { steadySince = now }

    // MARK: What others do

    /// Puts, moves and removes a few entries in one write.
    private func write() {
        let draft = table.copy
        var told: [(inout DueState) -> Bool] = []
        var expected = expected
        for _ in 0...random.below(3) { change(draft, &expected, &told) }
        commit(draft, expected, told)
    }

    private func change(
        _ draft: SimulatedTable, _ expected: inout [Int: DueEntry], _ told: inout [(inout DueState) -> Bool]
    ) {
        let kind = Self.kinds[Int(random.below(3))]
        let key = "k\(random.below(Int64(Self.keys)))"
        let before = draft.row(kind, key)
        if let before { expected[before.number] = nil }
        if random.once(in: 5) {
            guard let before else { return }
            draft.rows.removeAll { $0 == before }
            if before.entry.attempts > 0 { draft.free(key) }
            statistics.gone += 1
            told.append { $0.removed(before.entry) }
        } else {
            let entry = DueEntry(kind, key, organization: "org", at: now + random.below(8 * Self.second) - Self.second)
            numbers += 1
            let replaced = draft.put(entry, number: numbers)
            if let replaced, replaced.attempts > 0 { draft.free(key) }
            expected[numbers] = entry
            if random.once(in: 6) { toFail[numbers] = Int(1 + random.below(4)) }
            statistics.put += 1
            if sabotage != .sleepsOn { told.append { $0.put(entry, replacing: replaced) } }
        }
    }

    private func commit(_ draft: SimulatedTable, _ expected: [Int: DueEntry], _ told: [(inout DueState) -> Bool]) {
        if !isQuiet && random.once(in: 30) { return statistics.lostWrites += 1 }
        table = draft
        self.expected = expected
        for tell in told { _ = tell(&state) }
        statistics.longestTable = max(statistics.longestTable, table.rows.count)
    }

    private func crash() {
        state = DueState()
        statistics.crashes += 1
        disturbed()
    }

    // MARK: The schedule

    private func rest() {
        let latest = sabotage == .trustsClock ? now : now + jump
        switch state.step(at: (now, latest)) {
        case .work:
            batch()
            now += 500
        case .wait(let micros):
            // Others write before it is over.
            now += isQuiet ? micros : min(micros, 1 + random.below(Self.second))
        }
        checkLate()
    }

    private func batch() {
        let draft = table.copy
        let counted = state.isCounted ? nil : (table.rows.count, table.rows.count { $0.entry.attempts > 0 })
        var batch = DueBatch()
        var (expected, done) = (expected, 0)
        do {
            try batch.run(on: draft, at: now, entriesMax: Self.entriesMax, isOver: { random.once(in: 6) }) { entry in
                try act(entry, draft, &expected, &done)
            }
        } catch {
            return violations.append("the table failed: \(error)")
        }
        let failures = batch.failures.filter { !$0.isWantOfRoom }
        for failure in failures { failedKeys.insert(failure.entry.key) }
        statistics.failures += failures.count
        statistics.withoutRoom += batch.failures.count - failures.count
        if !isQuiet && random.once(in: 20) {
            // The commit failed, or the process died with it: either way it has not taken place.
            statistics.lostWrites += 1
            disturbed()
            if random.once(in: 2) { return crash() }
            state.storeFailed(at: now)
            return steadySince = state.heldUntil
        }
        for failure in failures {
            guard let number = number(of: failure.entry, expected) else { continue }
            notBefore[number] = now + DueEntry.pause(after: failure.entry.attempts + 1)
        }
        table = draft
        self.expected = expected
        statistics.done += done
        // Killed behind the commit: what is on disk is done, whoever knows.
        if !isQuiet && random.once(in: 20) { return crash() }
        state.worked(batch, counted: counted)
    }

    private func act(
        _ entry: DueEntry, _ draft: SimulatedTable, _ expected: inout [Int: DueEntry], _ done: inout Int
    ) throws {
        guard let number = number(of: entry, expected) else {
            return violations.append("\(entry.kind.name) of \(entry.key) was done twice, or was gone")
        }
        if entry.at > now { violations.append("\(number) is done before its time") }
        if now < notBefore[number, default: 0] { violations.append("\(number) is tried again too early") }
        if jump != 0 { violations.append("\(number) is done while the clock is uncertain") }
        for (other, earlier) in expected where other != number && earlier.precedes(entry) {
            if let row = draft.row(earlier.kind, earlier.key), !draft.holdsUp(row.entry, at: now) { continue }
            violations.append("\(number) is done before \(other), which is earlier and of the same key")
        }
        draft.done.append(number)
        if !hasRoom && entry.kind == Self.needsRoom { throw OutboxFull(.change) }
        if let left = toFail[number], left > 0 {
            toFail[number] = left - 1
            throw Failed()
        }
        expected[number] = nil
        done += 1
        if draft.done.count(where: { $0 == number }) > 1 { violations.append("\(number) was done twice") }
    }

    private func number(of entry: DueEntry, _ expected: [Int: DueEntry]) -> Int? {
        expected.first { $0.value.kind == entry.kind && $0.value.key == entry.key }?.key
    }

    /// Entries of keys of which none has failed are late by what a look and a few batches take.
    private func checkLate() {
        checkHeld()
        guard jump == 0 else { return }
        for row in table.rows where !failedKeys.contains(row.entry.key) && (hasRoom || row.entry.kind != Self.needsRoom) {
            let late = now - max(row.entry.at, steadySince)
            statistics.longestLate = max(statistics.longestLate, late)
            if late > 2 * Self.second { violations.append("\(row.number) is \(late) µs late") }
        }
    }

    /// What has never failed and is not tried at its time waits a second for room, or for one of its key that is there.
    private func checkHeld() {
        for row in table.rows where row.entry.attempts == 0 && row.entry.tryAt > max(row.entry.at, now) {
            if row.entry.kind == Self.needsRoom && row.entry.tryAt <= now + Self.second { continue }
            let isHeld = table.rows.contains { $0.entry.attempts > 0 && $0.entry.precedes(row.entry) }
            if !isHeld { violations.append("\(row.number) waits for what is gone") }
        }
    }
}
