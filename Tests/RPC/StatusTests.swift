import Messages
import Testing

@testable import RPC

@Suite struct StatusTests {
    @Test("code, reason, domain and metadata survive the wire")
    func roundTrip() {
        #expect(Status(wire: refusal.wire) == refusal)
        let bare = Status(.unavailable, .unspecified, "down")
        #expect(Status(wire: bare.wire) == bare)
        #expect(bare.wire.details.isEmpty)
        for reason in ErrorReason.allCases {
            let status = Status(.aborted, reason, "no", metadata: ["field": "x", "size": "1"])
            #expect(Status(wire: status.wire) == status)
        }
    }

    @Test("a reason's number is one more pair of the metadata, in order with the others")
    func number() throws {
        let status = Status(.aborted, .stale, "no", metadata: ["field": "x", "size": "1"])
        let info = try ErrorInfo(decoding: #require(status.wire.details.first).value)
        #expect((info.reason, info.domain) == ("STALE", "mandate.mailbox"))
        #expect(info.metadata.map(\.key) == ["field", "reason_number", "size"])
        #expect(info.metadata.map(\.value) == ["x", "200", "1"])
        let unreasoned = Status(.aborted, .unspecified, "no", metadata: ["field": "x"])
        let bare = try ErrorInfo(decoding: #require(unreasoned.wire.details.first).value)
        #expect(bare.reason.isEmpty && bare.metadata.map(\.key) == ["field"])
    }

    @Test("a newer peer's reason is passed on as it came; one without a number, or with none that is one, too")
    func newer() {
        for (number, read) in [("177", 177), ("", 0), ("1e3", 0), ("99999999999", 0), ("-5", -5)] as [(String, Int32)] {
            let info = ErrorInfo(
                reason: "NEWER", domain: "mandate.identity", metadata: [MetadataEntry(key: "reason_number", value: number)])
            let detail = AnyMessage(typeUrl: "type.googleapis.com/google.rpc.ErrorInfo", value: info.encoded())
            let status = Status(wire: WireStatus(code: 5, message: "x", details: [detail]))
            #expect(status.reason == ErrorReason(domain: "mandate.identity", name: "NEWER", number: read))
            #expect(status.metadata.isEmpty)
            #expect(Status(wire: status.wire) == status)
        }
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
                Status(.notFound, ErrorReason(domain: text, name: text, number: 1), text),
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
