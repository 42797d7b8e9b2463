import Contract
import Lots
import Messages
import Testing

@testable import Outbox

struct RefusalCountsTests {
    private static let second: Int64 = 1_000_000
    private static let start: Int64 = 28_333_333 * 60 * second

    private static func attempt(_ actor: String, _ method: String = "Grant", source: String? = nil) -> RefusedAttempt {
        var event = OpenEvent(
            Event(
                organizationId: "org_1", action: "delegation.granted", outcome: .denied,
                actor: EventActor(id: actor, kind: .account),
                origin: EventOrigin(service: "mailbox", traceparent: "t")))
        event.tell(.justification("once", of: actor))
        event.tell(.requestID("r", of: actor))
        event.tell(.address("192.0.2.7", of: actor))
        return RefusedAttempt(event, method: method, source: source)
    }

    private static func limits(_ singlesMax: Int, _ keysMax: Int) -> RefusalCounts.Limits {
        RefusalCounts.Limits(singlesMax: singlesMax, keysMax: keysMax)
    }

    @Test("one by one up to the bound of a source, method and minute; each has its own")
    func bound() {
        var counts = RefusalCounts(Self.limits(2, 100))
        let table: [(second: Int64, actor: String, method: String, expected: RefusalCounts.Verdict)] = [
            (0, "a", "Grant", .alone), (1, "a", "Grant", .alone), (2, "a", "Grant", .counted),
            (3, "b", "Grant", .alone), (4, "a", "Revoke", .alone), (59, "a", "Grant", .counted),
            (60, "a", "Grant", .alone), (61, "a", "Grant", .alone), (62, "a", "Grant", .counted),
            // A clock that was set back begins another minute.
            (30, "a", "Grant", .alone),
        ]
        for row in table {
            let verdict = counts.note(Self.attempt(row.actor, row.method), at: Self.start + row.second * Self.second)
            #expect(verdict == row.expected, "\(row)")
        }
        #expect(counts.waiting == 3)
    }

    @Test("a count says how many, from when to when, and is the first of them without what belongs to one call")
    func tally() throws {
        var counts = RefusalCounts(Self.limits(0, 100))
        for second in [5, 7, 30] as [Int64] {
            #expect(counts.note(Self.attempt("a"), at: Self.start + second * Self.second) == .counted)
        }
        #expect(counts.take(at: Self.start + 59 * Self.second, all: false).isEmpty, "its minute is not over")
        let tally = try #require(counts.take(at: Self.start + 60 * Self.second, all: false).first)
        let expected = Event(
            organizationId: "org_1", action: "delegation.granted", outcome: .denied,
            actor: EventActor(id: "a", kind: .account), origin: EventOrigin(service: "mailbox"), count: 3,
            firstRefuseTime: Timestamp(microsecondsSince1970: Self.start + 5 * Self.second),
            lastRefuseTime: Timestamp(microsecondsSince1970: Self.start + 30 * Self.second))
        #expect(tally.counted == OpenEvent(expected))
        #expect(counts.waiting == 0)
    }

    @Test("what comes back goes on: the span grows, the first stays the first")
    func back() throws {
        var counts = RefusalCounts(Self.limits(0, 100))
        _ = counts.note(Self.attempt("a"), at: Self.start)
        let out = counts.take(at: Self.start + 60 * Self.second, all: false)
        _ = counts.note(Self.attempt("a"), at: Self.start + 61 * Self.second)
        for tally in out { counts.add(tally) }
        let all = counts.take(at: Self.start + 62 * Self.second, all: false)
        #expect(all.map(\.count) == [2], "the minute of the first is over")
        #expect(all.first?.firstRefuseTime == Self.start && all.first?.lastRefuseTime == Self.start + 61 * Self.second)
    }

    @Test("more actors than it keeps are one count, in nobody's name")
    func hostile() throws {
        var counts = RefusalCounts(Self.limits(1, 8))
        for number in 0..<1000 {
            let verdict = counts.note(Self.attempt("acc_\(number)"), at: Self.start)
            #expect(verdict == (number < 8 ? .alone : .counted))
        }
        let all = counts.take(at: Self.start, all: true)
        #expect(all.count == 9 && all.reduce(0) { $0 + $1.count } == 992)
        let others = try #require(all.first { $0.key == nil })
        #expect(others.count == 984)
        #expect(
            others.counted
                == OpenEvent(
                    Event(
                        eventClass: .audit, action: "refusal.counted", outcome: .denied,
                        origin: EventOrigin(service: "mailbox"), count: 984,
                        firstRefuseTime: Timestamp(microsecondsSince1970: Self.start),
                        lastRefuseTime: Timestamp(microsecondsSince1970: Self.start))))
    }

    @Test("names and texts that callers choose do not grow the memory")
    func long() throws {
        var counts = RefusalCounts(Self.limits(0, 8))
        let long = String(repeating: "x", count: 100_000)
        _ = counts.note(Self.attempt(long, source: long), at: Self.start)
        let tally = try #require(counts.take(at: Self.start, all: true).first)
        #expect(tally.counted.leaf.encoded().count < 1000)
    }

    @Test("in any history every refusal is on record once: alone or in a count", arguments: 1...40 as ClosedRange<UInt64>)
    func histories(seed: UInt64) {
        var random = SplitMix(seed: seed)
        let limits = Self.limits(Int(random.next() % 4), 1 + Int(random.next() % 12))
        var counts = RefusalCounts(limits)
        var now = Self.start
        /// The naive model: everything that was refused, everything that was written.
        var refused: [String: Int64] = [:]
        var written: [String: Int64] = [:]
        var others: Int64 = 0
        var singles: [String: Int] = [:]

        func write(_ tallies: [RefusalTally]) {
            for tally in tallies {
                #expect(tally.count > 0 && tally.firstRefuseTime <= tally.lastRefuseTime && tally.lastRefuseTime <= now)
                if let key = tally.key {
                    written["\(key.name) \(key.method)", default: 0] += tally.count
                } else {
                    others += tally.count
                }
            }
        }

        for _ in 0..<600 {
            switch random.next() % 8 {
            case 0: now += Int64(random.next() % 45) * Self.second
            case 1:
                let tallies = counts.take(at: now, all: random.next() % 4 == 0)
                #expect(tallies.count <= limits.keysMax + 1)
                if random.next() % 2 == 0 { write(tallies) } else { for tally in tallies { counts.add(tally) } }
            default:
                let attempt = Self.attempt(
                    "acc_\(random.next() % 5)", "Method\(random.next() % 2)", source: "s\(random.next() % 3)")
                let name = "\(attempt.event.leaf.actor?.id ?? "") \(attempt.method)"
                refused[name, default: 0] += 1
                guard counts.note(attempt, at: now) == .alone else { break }
                let bound = "\(attempt.source) \(attempt.method) \(now / (60 * Self.second))"
                singles[bound, default: 0] += 1
                #expect(singles[bound, default: 0] <= limits.singlesMax)
                if random.next() % 4 == 0 {
                    counts.add(RefusalTally(attempt, at: now))
                } else {
                    written[name, default: 0] += 1
                }
            }
        }
        write(counts.take(at: now, all: true))
        #expect(counts.waiting == 0)
        #expect(written.values.reduce(others, +) == refused.values.reduce(0, +))
        for (name, count) in written { #expect(count <= refused[name, default: 0]) }
        if limits.keysMax >= 10 { #expect(others == 0 && written == refused) }
    }
}
