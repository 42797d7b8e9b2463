import Lots
import Messages
import NIOCore
import Testing

@testable import RPC

/// What is read by hand is what protobuf-c reads, or is left to it.
@Suite struct FrameReaderTests {
    private static let method = "mandate.mailbox.v1.AccessService/Check"

    private static let requests = [
        Request(method: method, timeout: WireDuration(seconds: 30), message: [1, 2, 3], done: true),
        Request(method: method, timeout: WireDuration(nanoseconds: 29_999_123_456), message: [0], done: true),
        Request(method: method, message: Array(repeating: 7, count: 300), done: true),
        Request(method: "a/B", metadata: [MetadataEntry(key: "mandate-account", value: "acc_1")], message: [9], done: true),
        Request(method: "a/B", done: true),
        Request(method: "a/C"),
    ]

    private static let frames: [Frame] =
        requests.enumerated().map { Frame(stream: UInt32(1 + 200 * $0), kind: .request($1)) }
        + [[], [5], Array(repeating: 1, count: 200)].map { Frame(stream: 3, kind: .response(Response(message: $0))) }

    private func read(_ bytes: [UInt8], _ reader: inout FrameReader) -> Frame? {
        reader.read(bytes.span)
    }

    @Test func usualFramesAreReadByHand() throws {
        var reader = FrameReader()
        for frame in Self.frames where frame != Self.frames[6] {
            #expect(read(frame.encoded(), &reader) == frame)
        }
    }

    /// Each is legal, or protobuf-c's to refuse.
    @Test func unusualFramesAreLeft() {
        var reader = FrameReader()
        let request = Request(method: Self.method, message: [1], done: true)
        let many = Array(repeating: MetadataEntry(key: "k", value: "v"), count: 17)
        let unusual: [Frame] = [
            Frame(stream: 0, kind: .hello(Hello())),
            Frame(stream: 1, kind: .request(Request(method: "é", message: [1], done: true))),
            Frame(stream: 1, kind: .request(Request(method: "a/B", metadata: many, done: true))),
            Frame(stream: 1, kind: .request(Request(method: "a/B", noMessage: true))),
            Frame(stream: 1, kind: .request(Request(method: "a/B", timeout: WireDuration(seconds: -1), done: true))),
            Frame(stream: 1, kind: .response(Response(status: WireStatus(code: 5), message: [], metadata: []))),
        ]
        for frame in unusual { #expect(read(frame.encoded(), &reader) == nil) }
        let whole = Frame(stream: 1, kind: .request(request)).encoded()
        for count in 0..<whole.count { #expect(read(Array(whole[..<count]), &reader) == nil) }
        // The last of two counts, and a field may come late.
        #expect(read(whole + whole, &reader) == nil)
        #expect(read(whole + [0x08, 5], &reader) == nil)
    }

    @Test func theMethodOfAnotherRequestIsNotTaken() {
        var reader = FrameReader()
        for method in ["a/B", "a/C", "a/C", "a/BB", "a/B"] {
            let frame = Frame(stream: 1, kind: .request(Request(method: method, done: true)))
            #expect(read(frame.encoded(), &reader) == frame)
        }
    }

    @Test func mutatedFramesAreReadAsProtobufCReadsThem() throws {
        var random = SplitMix(seed: 20_261_122)
        var reader = FrameReader()
        var readByHand = 0
        for round in 0..<60_000 {
            var bytes = Self.frames[round % Self.frames.count].encoded()
            for _ in 0...Int.random(in: 0..<3, using: &random) {
                let at = Int.random(in: 0..<min(bytes.count, 80), using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &random)
                case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: at)
                default: if bytes.count > 1 { bytes.remove(at: at) }
                }
            }
            guard let frame = read(bytes, &reader) else { continue }
            readByHand += 1
            #expect(try frame == Frame(decoding: bytes), "\(bytes)")
        }
        // Or it would compare nothing.
        #expect(readByHand > 5_000)
    }
}
