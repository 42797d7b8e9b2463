import Messages
import NIOCore
import Testing

@testable import RPC

/// Requests whose fields break the contract's rules: refused before the handler, in every kind of call.
@Suite struct FormTests {
    private static func method(_ kind: CallKind) -> Method<ExplainRequest, StreamMessage> {
        Method("test.Form/\(kind)", kind, Access(kind: .caller))
    }

    private static let digits = "01jd3m5e8wf6q9v2k7x4r1t0zb"
    private static let right = ExplainRequest(
        check: CheckRequest(account: .accountId("acc_" + digits), mailbox: .mailboxId("mbx_" + digits), right: .open))
    private static let wrong = ExplainRequest(
        check: CheckRequest(mailbox: .mailboxId("mbx_" + digits), right: Right(rawValue: 9)))

    /// Every handler says how many requests it has seen.
    private static func transport(_ seen: Recorded<ExplainRequest>) -> InProcessTransport {
        var router = Router()
        router.unary(method(.unary)) { (request, _) throws(Status) in
            seen.add(request)
            return .now(StreamMessage())
        }
        router.serverStreaming(method(.serverStreaming)) { request, _, _ in seen.add(request) }
        router.clientStreaming(method(.clientStreaming)) { requests, _ in
            for try await request in requests { seen.add(request) }
            return StreamMessage()
        }
        router.bidirectional(method(.bidirectional)) { requests, _, _ in
            for try await request in requests { seen.add(request) }
        }
        return InProcessTransport(router: router, peer: Peer(caller: clientURI))
    }

    private static func ask(
        _ kind: CallKind, _ requests: [ExplainRequest], _ transport: InProcessTransport,
        _ options: CallOptions = CallOptions(timeout: nil)
    ) async throws(Status) {
        switch kind {
        case .unary: _ = try await transport.unary(method(kind), requests[0], options)
        case .serverStreaming:
            let answers = try await transport.serverStreaming(method(kind), requests[0], options).makeAsyncIterator()
            while try await answers.next() != nil {}
        case .clientStreaming, .bidirectional:
            let stream =
                kind == .clientStreaming
                ? try await transport.clientStreaming(method(kind), options)
                : try await transport.bidirectional(method(kind), options)
            for request in requests { try await stream.send(request) }
            stream.finish()
            let answers = stream.responses.makeAsyncIterator()
            while try await answers.next() != nil {}
        }
    }

    @Test("refused before the handler", arguments: [CallKind.unary, .serverStreaming, .clientStreaming, .bidirectional])
    func refused(_ kind: CallKind) async throws {
        let seen = Recorded<ExplainRequest>()
        let transport = Self.transport(seen)
        let status = await #expect(throws: Status.self) { try await Self.ask(kind, [Self.wrong], transport) }
        #expect(seen.values.isEmpty)
        #expect(status?.code == .invalidArgument && status?.reason == .invalidField)
        #expect(status?.metadata["field"] == "check.right")
        #expect(
            status?.violations.map { "\($0.field) \($0.reason)" }
                == ["check.right INVALID_FIELD", "check.account MISSING_FIELD"])
        try await Self.ask(kind, [Self.right], transport)
        #expect(seen.values == [Self.right])
    }

    @Test("a client that checks says the same without asking", arguments: [CallKind.unary, .serverStreaming])
    func unsent(_ kind: CallKind) async throws {
        let seen = Recorded<ExplainRequest>()
        let transport = Self.transport(seen)
        var nobody = Router()
        nobody.unary(Self.method(.unary)) { (_, _) throws(Status) in throw .internalError }
        nobody.serverStreaming(Self.method(.serverStreaming)) { _, _, _ in throw Status.internalError }
        let checking = InProcessTransport(router: nobody, peer: Peer(caller: clientURI))
        let options = CallOptions(timeout: nil, checksRequest: true)
        let asked = await #expect(throws: Status.self) { try await Self.ask(kind, [Self.wrong], transport) }
        let unasked = await #expect(throws: Status.self) { try await Self.ask(kind, [Self.wrong], checking, options) }
        #expect(asked == unasked)
        await #expect(throws: Status.internalError) { try await Self.ask(kind, [Self.right], checking, options) }
    }

    @Test("the first message of a stream that is wrong ends it")
    func stream() async throws {
        let seen = Recorded<ExplainRequest>()
        let transport = Self.transport(seen)
        await #expect(throws: Status.self) {
            try await Self.ask(.clientStreaming, [Self.right, Self.wrong, Self.right], transport)
        }
        #expect(seen.values == [Self.right])
    }
}

@Suite struct FormStatusTests {
    private func status(_ message: some Message) throws -> Status {
        var violations = Violations()
        message.check(&violations)
        return try #require(Status(violations))
    }

    @Test("every violation survives the wire, and equal statuses stay equal")
    func roundTrip() throws {
        for status in [try status(CheckRequest()), try status(ExplainRequest())] {
            let read = Status(wire: status.wire)
            #expect(read == status)
            #expect(read.violations == status.violations && !read.violations.isEmpty)
        }
        #expect(Status(Violations()) == nil)
    }

    @Test("words name the first three fields and count the rest")
    func words() throws {
        #expect(
            try status(CheckRequest()).message
                == "right: required: it is missing; account: required: it is missing; mailbox: required: it is missing")
        let many = try status(BatchCheckRequest(checks: [CheckRequest(), CheckRequest()]))
        #expect(many.message.hasSuffix("; and 3 more"))
        #expect(many.violations.count == 6)
    }

    @Test("a refusal of one field by hand says the same as a BadRequest")
    func byHand() {
        let status = Status(.invalidArgument, .invalidField, "address: no such domain", metadata: ["field": "address"])
        let expected = [FieldViolation(field: "address", description: "address: no such domain", reason: "INVALID_FIELD")]
        #expect(status.violations == expected)
        #expect(status.wire.details.map(\.typeUrl).last == "type.googleapis.com/google.rpc.BadRequest")
        #expect(Status(wire: status.wire) == status)
        // What is not of form names no violation.
        let missing = Status(.notFound, .notFound, "none", metadata: ["field": "event_id"])
        #expect(missing.violations.isEmpty && missing.wire.details.count == 1)
    }

    @Test("what is long is cut: a status fits into the headers that gRPC's libraries take")
    func bounded() throws {
        let worst = try status(BatchCheckRequest(checks: Array(repeating: CheckRequest(mailbox: .mailboxId("x")), count: 1000)))
        #expect(worst.violations.count == Violations.countMax)
        let base64 = (worst.wire.encoded().count + 2) / 3 * 4
        #expect(base64 < 6 << 10)
        let read = Status(wire: worst.wire)
        #expect(read.violations == Array(worst.violations.prefix(read.violations.count)) && read.violations.count > 20)
        let quoting = Status(
            .invalidArgument, .invalidField, String(repeating: "漢", count: 9999),
            metadata: ["field": String(repeating: "é", count: 9999)])
        #expect(bytes(.response(1, quoting)).count < Greeting.frameBytesLeast)
        let once = Status(wire: quoting.wire)
        #expect(Status(wire: once.wire) == once && once.violations.count == 1)
    }

    @Test("a BadRequest that is broken is left out")
    func broken() throws {
        var wire = try status(CheckRequest()).wire
        wire.details[1].value = [255]
        #expect(Status(wire: wire).violations.count == 1)
    }
}
