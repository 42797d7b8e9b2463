import Messages
import Testing

@testable import RPC

@Suite struct StatusTests {
    @Test("code, reason, domain and metadata survive the wire")
    func roundTrip() {
        #expect(Status(wire: refusal.wire) == refusal)
        let bare = Status(.unavailable, .unspecified, "down", domain: "")
        #expect(Status(wire: bare.wire) == bare)
        #expect(bare.wire.details.isEmpty)
    }

    @Test("equal statuses are equal bytes, whatever their dictionary's order")
    func deterministic() {
        #expect(Set((0..<20).map { _ in refusal.wire.encoded() }).count == 1)
    }

    @Test("a status that quotes a peer fits into the smallest frame, whatever was quoted")
    func clipped() throws {
        // One character that is a megabyte long, and letters of three bytes.
        for text in ["e" + String(repeating: "\u{301}", count: 1 << 19), String(repeating: "漢", count: 1 << 19)] {
            let statuses = [
                Status.unknownMethod(text), Status(.notFound, .unspecified, text),
                Status(.notFound, .notFound, text, metadata: ["a": text, "b": text, "c": text]),
            ]
            for status in statuses {
                let frame = bytes(.response(1, status))
                #expect(frame.count < Greeting.frameBytesLeast)
                #expect(Status(wire: status.wire).message.utf8.count > 100)
            }
        }
        #expect(Status(wire: Status.unknownMethod("no/Such").wire).message == "no method no/Such")
    }

    @Test("what is not known reads as UNKNOWN or is left out")
    func foreign() {
        #expect(Status(wire: WireStatus(code: 99, message: "x")).code == .unknown)
        let garbage = AnyMessage(typeUrl: "type.googleapis.com/google.rpc.ErrorInfo", value: [255])
        let status = Status(wire: WireStatus(code: 5, message: "x", details: [garbage]))
        #expect(status.code == .notFound)
        #expect(status.reason == .unspecified)
    }
}
