import Messages
import Testing

@Suite struct VectorTests {
    @Test("every message of the contract has a vector")
    func complete() {
        #expect(Set(Vector.all.map(\.name)) == Set(messageTypes.keys))
        #expect(!messageTypes.isEmpty)
        for (name, type) in messageTypes { #expect(type.name == name) }
    }

    @Test("decoding and encoding again gives the same bytes", arguments: Vector.all)
    func roundTrip(_ vector: Vector) throws {
        func check<M: Message>(_ type: M.Type) throws {
            let message = try M(decoding: vector.bytes)
            #expect(message.encoded() == vector.bytes)
            #expect(try M(decoding: vector.bytes[...]) == message)
            // The vectors set every field, so only a message without any equals its default.
            #expect((message == M()) == vector.bytes.isEmpty)
        }
        let type = try #require(messageTypes[vector.name])
        try check(type)
    }

    @Test("a default message is no bytes, and no bytes are a default message")
    func empty() throws {
        func check<M: Message>(_ type: M.Type) throws {
            #expect(M().encoded() == [])
            #expect(try M(decoding: []) == M())
        }
        for type in messageTypes.values { try check(type) }
    }

    @Test("a cut-off message is refused or is a shorter one, and never anything else")
    func truncated() {
        func check<M: Message>(_ type: M.Type, _ bytes: [UInt8]) {
            for count in bytes.indices {
                do throws(MessageError) {
                    let shorter = try M(decoding: bytes[..<count])
                    // Cut between two fields.
                    #expect(shorter.encoded() == Array(bytes[..<count]))
                } catch {
                    #expect(error.code == .malformed)
                }
            }
        }
        for vector in Vector.all {
            if let type = messageTypes[vector.name] { check(type, vector.bytes) }
        }
    }
}
