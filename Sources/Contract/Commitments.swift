package import Messages

/// Makes the commitments by which a leaf holds a personal value without telling it: HMAC-SHA-256 with a salt of the value's
/// own as key, over path, a zero byte and value. The path is in it so that a value cannot be shown as another field's.
///
/// This module stays free of cryptography and of randomness: both come from outside.
package struct Commitments: Sendable {
    private static let saltBytes = 32

    private let mac: @Sendable (_ key: [UInt8], _ bytes: [UInt8]) -> [UInt8]
    private let random: @Sendable (Int) -> [UInt8]

    /// `mac`: HMAC-SHA-256. `random` gives that many random bytes.
    package init(
        random: @escaping @Sendable (Int) -> [UInt8], mac: @escaping @Sendable (_ key: [UInt8], _ bytes: [UInt8]) -> [UInt8]
    ) {
        self.mac = mac
        self.random = random
    }

    /// What stands in the leaf, and what stands beside it.
    package func commit(_ value: OpenValue) -> (inside: EventCommitment, beside: PersonalValue) {
        let salt = random(Self.saltBytes)
        return (
            EventCommitment(
                path: value.path, commitment: mac(salt, Self.committed(value.path, value.text)), subjectId: value.subject),
            PersonalValue(path: value.path, value: value.text, salt: salt)
        )
    }

    /// What is hashed.
    package static func committed(_ path: String, _ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(path.utf8.count + 1 + text.utf8.count)
        bytes += path.utf8
        bytes.append(0)
        bytes += text.utf8
        return bytes
    }
}
