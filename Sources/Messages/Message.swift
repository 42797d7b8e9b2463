/// A message of the contract: a value that knows its protobuf encoding.
///
/// Decoding ignores unknown fields and keeps unknown enum numbers. Encoding is
/// deterministic: fields by number, and it cannot fail.
package protocol Message: Sendable, Equatable {
    /// The full name, as in `mandate.mailbox.v1.CheckRequest`.
    static var name: String { get }

    /// Every field at its default.
    init()

    /// - Throws: `MessageError`; nothing is kept of `bytes` either way.
    init(decoding bytes: UnsafeRawBufferPointer) throws(MessageError)
    init(decoding bytes: [UInt8]) throws(MessageError)

    /// Lets `body` pack the encoding where it belongs, as into a network buffer:
    /// the message is prepared once, then its exact size is known.
    ///
    /// - Returns: the encoding's size in bytes.
    @discardableResult
    func encode(_ body: (borrowing Encoding) -> Void) -> Int

    /// Holds every field to the rules that the contract states for it (buf.validate), and adds what breaks one.
    func check(_ violations: inout Violations)
}

extension Message {
    /// Of a message without rules.
    package func check(_ violations: inout Violations) {}

    package init(decoding bytes: ArraySlice<UInt8>) throws(MessageError) {
        self = try unsafe bytes.span.withUnsafeBytes { (bytes) throws(MessageError) -> Self in
            try unsafe Self(decoding: bytes)
        }
    }

    package func encoded() -> [UInt8] {
        var bytes: [UInt8] = []
        encode { encoding in bytes = encoding.bytes() }
        return bytes
    }
}
