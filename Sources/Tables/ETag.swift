internal import Messages
package import SQL

/// Tells one state of a row from any other (AIP-154): whoever sends it back changes just what they have seen.
///
/// A hash over all that is stored in the row, and not its revision: after a restore the same revision can stand for other
/// content, and an etag from before must not meet it. 64 bits of FNV-1a, which find what changed by accident; they need
/// not stand against somebody who makes two rows alike on purpose, for to do so takes the right to change both. Every
/// value counts with its kind and its length, so that no two rows read as one.
package struct ETag: Sendable {
    private var hash: UInt64 = 0xcbf2_9ce4_8422_2325

    package init() {}

    package mutating func add(_ value: Value) {
        switch value {
        case .null:
            add(UInt8(0))
        case .integer(let number):
            add(UInt8(1))
            add(UInt64(bitPattern: number))
        case .text(let text):
            add(UInt8(2))
            add(UInt64(text.utf8.count))
            let bytes = text.utf8Span.span
            for index in bytes.indices { add(bytes[index]) }
        case .blob(let bytes):
            add(UInt8(3))
            add(UInt64(bytes.count))
            for byte in bytes { add(byte) }
        }
    }

    /// 11 characters of base64url, which Swift keeps without allocating.
    package var text: String {
        Base64URL.text((0..<8).map { UInt8(truncatingIfNeeded: hash >> (56 - 8 * $0)) })
    }

    private mutating func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }

    private mutating func add(_ number: UInt64) {
        for shift in stride(from: 0, to: 64, by: 8) { add(UInt8(truncatingIfNeeded: number >> shift)) }
    }
}
