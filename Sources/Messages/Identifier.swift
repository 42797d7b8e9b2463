/// Ids as they stand in messages: a prefix, `_`, and a UUIDv7 (RFC 9562, 5.7) in 26 characters of
/// Crockford's base32, lower case: `acc_01jd3m5e8wf6q9v2k7x4r1t0zb`.
///
/// The first character is 0 to 7, since 26 × 5 bits are two more than 128. Text that is not exactly
/// what `text` would write is no id: an id has one spelling, so that two spellings never name one thing.
package enum Identifier {
    package static let digits = 26
    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
    /// Value of each ASCII character, 255 where it is no digit.
    private static let values: [UInt8] = {
        var table = [UInt8](repeating: 255, count: 256)
        for (value, character) in alphabet.enumerated() { table[Int(character)] = UInt8(value) }
        return table
    }()

    /// A new id. `micros` is the time in microseconds since 1970; `random` gives the 74 random bits.
    package static func make(
        _ prefix: String, at micros: Int64, random: inout some RandomNumberGenerator
    ) -> String {
        text(bits(at: micros, random: &random), prefix: prefix)
    }

    /// A new id with the system's randomness.
    package static func make(_ prefix: String, at micros: Int64) -> String {
        var random = SystemRandomNumberGenerator()
        return make(prefix, at: micros, random: &random)
    }

    /// The 128 bits of a UUIDv7: 48 of milliseconds, version, 12 random, variant, 62 random.
    package static func bits(at micros: Int64, random: inout some RandomNumberGenerator) -> UInt128 {
        let milliseconds = UInt64(max(0, micros) / 1000) & 0xFFFF_FFFF_FFFF
        let high = milliseconds << 16 | 0x7000 | (random.next() & 0x0FFF)
        let low = 0x8000_0000_0000_0000 | (random.next() & 0x3FFF_FFFF_FFFF_FFFF)
        return UInt128(high) << 64 | UInt128(low)
    }

    package static func text(_ bits: UInt128, prefix: String) -> String {
        let prefixLength = prefix.utf8.count
        let alphabet = alphabet
        return unsafe String(unsafeUninitializedCapacity: prefixLength + 1 + digits) { room in
            var index = 0
            for byte in prefix.utf8 {
                unsafe room[index] = byte
                index += 1
            }
            unsafe room[index] = UInt8(ascii: "_")
            // Two halves of 13 digits, as they are read: 64-bit arithmetic but for the digit between them.
            let (high, low) = (UInt64(truncatingIfNeeded: bits >> 65), UInt64(truncatingIfNeeded: bits))
            for digit in 0..<13 {
                let shift = UInt64(60 - 5 * digit)
                unsafe room[index + 1 + digit] = alphabet[Int(truncatingIfNeeded: high >> shift & 31)]
                unsafe room[index + 14 + digit] = alphabet[Int(truncatingIfNeeded: low >> shift & 31)]
            }
            unsafe room[index + 14] = alphabet[Int(truncatingIfNeeded: bits >> 60 & 31)]
            return prefixLength + 1 + digits
        }
    }

    /// The bits of an id of this kind; nil for any other text.
    package static func bits(_ text: String, prefix: String) -> UInt128? {
        let utf8 = text.utf8Span.span
        var index = 0
        for byte in prefix.utf8 {
            guard index < utf8.count, utf8[index] == byte else { return nil }
            index += 1
        }
        return bits(utf8, behind: index)
    }

    /// The same, quicker, for a prefix that is written out.
    package static func bits(_ text: String, of prefix: StaticString) -> UInt128? {
        let utf8 = text.utf8Span.span
        var index = 0
        guard utf8.take(prefix, &index) else { return nil }
        return bits(utf8, behind: index)
    }

    private static func bits(_ utf8: Span<UInt8>, behind index: Int) -> UInt128? {
        guard utf8.count == index + 1 + digits, utf8[index] == UInt8(ascii: "_") else { return nil }
        // Two halves of 13 digits, 65 bits each: 64-bit arithmetic but for the top digit.
        guard let high = half(utf8, from: index + 1), let low = half(utf8, from: index + 14),
            high.carry == 0, high.value >> 63 == 0
        else { return nil }
        return UInt128(high.value) << 65 | UInt128(low.carry) << 64 | UInt128(low.value)
    }

    /// Thirteen digits: 65 bits, as the top bit and the other 64.
    private static func half(_ utf8: Span<UInt8>, from start: Int) -> (carry: UInt64, value: UInt64)? {
        // A static is looked up behind a lock's check each time it is named: once, not thirteen times.
        let values = values
        let first = values[Int(utf8[start])]
        var seen = first
        var value = UInt64(first & 15)
        for offset in 1..<13 {
            // `bits` has asked how many there are.
            let digit = values[Int(unsafe utf8[unchecked: start &+ offset])]
            seen |= digit
            value = value << 5 | UInt64(digit & 31)
        }
        // One question for all of them: what is no digit has bits above the lowest five.
        guard seen < 32 else { return nil }
        return (UInt64(first >> 4), value)
    }
}
