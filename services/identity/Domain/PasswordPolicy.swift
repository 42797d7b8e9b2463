/// Which passwords can be set: by length alone, as NIST SP 800-63B asks; no rules on characters.
package enum PasswordPolicy {
    /// Bytes of UTF-8. The upper bound keeps the hash's input small.
    package static let bytes = 8...1024

    package static func check(_ password: String, field: String) throws(Refusal) {
        let count = password.utf8.count
        if count < bytes.lowerBound { throw .invalid(field, "at least \(bytes.lowerBound) bytes") }
        if count > bytes.upperBound { throw .tooLong(field, "\(bytes.upperBound) bytes") }
    }
}
