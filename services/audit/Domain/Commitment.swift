import Crypto

/// What stands in a leaf of a value that must not: HMAC-SHA-256 with a salt as key, over path, a zero byte and value.
///
/// It binds: no other value, and not the same one as another field's, fits it. It hides: without the salt nobody finds the
/// value by trying, however few there can be. So a leaf can stay when value and salt are erased.
package struct Commitment: Sendable, Equatable {
    package static let byteCount = 32
    package static let saltBytes = 32

    package let bytes: [UInt8]

    /// As a leaf says it.
    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    package init(path: String, value: String, salt: [UInt8]) {
        bytes = Self.mac(salt, Array(path.utf8) + [0] + Array(value.utf8))
    }

    /// HMAC-SHA-256 (RFC 2104).
    package static func mac(_ key: [UInt8], _ bytes: [UInt8]) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: bytes, using: SymmetricKey(data: key)))
    }
}
