import Messages

@testable import struct Messages.Arena

/// Every message's decoder.
extension Fuzzed {
    /// First two bytes: the type, as `MessageChoice` says; the rest is its encoding.
    ///
    /// 1. The arena is back at its mark, whatever came.
    /// 2. What was decoded encodes to bytes that decode to the same again. (Compared as bytes: NaN is not equal to itself.)
    /// 3. No text holds NUL.
    /// 4. A field of a number that nobody uses changes nothing.
    static func messages(_ bytes: [UInt8]) throws(BrokenPromise) {
        guard bytes.count >= 2 else { return }
        let type = MessageChoice.type(bytes[0], bytes[1])
        let before = Arena.ofThisThread.position
        try decode(type, Array(bytes.dropFirst(2)))
        try promise(Arena.ofThisThread.position == before, "\(type.name) left something in the arena")
    }

    private static func decode<M: Message>(_ type: M.Type, _ bytes: [UInt8]) throws(BrokenPromise) {
        let message: M
        do throws(MessageError) {
            message = try M(decoding: bytes)
        } catch {
            return try promise(!error.message.isEmpty, "\(M.name) is refused without a word")
        }
        let encoded = message.encoded()
        try promise((try? M(decoding: encoded))?.encoded() == encoded, "\(M.name) is not the same again")
        try promise(!hasNUL(message), "\(M.name) holds NUL")
        let unknown: [UInt8] = [0xF8, 0xFF, 0xFF, 0xFF, 0x0F, 0x01]  // field 2^29 - 1, a varint
        var same: M?
        do throws(MessageError) {
            same = try M(decoding: bytes + unknown)
        } catch {
            // One field more can be one too many for the arena.
            try promise(error.code == .tooLarge, "an unknown field broke \(M.name): \(error)")
        }
        if let same { try promise(same.encoded() == encoded, "an unknown field changed \(M.name)") }
    }

    private static func hasNUL(_ value: Any) -> Bool {
        if let text = value as? String { return text.utf8.contains(0) }
        if value is [UInt8] { return false }
        return Mirror(reflecting: value).children.contains { hasNUL($0.value) }
    }
}

/// A message type by two bytes that stay its own when others come: a hash of its name.
enum MessageChoice {
    private static let ring: [(key: UInt16, type: any Message.Type)] =
        messageTypes
        .map { (hash($0.key), $0.value) }
        .sorted { ($0.0, $0.1.name) < ($1.0, $1.1.name) }

    /// The first type at or behind these bytes on the ring, so that any bytes choose one.
    static func type(_ first: UInt8, _ second: UInt8) -> any Message.Type {
        let key = UInt16(first) << 8 | UInt16(second)
        return ring.first { $0.key >= key }?.type ?? ring[0].type
    }

    static func prefix(_ name: String) -> [UInt8] {
        let key = hash(name)
        return [UInt8(key >> 8), UInt8(key & 0xFF)]
    }

    private static func hash(_ name: String) -> UInt16 {
        name.utf8.reduce(0) { ($0 &* 251) &+ UInt16($1) }
    }
}
