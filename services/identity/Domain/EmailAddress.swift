internal import IDNA

/// An address: stored as given, compared by its ASCII form without case (B5).
///
/// Stricter than RFC 5321: an unquoted local part of RFC 5322 atoms, and a domain of at least two labels, in its own
/// script or as A-labels. At most 64 bytes before the @ and 254 in all, in either form.
///
/// The domain is converted here and not by whoever takes an address in: a key that is no A-label would miss the account
/// and let a second one take its name, so there is no way to make one. IDNA is a function over text, as a rule is.
package struct EmailAddress: Sendable, Equatable {
    package let text: String
    /// What a mail server is given: the domain as A-labels in lower case.
    package let ascii: String
    /// What is unique in the installation: `ascii` in lower case.
    package var key: String { Self.key(ascii) }

    /// What stands behind the @, as A-labels in lower case.
    package var domain: String { Self.domain(ofKey: ascii) }

    package init(_ text: String, field: String = "address") throws(Refusal) {
        if text.isEmpty { throw .missing(field) }
        if text.utf8.count > 254 { throw .tooLong(field, "254 characters") }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2 else { throw .notAnAddress(field) }
        // SMTPUTF8 (RFC 6531) is not spoken everywhere on the way, and two local parts that look alike are two people.
        guard parts[0].utf8.allSatisfy({ $0 < 0x80 }) else {
            throw Refusal(
                .localPartNotASCII, "\(field): only ASCII may stand before the @; a domain may be in its own script",
                details: ["field": field])
        }
        guard Self.isLocalPart(parts[0].utf8) else { throw .notAnAddress(field) }
        let domain: String
        do { domain = try DomainName.ascii(parts[1]) } catch { throw .invalid(field, "the domain \(error)") }
        guard Self.isMailDomain(domain) else { throw .notAnAddress(field) }
        self.text = text
        ascii = "\(parts[0])@\(domain)"
        if ascii.utf8.count > 254 { throw .tooLong(field, "254 characters with its domain as A-labels") }
    }

    /// How an address that came in a question is looked up, whichever form it has; text that is no address finds nothing.
    package static func key(_ text: String) -> String {
        // Of ASCII alone: the lower case of the Kelvin sign is a k, and would find another's address.
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
        guard let address = try? EmailAddress(text) else { return text }
        return address.ascii.lowercased()
    }

    /// The domain in a key of an address.
    package static func domain(ofKey key: String) -> String {
        String(key[key.index(after: key.lastIndex(of: "@") ?? key.startIndex)...])
    }

    private static func isLocalPart(_ part: Substring.UTF8View) -> Bool {
        part.count <= 64
            && part.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { atom in
                !atom.isEmpty && atom.allSatisfy(isAtomText)
            }
    }

    /// Mail is not sent to a number, nor to a name without a dot.
    static func isMailDomain(_ domain: String) -> Bool {
        let labels = domain.utf8.split(separator: UInt8(ascii: "."))
        return labels.count >= 2 && labels.last?.allSatisfy(isDigit) == false
    }

    private static let otherAtomText = Set("!#$%&'*+-/=?^_`{|}~".utf8)

    private static func isAtomText(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || otherAtomText.contains(byte)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
    }
}

extension Refusal {
    fileprivate static func notAnAddress(_ field: String) -> Refusal {
        .invalid(field, "not an address of the form name@example.org")
    }
}
