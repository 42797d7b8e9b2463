/// Forms of what a person says of themselves (B8). Nothing is looked up: which languages and zones there are changes.
package enum Profile {
    /// An https URL of a host, in ASCII without spaces. Empty is none.
    package static func checkPicture(_ url: String, field: String) throws(Refusal) {
        if url.isEmpty { return }
        let scheme = "https://"
        let printable = url.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f && !"\"<>\\^`{|}".utf8.contains($0) }
        guard printable, url.hasPrefix(scheme), let first = url.dropFirst(scheme.count).first,
            first.isLetter || first.isNumber || first == "["
        else { throw .invalid(field, "it is no https URL") }
    }

    /// `Area/Place`, or one word as in `UTC`: parts of letters, digits, `_`, `+` and `-`, the first of which is a letter.
    package static func checkTimeZone(_ name: String, field: String) throws(Refusal) {
        if name.isEmpty { return }
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        let isWhole = parts.allSatisfy { part in
            part.utf8.first.map { isLetter($0) } ?? false
                && part.utf8.allSatisfy { isLetter($0) || isDigit($0) || "_+-".utf8.contains($0) }
        }
        guard isWhole, parts.count <= 3 else { throw .invalid(field, "it is no name of a time zone, as Europe/Vienna is") }
    }

    static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte) }
    static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

extension Policies {
    /// D14: whether anybody chooses whom recipients see.
    package func mayChooseSender(field: String) throws(Refusal) {
        guard self[.noDisplayedSender] == .on else { return }
        throw Refusal(
            .unsupported, "\(field): under policy no_displayed_sender nobody chooses whom recipients see",
            details: ["field": field, "value": "a choice", "supported": "inherit", "policy": "no_displayed_sender"])
    }
}

/// A language tag of BCP 47 (RFC 5646), well-formed: its form is checked, not its subtags.
package struct LanguageTag: Sendable, Equatable {
    /// In its usual case (RFC 5646, 2.1.1): `de-AT`, `zh-Hant-TW`.
    package let text: String

    package init(_ given: String, field: String) throws(Refusal) {
        let parts = given.split(separator: "-", omittingEmptySubsequences: false).map { $0.lowercased() }
        var reader = SubtagReader(parts: parts)
        guard given.utf8.count <= 63, reader.isWellFormed() else {
            throw .invalid(field, "it is no language tag, as de-AT is")
        }
        text = Self.usualCase(parts).joined(separator: "-")
    }

    /// Two letters are a region and four a script, but not at the beginning and not behind a singleton.
    private static func usualCase(_ parts: [String]) -> [String] {
        var isExtension = false
        return parts.enumerated().map { place, part in
            defer { isExtension = isExtension || part.utf8.count == 1 }
            if place == 0 || isExtension || !part.utf8.allSatisfy(Profile.isLetter) { return part }
            return switch part.utf8.count {
            case 2: part.uppercased()
            case 4: part.prefix(1).uppercased() + part.dropFirst()
            default: part
            }
        }
    }
}

/// Reads subtags from left to right as the grammar of RFC 5646 has them, without what it only keeps for old tags.
private struct SubtagReader {
    let parts: [String]
    private var place = 0

    init(parts: [String]) { self.parts = parts }

    mutating func isWellFormed() -> Bool {
        guard take(letters: 2...8) else { return false }
        if parts[0].utf8.count <= 3 { _ = take(letters: 3...3) && take(letters: 3...3) && take(letters: 3...3) }
        _ = take(letters: 4...4)
        if !take(letters: 2...2) { _ = take(digits: 3) }
        while takeVariant() {}
        var singletons: Set<String> = []
        while let singleton = next, singleton.utf8.count == 1, singleton != "x", isAlphanumeric(singleton) {
            place += 1
            guard singletons.insert(singleton).inserted, takeSome(of: 2...8) else { return false }
        }
        if next == "x" {
            place += 1
            guard takeSome(of: 1...8) else { return false }
        }
        return next == nil
    }

    private var next: String? { place < parts.count ? parts[place] : nil }

    private mutating func take(where fits: (String) -> Bool) -> Bool {
        guard let next, fits(next) else { return false }
        place += 1
        return true
    }

    private mutating func take(letters count: ClosedRange<Int>) -> Bool {
        take { count.contains($0.utf8.count) && $0.utf8.allSatisfy(Profile.isLetter) }
    }

    private mutating func take(digits count: Int) -> Bool {
        take { $0.utf8.count == count && $0.utf8.allSatisfy(Profile.isDigit) }
    }

    private mutating func takeVariant() -> Bool {
        take {
            isAlphanumeric($0)
                && ((5...8).contains($0.utf8.count) || $0.utf8.count == 4 && Profile.isDigit($0.utf8.first ?? 0))
        }
    }

    private mutating func takeSome(of count: ClosedRange<Int>) -> Bool {
        let before = place
        while take(where: { count.contains($0.utf8.count) && isAlphanumeric($0) }) {}
        return place > before
    }
}

private func isAlphanumeric(_ part: String) -> Bool {
    part.utf8.allSatisfy { Profile.isLetter($0) || Profile.isDigit($0) }
}
