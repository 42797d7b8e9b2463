import Gzip
import NIOCore
import Testing

@testable import RPC

private func reader(_ bytes: [UInt8], max: Int = 100, _ encoding: GRPCHead.Encoding = .gzip) -> GRPCMessageReader {
    var reader = GRPCMessageReader(messageBytesMax: max, encoding: encoding)
    reader.append(bytes.span)
    return reader
}

@Suite("gRPC's messages in a body")
struct GRPCMessageTests {
    @Test("Messages come out as they went in, however the bytes are cut")
    func cut() throws {
        var bytes = ByteBuffer()
        let messages: [[UInt8]] = [[], [1, 2, 3], Array(repeating: 7, count: 100)]
        for message in messages {
            bytes.writeGRPC(message, compressed: false)
            bytes.writeGRPC(message, compressed: true)
        }
        var reader = reader([])
        var read: [[UInt8]] = []
        for byte in bytes.readableBytesView {
            reader.append([byte].span)
            while let message = try reader.next() { read.append(try message.inflated(max: 100)) }
        }
        #expect(read == messages.flatMap { [$0, $0] })
        #expect(reader.isEmpty && reader.sawCompressed)
    }

    @Test("A message over the limit is refused as soon as its length is here")
    func tooLong() throws {
        var long = reader([0, 0, 0, 0, 101])
        #expect(throws: Status.self) { try long.announced() }
        #expect(throws: Status.self) { try long.next() }
        #expect(try reader([0, 0, 0, 0, 100]).announced() == 105)
        #expect(try reader([0, 0, 0, 0]).announced() == nil)
    }

    @Test("A message that is longer inflated than allowed")
    func bomb() {
        var bytes = ByteBuffer()
        bytes.writeGRPC([UInt8](repeating: 0, count: 101), compressed: true)
        var bomb = reader(Array(bytes.readableBytesView))
        #expect { try bomb.next()?.inflated(max: 100) } throws: { ($0 as? Status)?.code == .resourceExhausted }
    }

    @Test(
        "Broken prefixes and contents",
        arguments: [
            ([2, 0, 0, 0, 0], GRPCHead.Encoding.gzip), ([1, 0, 0, 0, 1, 9], .gzip), ([1, 0, 0, 0, 0], .gzip),
            ([1, 0, 0, 0, 0], .identity),
        ] as [([UInt8], GRPCHead.Encoding)])
    func broken(bytes: [UInt8], encoding: GRPCHead.Encoding) {
        var reader = reader(bytes, encoding)
        #expect { try reader.next()?.inflated(max: 100) } throws: { ($0 as? Status)?.reason == .malformedMessage }
    }

    @Test(
        "Status messages are percent-encoded",
        arguments: [("plain text", "plain text"), ("100%", "100%25"), ("é\n", "%C3%A9%0A")])
    func percent(text: String, encoded: String) {
        #expect(GRPCFields.percentEncoded(text) == encoded)
    }
}

@Suite("Messages longer than a window")
struct LargeMessagesTests {
    @Test("A few at once, the others in line")
    func line() {
        var large = LargeMessages(atOnce: 2)
        let granted = [1, 3, 1, 5, 5, 7].map { large.ask($0) }
        #expect(granted == [true, true, true, false, false, false])
        let next = [9, 1, 7, 3].map { large.release($0) }
        #expect(next == [nil, 5, nil, nil])
        #expect(large.granted == [5])
        let again = large.ask(7)
        #expect(again)
    }
}
