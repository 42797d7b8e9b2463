internal import Crypto
internal import Messages

/// Tokens of sessions and invitations: 32 random bytes as base64url, shown once, kept as the SHA-256 of their text.
enum SecretToken {
    static let bytes = 32

    static func make(_ random: (Int) -> [UInt8]) -> String { Base64URL.text(random(bytes)) }

    /// Plain SHA-256: a token has 256 random bits, so there is nothing to guess and nothing to slow down.
    static func hash(_ token: String) -> [UInt8] { Array(SHA256.hash(data: Array(token.utf8))) }
}
