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

    @Test("what is not known reads as UNKNOWN or is left out")
    func foreign() {
        #expect(Status(wire: WireStatus(code: 99, message: "x")).code == .unknown)
        let garbage = AnyMessage(typeUrl: "type.googleapis.com/google.rpc.ErrorInfo", value: [255])
        let status = Status(wire: WireStatus(code: 5, message: "x", details: [garbage]))
        #expect(status.code == .notFound)
        #expect(status.reason == .unspecified)
    }
}
