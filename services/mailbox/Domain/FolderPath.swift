@_spi(_Unicode) internal import Swift

/// A folder of a mailbox, as in `/Inbox/Invoices`; `/` is the top, which every other is below of (rule D27).
///
/// 1. It begins with `/`, does not end with one but for the top, and has no empty part, no `.`, no `..` and no `*`, which
///    stands for all below (`FolderGrant`).
/// 2. It is 1 to 512 bytes of UTF-8 without control characters.
/// 3. It is in Unicode's normalization form C: two that look and compare alike are the same bytes. Case is kept and counts.
///
/// NFC is the standard library's own, by which it compares strings, though it is not among its promises: a toolchain without
/// it does not compile this file. libunistring, which libidn2 brings along, would be one more C module and a package to build
/// with; Foundation would be the only use of it in a domain, and tens of megabytes.
package struct FolderPath: Hashable, Sendable, Comparable {
    package let text: String

    /// Of UTF-8, once normalized.
    package static let bytesMax = 512
    package static let top = FolderPath(normalized: "/")

    private init(normalized: String) { text = normalized }

    package init(_ written: String) throws(FolderPathError) {
        // What is much longer is not normalized first. None shrinks to less than a third.
        guard written.utf8.count <= 3 * Self.bytesMax else { throw .tooLong }
        let text = Self.normalized(written)
        guard text.utf8.count <= Self.bytesMax else { throw .tooLong }
        guard text.utf8.first == Self.separator else { throw .notFromTheTop }
        guard !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
            throw .controlCharacter
        }
        if text != "/" {
            for part in text.utf8.dropFirst().split(separator: Self.separator, omittingEmptySubsequences: false) {
                if part.isEmpty { throw .emptyPart }
                if part.elementsEqual(".".utf8) || part.elementsEqual("..".utf8) { throw .relativePart }
                if part.elementsEqual("*".utf8) { throw .wildcard }
            }
        }
        self.text = text
    }

    /// Whether the other is somewhere below it.
    func isAbove(_ other: FolderPath) -> Bool {
        let (above, below) = (text.utf8, other.text.utf8)
        guard below.count > above.count else { return false }
        // The top ends with what separates it from what is below; no other does.
        return below.starts(with: above) && (above.count == 1 || below.dropFirst(above.count).first == Self.separator)
    }

    /// Itself and all that it is below of, the top last.
    var upwards: [FolderPath] {
        var all = [self]
        if self == .top { return all }
        for index in text.utf8.indices.dropFirst().reversed() where text.utf8[index] == Self.separator {
            all.append(FolderPath(normalized: String(text[..<index])))
        }
        return all + [.top]
    }

    /// By bytes.
    package static func < (one: FolderPath, other: FolderPath) -> Bool {
        one.text.utf8.lexicographicallyPrecedes(other.text.utf8)
    }

    package static func == (one: FolderPath, other: FolderPath) -> Bool { one.text.utf8.elementsEqual(other.text.utf8) }

    private static let separator = UInt8(ascii: "/")

    private static func normalized(_ text: String) -> String {
        // Most are ASCII, which is normalized.
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text._nfc { scalars.append(scalar) }
        return String(scalars)
    }
}

/// Why a text is no folder's path.
package enum FolderPathError: Error, Hashable, Sendable, CaseIterable {
    /// Also the empty text.
    case notFromTheTop
    /// Also a `/` at the end.
    case emptyPart
    /// `.` or `..`
    case relativePart
    /// A part that is a `*`.
    case wildcard
    case controlCharacter
    /// More than 512 bytes of UTF-8.
    case tooLong
}
