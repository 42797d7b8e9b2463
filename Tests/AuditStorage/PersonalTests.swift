import AuditDomain
import AuditStorage
import Messages
import SQL
import Testing

/// What an event tells about persons stands beside its leaf, each value with a commitment inside.
@Suite("Personal values")
struct PersonalTests {
    let test: TestLog

    init() throws { test = try TestLog() }

    private let told: KeyValuePairs = [
        "justification": "because of her illness", "origin.address": "192.0.2.7", "changes.display_name.after": "Jo Winter",
    ]

    private func whole(_ number: Int = 1) -> Event {
        Event(id: "evt_\(number)", organizationId: orgA, eventClass: .audit, action: "account.updated")
    }

    /// One event, after `change` has done something to what is sent.
    private func appended(_ change: (inout Event, inout [PersonalValue]) -> Void) throws -> [UInt8] {
        let sent = try AppendedEvent(decoding: whole().appended(told))
        var (event, values) = (try Event(decoding: sent.leaf), sent.personal)
        change(&event, &values)
        return AppendedEvent(leaf: event.encoded(), personal: values).encoded()
    }

    @Test("readers get the values, and the leaf has none of them")
    func kept() async throws {
        try await test.append([whole().appended(told), event(2)], first: 1)
        let page = try await test.log.list(EventQuery(LogName(orgA)))
        #expect(page.events.map(\.personal.count) == [0, 3])
        let recorded = try #require(page.events.last)
        #expect(recorded.personal.map(\.path) == told.map(\.key).sorted())
        let leaf = String(decoding: recorded.bytes, as: UTF8.self)
        let commitments = try Event(decoding: recorded.bytes).personal
        for (path, value) in told {
            let one = try #require(recorded.personal.first { $0.path == path })
            #expect(one.value == value && !leaf.contains(value))
            let commitment = try #require(commitments.first { $0.path == path })
            #expect(commitment.commitment == Commitment(path: path, value: value, salt: one.salt).bytes)
        }
        let proved = try await test.log.prove(LogName(orgA), eventID: "evt_1", size: nil)
        #expect(proved.recorded.personal == recorded.personal)
    }

    @Test("what is missing, too much, another or twice is refused, and nothing is stored")
    func refused() async throws {
        let cases: [(String, (inout Event, inout [PersonalValue]) -> Void)] = [
            ("another value", { $1[0].value += " " }), ("another salt", { $1[0].salt[31] ^= 1 }),
            ("a short salt", { $1[0].salt.removeLast() }), ("no salt", { $1[0].salt = [] }),
            ("another's path", { $1[0].path = "origin.address" }), ("an unknown path", { $1[0].path = "elsewhere" }),
            ("no path", { $1[0].path = "" }), ("a missing value", { _ = $1.removeLast() }), ("no values", { $1 = [] }),
            ("a surplus value", { $1.append($1[0]) }),
            ("a surplus value with a path of its own", { $1.append(PersonalValue(path: "x", value: "y", salt: $1[0].salt)) }),
            ("a value twice, another not", { $1[1] = $1[0] }),
            ("swapped values", { ($1[0].value, $1[1].value) = ($1[1].value, $1[0].value) }),
            ("a missing commitment", { event, _ in _ = event.personal.removeLast() }),
            (
                "two commitments at a path",
                { event, values in
                    event.personal.append(event.personal[0])
                    values.append(values[0])
                }
            ),
            ("a cut commitment", { event, _ in event.personal[0].commitment.removeLast() }),
            ("no commitment", { event, _ in event.personal[0].commitment = [] }),
            ("a flipped bit", { event, _ in event.personal[2].commitment[0] ^= 128 }),
        ]
        for (name, change) in cases {
            do {
                try await test.append([event(7), try appended(change), event(8)], first: 1)
                Issue.record("accepted: \(name)")
            } catch let error as LogError {
                #expect(error.code == .malformedEvent(place: 1), "\(name)")
                for value in told.map(\.value) { #expect(!error.message.contains(value), "\(name)") }
            }
        }
        #expect(try await test.count("events") == 0)
        #expect(try await test.count("personal_values") == 0)
        #expect(try await test.append([try appended { _, _ in }], first: 1).nextSequence == 2)
    }

    @Test("values are bounded in number, each, and in all")
    func bounds() async throws {
        func many(_ count: Int, _ bytes: Int) throws -> [UInt8] {
            var (event, values) = (whole(), [PersonalValue]())
            for number in 0..<count {
                let one = PersonalValue(
                    path: "p\(number)", value: String(repeating: "x", count: bytes), salt: [UInt8](repeating: 9, count: 32))
                let commitment = Commitment(path: one.path, value: one.value, salt: one.salt).bytes
                event.personal.append(EventCommitment(path: one.path, commitment: commitment, subjectId: "acc_1"))
                values.append(one)
            }
            return AppendedEvent(leaf: event.encoded(), personal: values).encoded()
        }
        for (count, bytes) in [(65, 1), (1, 4097), (5, 4096), (64, 257), (200, 1)] {
            await #expect { try await test.append([try many(count, bytes)], first: 1) } throws: { error in
                (error as? LogError)?.code == .malformedEvent(place: 0)
            }
        }
        try await test.append([try many(64, 256), try many(4, 4096), try many(0, 0)], first: 1)
        #expect(try await test.log.list(EventQuery(LogName(orgA))).events.map(\.personal.count) == [0, 4, 64])
    }

