internal import IDNA

/// An address as it is compared: its domain as A-labels, all of it in lower case (B5). What identity keeps unique.
///
/// 1. Whatever form an address was written in, it has one key: identity's, for what identity has taken.
/// 2. A key is ASCII. So lower case is that of 26 letters, and no letter of another script folds into one of them.
/// 3. A question in ASCII is read in one pass and copied only if it has upper case; libidn2 sees what is not ASCII.
///
/// What is no address has a key all the same, as long as it is ASCII: nobody's, since identity takes no such address.
package struct AddressKey: Hashable, Sendable {
    package let text: String

    /// Bytes of the longest address there is (RFC 5321 §4.5.3.1.3, without the angle brackets).
    private static let bytesMax = 254

    /// Nil for text that can be nobody's address.
    package init?(_ text: String) {
        guard !text.isEmpty, text.utf8.count <= Self.bytesMax else { return nil }
        var (bits, upper) = (UInt8(0), false)
        for byte in text.utf8 {
            bits |= byte
            upper = upper || (byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z"))
        }
        if bits < 0x80 {
            self.text = upper ? text.lowercased() : text
        } else {
            guard let converted = Self.converted(text) else { return nil }
            self.text = converted
        }
    }

    /// No address: what stands in a table where nothing does.
    private init() { text = "" }
    static let none = AddressKey()

    private static func converted(_ text: String) -> String? {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.allSatisfy({ $0 < 0x80 }), let domain = try? DomainName.ascii(parts[1])
        else { return nil }
        return "\(parts[0].lowercased())@\(domain)"
    }
}
