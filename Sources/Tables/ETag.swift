package import SQL

/// Tells one state of a row from any other (AIP-154): whoever sends it back changes just what they have seen.
///
/// A hash over all that is stored in the row, and not its revision: after a restore the same revision can stand for other
/// content, and an etag from before must not meet it. 64 bits, which find what changed by accident; they need not stand
/// against somebody who makes two rows alike on purpose, for to do so takes the right to change both. Every value counts
/// with its kind and its length, so that no two rows read as one.
///
/// Each word of eight bytes is mixed in by the finalizer of SplitMix64 (Steele, Lea and Flood, "Fast Splittable
/// Pseudorandom Number Generators", OOPSLA 2014, figure 10). It is a bijection: rows that differ in one word only, as in a
/// number, are never alike. Not FNV, a step a byte, nor SHA-256: an etag stands in each row of a list.
package struct ETag: Sendable {
    private var hash: UInt64 = 0x9e37_79b9_7f4a_7c15

    package init() {}

    package mutating func add(_ value: Value) {
        switch value {
        case .null:
            mix(0)
        case .integer(let number):
            mix(1)
            mix(UInt64(bitPattern: number))
        case .text(let text):
            mix(2 | UInt64(text.utf8.count) << 8)
            mix(text.utf8Span.span)
        case .blob(let bytes):
            mix(3 | UInt64(bytes.count) << 8)
            mix(bytes.span)
        }
    }

    /// 13 characters of the ids' base32, which are kept without allocating. Not base64url: on a command line a text that
    /// begins with a dash reads as an option.
    package var text: String {
        var characters = InlineArray<13, UInt8>(repeating: 0)
        for index in 0..<12 { characters[index] = Self.alphabet[Int(hash >> UInt64(59 - 5 * index) & 31)] }
        characters[12] = Self.alphabet[Int(hash << 1 & 31)]
        do { return String(copying: try UTF8Span(validating: characters.span)) } catch {
            preconditionFailure("base32 is ASCII: \(error)")
        }
    }

    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    /// Big-endian words; the last holds what is left, if only nothing.
    private mutating func mix(_ bytes: Span<UInt8>) {
        var word: UInt64 = 0
        for index in bytes.indices {
            word = word << 8 | UInt64(bytes[index])
            if index & 7 == 7 {
                mix(word)
                word = 0
            }
        }
        mix(word)
    }

    private mutating func mix(_ word: UInt64) {
        var mixed = hash ^ word
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        hash = mixed ^ (mixed >> 31)
    }
}