    @Test("the same leaf is the same event: what is sent again stores nothing again, also after a restore")
    func repeats() async throws {
        let sent = whole().appended(told)
        try await test.append([sent], first: 1)
        // Erased meanwhile.
        _ = try await test.store.write { try $0.run("DELETE FROM personal_values WHERE path = 'justification'", []) }
        #expect(try await test.append([sent], first: 1).nextSequence == 2)
        #expect(try await test.append([sent], first: 1, epoch: "e2").nextSequence == 2)
        #expect(try await test.count("personal_values") == 2, "an erased value does not come back")
        #expect(try await test.log.head(LogName(orgA), size: nil).size == 1)
        // Another salt is another commitment, and so another leaf under the number.
        var other = try AppendedEvent(decoding: sent)
        var event = try Event(decoding: other.leaf)
        other.personal[0].salt = [UInt8](repeating: 77, count: 32)
        event.personal[0].commitment =
            Commitment(path: other.personal[0].path, value: other.personal[0].value, salt: other.personal[0].salt).bytes
        other.leaf = event.encoded()
        let resalted = other.encoded()
        await #expect { try await test.append([resalted], first: 1) } throws: { error in
            if case .equivocation? = (error as? LogError)?.code { true } else { false }
        }
    }

    @Test("an event whose values are erased proves as before, and its readers see that there was one")
    func erased() async throws {
        try await test.append([whole().appended(told), event(2)], first: 1)
        let before = try await test.log.prove(LogName(orgA), eventID: "evt_1", size: nil)
        _ = try await test.store.write { try $0.run("DELETE FROM personal_values WHERE subject = 'acc_admin'", []) }
        let after = try await test.log.prove(LogName(orgA), eventID: "evt_1", size: nil)
        #expect(after.recorded.personal.isEmpty && after.recorded.bytes == before.recorded.bytes)
        #expect(after.proof == before.proof && after.head == before.head)
        try after.proof.verify(leaf: .leaf(after.recorded.bytes), in: after.head)
        #expect(try Event(decoding: after.recorded.bytes).personal.count == 3)
    }

    @Test("an organization has a tree for each class, and neither shows what is in the other")
    func classes() async throws {
        let opened = Event(
            id: "evt_9", organizationId: orgA, eventClass: .communication, action: "mailbox.opened"
        ).appended(told)
        let appended = try await test.append([event(1), opened, event(2)], first: 1)
        #expect(appended.heads[LogName(orgA)] == frontier(of: [event(1), event(2)]).head)
        #expect(appended.heads[LogName(orgA, .communication)] == frontier(of: [opened]).head)
        let communication = try await test.log.list(EventQuery(LogName(orgA, .communication)))
        #expect(communication.events.map(\.index) == [0] && communication.events[0].personal.count == 3)
        #expect(try await test.log.list(EventQuery(LogName(orgA))).events.map(\.sequence) == [3, 1])
        await #expect { try await test.log.prove(LogName(orgA), eventID: "evt_9", size: nil) } throws: { error in
            (error as? LogError)?.code == .noSuchEvent
        }
        for eventClass in [EventClass.unspecified, .unrecognized(9)] {
            let event = Event(id: "evt_3", organizationId: orgA, eventClass: eventClass, action: "x").appended()
            await #expect { try await test.append([event], first: 4) } throws: { error in
                (error as? LogError)?.code == .malformedEvent(place: 0)
            }
        }
    }
}
