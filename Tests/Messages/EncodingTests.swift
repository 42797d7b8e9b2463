import Messages
import Testing

@testable import struct Messages.Arena

@Suite struct EncodingTests {
    @Test(
        "golden frames",
        arguments: [
            (Frame(stream: 1, kind: .halfClose(HalfClose())), "08 01 2a 00"),
            (Frame(stream: 3, kind: .credit(Credit(bytes: 300))), "08 03 42 03 08 ac 02"),
            (Frame(kind: .ping(Ping(data: 1))), "4a 09 09 01 00 00 00 00 00 00 00"),
            (
                Frame(stream: 5, kind: .request(Request(method: "a/b", message: [1, 2], done: true))),
                "08 05 1a 0b 0a 03 61 2f 62 22 02 01 02 30 01"
            ),
            (Frame(stream: 5, kind: .response(Response())), "08 05 32 00"),
        ])
    func golden(_ frame: Frame, _ bytes: String) throws {
        #expect(frame.encoded() == hex(bytes))
        #expect(try Frame(decoding: hex(bytes)) == frame)
    }

    @Test("packs into the caller's room and touches no byte behind it")
    func room() {
        let frame = Frame(stream: 1, kind: .cancel(Cancel()))
        var room = [UInt8](repeating: 0xee, count: 8)
        let size = frame.encode { encoding in
            #expect(encoding.byteCount == 4)
            unsafe room.withUnsafeMutableBytes { unsafe encoding.pack(into: $0) }
        }
        #expect(size == 4)
        #expect(room == hex("08 01 3a 00 ee ee ee ee"))
    }

    @Test("an encoding inside an encoding, larger than the kept chunk")
    func nested() throws {
        let before = Arena.ofThisThread.position
        let outer = StreamMessage(body: [UInt8](repeating: 7, count: 300_000))
        var inner: [UInt8] = []
        var whole: [UInt8] = []
        outer.encode { encoding in
            inner = StreamMessage(body: [UInt8](repeating: 9, count: 200_000)).encoded()
            _ = try? StreamMessage(decoding: inner)
            whole = encoding.bytes()
        }
        #expect(try StreamMessage(decoding: inner).body.allSatisfy { $0 == 9 })
        #expect(try StreamMessage(decoding: whole) == outer)
        #expect(Arena.ofThisThread.position == before)
    }

    @Test("an empty alternative of a oneof is still set")
    func emptyAlternative() throws {
        for kind: FollowFeedResponse.Kind in [.snapshotEnd(.init()), .started(.init()), .lease(.init())] {
            let response = FollowFeedResponse(kind: kind)
            #expect(!response.encoded().isEmpty)
            #expect(try FollowFeedResponse(decoding: response.encoded()) == response)
        }
    }

    @Test("each thread has an arena of its own")
    func threads() async {
        let vectors = Vector.all
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    func same<M: Message>(_ type: M.Type, _ bytes: [UInt8]) -> Bool {
                        (try? M(decoding: bytes))?.encoded() == bytes
                    }
                    return (0..<5).allSatisfy { _ in
                        vectors.allSatisfy { vector in
                            messageTypes[vector.name].map { same($0, vector.bytes) } ?? false
                        }
                    }
                }
            }
            for await ok in group { #expect(ok) }
        }
    }
}
