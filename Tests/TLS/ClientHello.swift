import NIOCore
import TLS

/// The first record of a client that does what our own client would not (RFC 8446 §4.1.2).
struct ClientHello {
    let version: TLSContext.Version
    let protocols: [String]

    var record: ByteBuffer {
        var extensions: [UInt8] = []
        func add(_ kind: UInt16, _ body: [UInt8]) { extensions += pair(kind) + sized(body) }
        add(10, sized(pair(0x0017)))  // supported_groups: secp256r1
        add(11, [1, 0])  // ec_point_formats: uncompressed
        add(13, sized(pair(0x0403)))  // signature_algorithms: ecdsa_secp256r1_sha256
        if version == .tls13 {
            add(43, [2] + pair(0x0304))  // supported_versions
            add(51, sized([]))  // key_share: none yet
        }
        if !protocols.isEmpty {
            add(16, sized(protocols.flatMap { [UInt8($0.utf8.count)] + Array($0.utf8) }))
        }
        let body =
            pair(0x0303) + [UInt8](repeating: 7, count: 32) + [0]
            + sized(pair(0x1301) + pair(0xC02B)) + [1, 0] + sized(extensions)
        let message = [1, 0] + pair(UInt16(body.count)) + body
        return ByteBuffer(bytes: [22] + pair(0x0301) + sized(message))
    }

    private func pair(_ value: UInt16) -> [UInt8] { [UInt8(value >> 8), UInt8(value & 0xFF)] }
    private func sized(_ bytes: [UInt8]) -> [UInt8] { pair(UInt16(bytes.count)) + bytes }
}
