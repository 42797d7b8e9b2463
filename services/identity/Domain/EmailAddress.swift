/// An address: stored as given, compared without case (B5).
///
/// Stricter than RFC 5321: an unquoted local part of RFC 5322 atoms, and a domain of at least two labels of letters,
/// digits and inner hyphens (A-labels for other scripts). At most 64 bytes before the @ and 254 in all.
package struct EmailAddress: Sendable, Equatable {
    package let text: String
    /// What is unique in the installation: the address in lower case.
    package let key: String

    package init(_ text: String, field: String = "address") throws(Refusal) {
        if text.isEmpty { throw .missing(field) }
        if text.utf8.count > 254 { throw .tooLong(field, "254 characters") }
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            throw .invalid(field, "only ASCII without spaces; write the domain in its A-label form")
        }
        let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count == 2, Self.isLocalPart(parts[0]), Self.isDomain(parts[1]) else {
            throw .invalid(field, "not an address of the form name@example.org")
        }
        self.text = text
        key = Self.key(text)
    }

    /// How an address that came in a question is looked up; text that is no address finds nothing.
    package static func key(_ text: String) -> String {
        // Of ASCII alone: the lower case of the Kelvin sign is a k, and would find another's address.
        text.utf8.allSatisfy { $0 < 0x80 } ? text.lowercased() : text
    }

    private static func isLocalPart(_ part: Substring.UTF8View) -> Bool {
        part.count <= 64
            && part.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { atom in
                !atom.isEmpty && atom.allSatisfy(isAtomText)
            }
    }

    private static func isDomain(_ part: Substring.UTF8View) -> Bool {
        let labels = part.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard labels.count >= 2, let last = labels.last, !last.allSatisfy(isDigit) else { return false }
        return labels.allSatisfy { label in
            (1...63).contains(label.count) && label.first != hyphen && label.last != hyphen
                && label.allSatisfy { isLetter($0) || isDigit($0) || $0 == hyphen }
        }
    }

    private static let hyphen = UInt8(ascii: "-")
    private static let otherAtomText = Set("!#$%&'*+-/=?^_`{|}~".utf8)

    private static func isAtomText(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || otherAtomText.contains(byte)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
    }
}
