import Crypto

/// A hash of the tree: SHA-256, 32 bytes (RFC 6962, section 2.1).
///
/// Leaves and nodes are hashed with different first bytes, so that no leaf can pass for a node.
package struct TreeHash: Sendable, Hashable {
    package static let byteCount = 32

    package let bytes: [UInt8]

    /// Nil unless there are 32 bytes.
    package init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == Self.byteCount else { return nil }
        self.bytes = Array(bytes)
    }

    private init(digest: SHA256Digest) {
        bytes = Array(digest)
    }

    /// The root of a tree without leaves: SHA-256 of nothing.
    package static let empty = TreeHash(digest: SHA256.hash(data: [UInt8]()))

    /// SHA-256(0x00 ‖ bytes).
    package static func leaf(_ bytes: some Sequence<UInt8>) -> TreeHash {
        var prefixed: [UInt8] = [0x00]
        prefixed.append(contentsOf: bytes)
        return TreeHash(digest: SHA256.hash(data: prefixed))
    }

    /// SHA-256(0x01 ‖ left ‖ right).
    package static func node(_ left: TreeHash, _ right: TreeHash) -> TreeHash {
        var prefixed: [UInt8] = []
        prefixed.reserveCapacity(1 + 2 * byteCount)
        prefixed.append(0x01)
        prefixed.append(contentsOf: left.bytes)
        prefixed.append(contentsOf: right.bytes)
        return TreeHash(digest: SHA256.hash(data: prefixed))
    }
}

extension TreeHash: CustomStringConvertible {
    /// Hexadecimal, as tools for such logs print it.
    package var description: String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(2 * bytes.count)
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
