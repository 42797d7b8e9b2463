import Testing

@testable import RPC

/// W3C Trace Context §3.2: what is not a `traceparent` is ignored, and fails nothing.
@Suite struct TraceParentTests {
    private static let trace = "4bf92f3577b34da6a3ce929d0e0e4736"
    private static let span = "00f067aa0ba902b7"
    private static let whole = "00-\(trace)-\(span)-01"

    private static let good: [String] = [
        whole, "00-\(trace)-\(span)-00", "00-\(trace)-\(span)-ff", "cc-\(trace)-\(span)-01",
        "cc-\(trace)-\(span)-01-what-the-future-will-be-like", "01-\(trace)-\(span)-01-",
        "cc-\(trace)-\(span)-01-\(String(repeating: "x", count: 200))",
    ]

    private static let broken: [String] = [
        "", "00", "\(whole.dropLast())", "\(whole)0", "\(whole)-", "\(whole)-more", " \(whole)",
        "cc-\(trace)-\(span)-01.more", "cc-\(trace)-\(span)-01-\u{7F}", "ff-\(trace)-\(span)-01",
        "00-\(trace.uppercased())-\(span)-01", "00-\(String(repeating: "0", count: 32))-\(span)-01",
        "00-\(trace)-0000000000000000-01", "0g-\(trace)-\(span)-01", "00_\(trace)-\(span)-01",
        "00-\(trace)_\(span)-01", "00-\(trace)-\(span)_01", "00-\(trace)-\(span)-0x",
        "cc-\(trace)-\(span)-01-\(String(repeating: "x", count: 201))",
    ]

    @Test("values that are one", arguments: good)
    func valid(text: String) {
        #expect(TraceParent.isValid(text))
    }

    @Test("values that are none", arguments: broken)
    func invalid(text: String) {
        #expect(!TraceParent.isValid(text))
    }

    @Test("a call has the trace of one good value; of a broken one or of two it has none, and goes on")
    func call() async throws {
        let seen = Recorded<String?>()
        var router = Router()
        router.unary(Echo.unary) { (request, call) throws(Status) in
            seen.add(call.traceparent)
            return .now(request)
        }
        let transport = InProcessTransport(router: router, peer: Peer(caller: clientURI))
        let other = "00-\(Self.trace)-\(Self.span)-00"
        for sent in [[Self.whole], ["broken"], [Self.whole, other], [String(repeating: "t", count: 9000)], []] {
            let options = CallOptions(timeout: nil, metadata: sent.map { ("traceparent", $0) })
            _ = try await transport.unary(Echo.unary.descriptor.path, [], options)
        }
        #expect(seen.values == [Self.whole, nil, nil, nil, nil])
    }
}
