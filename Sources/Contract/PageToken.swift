package import Messages
package import RPC

/// Where a list goes on: opaque text, bound to the method and to every other field of its query.
///
/// Format, in unpadded base64url: one byte of version (1), eight bytes of FNV-1a over the method and
/// the query, the key of the last row. The check catches a token that is used with another query; it is no
/// seal: a token gives no right, each page is authorized on its own.
package enum PageToken {
    private static let version: UInt8 = 1

    /// The token for the page behind `key`. `query` is the encoded request without page size and token.
    package static func make(method: MethodDescriptor, query: some Message, key: String) -> String {
        var bytes = [version]
        withBigEndianBytes(of: fingerprint(method, query)) { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: key.utf8)
        return Base64URL.text(bytes)
    }

    /// The key in a token; nil for the first page. Throws STALE_PAGE_TOKEN for a token of another query.
    package static func key(
        _ token: String, method: MethodDescriptor, query: some Message
    ) throws(Status) -> String? {
        if token.isEmpty { return nil }
        guard token.utf8.count <= 500, let bytes = Base64URL.bytes(token), bytes.count >= 9, bytes[0] == version
        else { throw stale }
        var matches = true
        withBigEndianBytes(of: fingerprint(method, query)) { expected in
            matches = expected.elementsEqual(bytes[1..<9])
        }
        guard matches, let key = String(validating: bytes[9...], as: UTF8.self) else { throw stale }
        return key
    }

    private static let stale = Status(
        .invalidArgument, .stalePageToken,
        "the page token belongs to another query; start again without one", metadata: ["field": "page_token"])

    private static func fingerprint(_ method: MethodDescriptor, _ query: some Message) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in method.path.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        for byte in query.encoded() { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return hash
    }

    private static func withBigEndianBytes(of value: UInt64, _ body: ([UInt8]) -> Void) {
        body((0..<8).map { UInt8(truncatingIfNeeded: value >> (56 - 8 * UInt64($0))) })
    }
}
