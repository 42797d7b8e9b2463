import Messages
import NIOCore
import Testing

@testable import RPC

@Suite struct RequestCheckTests {
    @Test(
        "metadata keys: only of those that somebody reads is anything asked",
        arguments: [
            ("traceparent", true), ("mandate-session", true), ("mandate-a_b.c-9", true), ("a_b.c-9", true), ("", true),
            ("Upper", true), ("ümlaut", true), ("with space", true), (":path", true), ("mandate", true),
            ("Mandate-Session", true), ("mandate-Session", false), ("mandate- session", false), ("mandate-ä", false),
        ])
    func keys(key: String, isAccepted: Bool) {
        let entries = [MetadataEntry(key: key, value: "x")]
        if isAccepted {
            #expect(throws: Never.self) { try RequestCheck.metadata(entries, .standard) }
        } else {
            let status = #expect(throws: Status.self) { try RequestCheck.metadata(entries, .standard) }
            #expect(status?.code == .invalidArgument)
            #expect(status?.metadata["field"] == "metadata.key")
        }
    }

    @Test("a value that is not printable is refused only where somebody reads it", arguments: ["ä", "\u{1}", "a\nb", "\u{7F}"])
    func values(value: String) throws {
        try RequestCheck.metadata([MetadataEntry(key: "x-user", value: value)], .standard)
        try RequestCheck.metadata([MetadataEntry(key: "traceparent", value: value)], .standard)
        let entries = [MetadataEntry(key: "mandate-account", value: value)]
        let status = #expect(throws: Status.self) { try RequestCheck.metadata(entries, .standard) }
        #expect(status?.metadata["field"] == "metadata.value")
    }

    @Test("metadata of exactly the limit passes, one byte more does not")
    func size() {
        let most = Limits.standard.metadataBytesMax - RequestCheck.metadataPairBytes - 1
        let exact = [MetadataEntry(key: "k", value: String(repeating: "v", count: most))]
        #expect(throws: Never.self) { try RequestCheck.metadata(exact, .standard) }
        let over = [MetadataEntry(key: "k", value: String(repeating: "v", count: most + 1))]
        let status = #expect(throws: Status.self) { try RequestCheck.metadata(over, .standard) }
        #expect(status?.reason == .limitExceeded)
        let many = Array(repeating: MetadataEntry(key: "k", value: ""), count: 600)
        #expect(throws: Status.self) { try RequestCheck.metadata(many, .standard) }
    }

    @Test(
        "timeouts",
        arguments: [
            (WireDuration(seconds: 1), nil), (WireDuration(nanos: 1), nil),
            (WireDuration(seconds: 0), .deadlineExceeded),
            (WireDuration(seconds: -1), .invalidArgument), (WireDuration(seconds: 1, nanos: -1), .invalidArgument),
            (WireDuration(nanos: 1_000_000_000), .invalidArgument),
            (WireDuration(seconds: 367 * 86_400), .invalidArgument), (WireDuration(seconds: .max), .invalidArgument),
            (WireDuration(seconds: .min), .invalidArgument),
        ] as [(WireDuration, Code?)])
    func timeouts(timeout: WireDuration, code: Code?) throws {
        let now = NIODeadline.uptimeNanoseconds(5)
        if let code {
            let status = #expect(throws: Status.self) { try RequestCheck.deadline(timeout, now, .standard) }
            #expect(status?.code == code)
        } else {
            let nanoseconds = try #require(timeout.nanoseconds)
            #expect(try RequestCheck.deadline(timeout, now, .standard) == now + .nanoseconds(nanoseconds))
        }
    }

    @Test("without a timeout there is no deadline")
    func none() throws {
        #expect(try RequestCheck.deadline(nil, .now(), .standard) == nil)
    }
}
