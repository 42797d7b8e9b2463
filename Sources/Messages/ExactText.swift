/// Text as the stores and the wire compare it: byte by byte.
///
/// Swift's `==` and hash of `String` hold canonically equivalent texts equal: the Kelvin sign (U+212A) is a K, a composed é
/// a decomposed one. To a database they are two names. So whatever stands for a stored name is compared and looked up as
/// this, and never as a `String`.
package struct ExactText: Hashable, Sendable {
    package let text: String

    package init(_ text: String) { self.text = text }

    package static func == (left: ExactText, right: ExactText) -> Bool {
        left.text.utf8.elementsEqual(right.text.utf8)
    }

    package func hash(into hasher: inout Hasher) {
        for byte in text.utf8 { hasher.combine(byte) }
        // No byte of UTF-8: where the text ends.
        hasher.combine(UInt8.max)
    }
}
