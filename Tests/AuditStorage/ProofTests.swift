import AuditDomain
import AuditStorage
import Messages
import Testing

@Suite("Proofs from the tables, checked by the verifier")
struct ProofTests {
    let test: TestLog
    let events = (1...600).map { event($0) }

    init() async throws {
        test = try TestLog()
        try await test.append(Array(events.prefix(512)), first: 1)
        try await test.append(Array(events.dropFirst(512)), first: 513)
    }

    @Test func everyEventOfALogOf600() async throws {
        let head = frontier(of: events).head
        for index in events.indices {
            let proved = try await test.log.prove(LogName(orgA), eventID: "evt_\(index + 1)", size: nil)
            #expect(proved.head == head)
            #expect(proved.recorded.index == index)
            #expect(proved.recorded.bytes == leaf(events[index]))
            try proved.proof.verify(leaf: .leaf(proved.recorded.bytes), in: head)
        }
    }

    @Test func inSmallerTrees() async throws {
        for size in [10, 255, 256, 257, 300, 511, 512, 513, 599] {
            let head = frontier(of: events.prefix(size)).head
            let proved = try await test.log.prove(LogName(orgA), eventID: "evt_10", size: size)
            #expect(proved.head == head)
            try proved.proof.verify(leaf: .leaf(leaf(events[9])), in: head)
        }
    }

    @Test func everySizeIsTheBeginningOfTheWhole() async throws {
        let whole = frontier(of: events).head
        var smaller = Frontier()
        for first in 1...600 {
            smaller.append(.leaf(leaf(events[first - 1])))
            let grown = try await test.log.consistency(LogName(orgA), first: first, second: nil)
            #expect(grown.first == smaller.head)
            #expect(grown.second == whole)
            try grown.proof.verify(from: grown.first, to: whole)
        }
    }

    @Test func betweenSizes() async throws {
        let grown = try await test.log.consistency(LogName(orgA), first: 77, second: 400)
        try grown.proof.verify(from: frontier(of: events.prefix(77)).head, to: frontier(of: events.prefix(400)).head)
    }

    @Test func whatCannotBeProved() async throws {
        try await test.append([event(601, eventClass: .communication)], first: 601)
        await refused(.noSuchEvent) { try await test.log.prove(LogName(orgA), eventID: "evt_x", size: nil) }
        await refused(.noSuchEvent) { try await test.log.prove(LogName(orgB), eventID: "evt_1", size: nil) }
        await refused(.noSuchEvent) { try await test.log.prove(LogName(orgA), eventID: "evt_601", size: nil) }
        await refused(.treeTooSmall(size: 600)) {
            try await test.log.prove(LogName(orgA), eventID: "evt_1", size: 601)
        }
        await refused(.eventOutsideTree) {
            try await test.log.prove(LogName(orgA), eventID: "evt_600", size: 599)
        }
        await refused(.treeTooSmall(size: 0)) {
            try await test.log.consistency(LogName(orgB), first: 1, second: nil)
        }
        await refused(.treeTooSmall(size: 600)) { try await test.log.head(LogName(orgA), size: 700) }
        #expect(try await test.log.head(LogName(orgB), size: nil) == .empty)
    }

    private func refused<T>(
        _ code: LogError.Code, at location: SourceLocation = #_sourceLocation, _ work: () async throws -> T
    ) async {
        do {
            _ = try await work()
            Issue.record("answered", sourceLocation: location)
        } catch let error as LogError {
            #expect(error.code == code, sourceLocation: location)
        } catch {
            Issue.record(error, sourceLocation: location)
        }
    }
}
