internal import CIDN2

/// A domain name in the form that DNS and mail servers use: A-labels in lower case (RFC 5890), by libidn2.
///
/// IDNA 2008, with the mapping of UTS #46 before it and without its transitional part: case and width fold, `。` is a
/// dot, and `ß`, `ς` and the joiners are letters of their own. Which letters may stand together is libidn2's word: it
/// refuses what RFC 5891 tells a lookup to refuse, which mixed scripts are not.
///
/// Invariants
/// 1. What comes out is 1 to 253 bytes in labels of 1 to 63 lower-case letters, digits and inner hyphens. libidn2 lets
///    any ASCII pass, and its flag against that drops characters in silence: `ü_b` would be another's `üb`. So the
///    outcome is judged here, and that flag is never set.
/// 2. What comes out goes in again unchanged.
/// 3. A name of ASCII that claims no A-label is not libidn2's business: it refuses names that exist, as `r3---x.example`.
package enum DomainName {
    /// The same name, as A-labels in lower case.
    package static func ascii(_ name: some StringProtocol) throws(DomainNameError) -> String {
        let converted = needsConversion(name) ? try convert(String(name)) : name.lowercased()
        guard converted.utf8.count <= 253 else { throw DomainNameError("is longer than 253 characters") }
        for label in converted.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) {
            try judge(label)
        }
        return converted
    }

    private static func needsConversion(_ name: some StringProtocol) -> Bool {
        name.utf8.contains { $0 >= 0x80 }
            || name.lowercased().split(separator: ".").contains { $0.hasPrefix("xn--") }
    }

    /// An A-label that does not come back from its own script the same is refused here too (RFC 5891 §5.4).
    private static func convert(_ name: String) throws(DomainNameError) -> String {
        // C would read the name up to there.
        guard !name.utf8.contains(0) else { throw DomainNameError("holds a character that is not allowed") }
        let flags = Int32(IDN2_NFC_INPUT.rawValue | IDN2_NONTRANSITIONAL.rawValue)
        var found: UnsafeMutablePointer<UInt8>?
        // Null after a failure; free takes that too.
        defer { unsafe idn2_free(found) }
        let code = unsafe idn2_lookup_u8(name, &found, flags)
        guard code == IDN2_OK.rawValue, let ascii = unsafe found else {
            throw DomainNameError("is not one of IDNA 2008: \(unsafe String(cString: idn2_strerror(code)))")
        }
        return unsafe String(cString: ascii)
    }

    private static func judge(_ label: Substring.UTF8View) throws(DomainNameError) {
        guard !label.isEmpty else { throw DomainNameError("has an empty label") }
        guard label.count <= 63 else { throw DomainNameError("has a label longer than 63 characters") }
        let hyphen = UInt8(ascii: "-")
        guard label.first != hyphen, label.last != hyphen else { throw DomainNameError("has a hyphen at an end of a label") }
        guard label.allSatisfy({ isLetterOrDigit($0) || $0 == hyphen }) else {
            throw DomainNameError("holds a character that is not allowed")
        }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: false
        }
    }
}

/// Why a name is none. Reads on after what the name is of: "the domain has an empty label".
package struct DomainNameError: Error, Equatable, CustomStringConvertible {
    package let description: String

    init(_ description: String) { self.description = description }
}
