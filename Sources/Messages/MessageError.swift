/// Why bytes are not the message they should be.
package struct MessageError: Error, Equatable, CustomStringConvertible {
    package enum Code: Sendable {
        /// Not protobuf, a field of another wire type, a group, or cut off.
        case malformed
        /// A text field that is not UTF-8 or holds NUL; `message` names the field.
        case invalidText
        /// Decoding would take more memory than the bytes justify.
        case tooLarge
    }

    package let code: Code
    /// For a developer, in English.
    package let message: String

    package var description: String { message }

    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }
}
