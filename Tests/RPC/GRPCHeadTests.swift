import Messages
import NIOCore
import Testing

@testable import RPC

private func head(_ fields: [(String, String)], max: Int = 20_000) -> GRPCHead {
    let head = GRPCHead(byteCountMax: max)
    for (name, value) in fields { head.add(Array(name.utf8).span, Array(value.utf8).span) }
    return head
}

@Suite("A gRPC request's headers")
struct GRPCHeadTests {
    @Test("What a client sends with every call")
    func usual() {
        let head = head([
            (":method", "POST"), (":scheme", "https"), (":path", "/test.Echo/Unary"), (":authority", "localhost"),
            ("te", "trailers"), ("content-type", "application/grpc"), ("user-agent", "grpc-python/1.0"),
            ("grpc-timeout", "2S"), ("grpc-accept-encoding", "identity, deflate, gzip"), ("mandate-session", "abc"),
            ("content-length", "73"),
        ])
        #expect(head.isPost && head.contentType == .proto)
        #expect(head.path == Array("test.Echo/Unary".utf8))
        #expect(head.timeout == 2_000_000_000)
        #expect(head.encoding == .identity)
        #expect(head.acceptsGzip)
        #expect(head.metadata == [MetadataEntry(key: "mandate-session", value: "abc")])
        #expect(head.problem == nil)
    }

    @Test("A request without a content type is not gRPC")
    func contentType() {
        #expect(head([]).contentType == .notGRPC)
        #expect(head([("content-type", "application/grpc+json")]).contentType == .otherFormat)
    }

    @Test("Encodings", arguments: [("identity", GRPCHead.Encoding.identity), ("gzip", .gzip), ("br", .other), ("", .other)])
    func encoding(text: String, encoding: GRPCHead.Encoding) {
        #expect(head([("grpc-encoding", text)]).encoding == encoding)
        #expect(!head([("grpc-accept-encoding", "gzipped,x-gzip")]).acceptsGzip)
    }

    @Test("Binary values keep their text, and several in one become several")
    func binary() {
        let values = head([("a-bin", "AAEC"), ("b-bin", "AA==, AQ"), ("c", "x, y")]).metadata
        #expect(values.map(\.key) == ["a-bin", "b-bin", "b-bin", "c"])
        #expect(values.map(\.value) == ["AAEC", "AA==", "AQ", "x, y"])
    }

    @Test(
        "A value that no header of gRPC's may hold fails a call only if somebody reads it; else it is left out",
        arguments: ["caf\u{e9}", "\u{1}", "\t", "\u{7F}", "\u{1F600}"])
    func unprintable(value: String) {
        for key in ["x-forwarded-user", "traceparent", "tracestate", "baggage", "x-bin", "cookie", "mandate"] {
            let head = head([("a", "1"), (key, value), ("b", "2")])
            #expect(head.problem == nil)
            #expect(head.metadata.map(\.key) == ["a", "b"])
        }
        for key in ["mandate-session", "mandate-account", "mandate-person-address", "mandate-x"] {
            #expect(head([(key, value)]).problem?.metadata == ["field": "metadata.value"])
        }
    }

    @Test("What gRPC reserves and nobody here knows is left out")
    func reserved() {
        let head = head([("grpc-tags-bin", "\u{1}"), ("grpc-previous-rpc-attempts", "2"), ("grpc-message-type", "x")])
        #expect(head.problem == nil && head.metadata.isEmpty)
    }

    @Test("Too many headers, a value that is not printable, a broken timeout: the first is the reason")
    func problems() {
        #expect(head([("a", String(repeating: "x", count: 100))], max: 132).problem?.code == .resourceExhausted)
        #expect(head([("a", String(repeating: "x", count: 99))], max: 132).problem == nil)
        let two = head([("grpc-timeout", "soon"), ("mandate-session", "\u{1}")])
        #expect(two.problem?.metadata == ["field": "timeout"])
    }

    @Test("Nothing is kept of what is over the limit")
    func bounded() {
        let many = (0..<1000).map { ("key-\($0)", "value") }
        #expect(head(many, max: 1000).metadata.count < 30)
    }

    @Test("A deadline that has passed is refused; one after more than a year is none")
    func deadline() throws {
        let now = NIODeadline.uptimeNanoseconds(1_000)
        #expect(try head([("grpc-timeout", "5n")]).deadline(now, .standard) == .uptimeNanoseconds(1_005))
        #expect(try head([("grpc-timeout", "99999999H")]).deadline(now, .standard) == nil)
        #expect(try head([]).deadline(now, .standard) == nil)
        #expect(throws: Status.deadlineExceeded) { try head([("grpc-timeout", "0m")]).deadline(now, .standard) }
    }
}
