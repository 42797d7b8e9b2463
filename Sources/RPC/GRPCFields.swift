internal import HTTP2
internal import Messages

/// The header fields of answers.
enum GRPCFields {
    private static let start = [
        (":status", "200"), ("content-type", "application/grpc"), ("grpc-accept-encoding", "identity,gzip"),
    ]

    /// Of nearly every answer.
    static let head = HTTP2Fields(start, isKept: true)
    static let ok = HTTP2Fields([("grpc-status", "0")], isKept: true)

    static func head(_ metadata: [MetadataEntry], compressed: Bool) -> HTTP2Fields {
        guard compressed || !metadata.isEmpty else { return head }
        return HTTP2Fields(start + (compressed ? [("grpc-encoding", "gzip")] : []) + fields(metadata))
    }

    static func trailers(_ status: Status?, _ metadata: [MetadataEntry]) -> HTTP2Fields {
        guard status != nil || !metadata.isEmpty else { return ok }
        return HTTP2Fields(end(status) + fields(metadata))
    }

    /// An answer without a message is one block of headers.
    static func trailersOnly(_ status: Status?, _ metadata: [MetadataEntry]) -> HTTP2Fields {
        HTTP2Fields(start + end(status) + fields(metadata))
    }

    /// An answer that is not gRPC's.
    static func plain(_ page: PlainPage) -> HTTP2Fields {
        HTTP2Fields([
            (":status", "\(page.status)"), ("content-type", "text/plain; charset=utf-8"),
            ("content-length", "\(page.text.utf8.count)"),
        ])
    }

    /// With the details as `google.rpc.Status`, base64 without padding (gRPC over HTTP/2, "Responses").
    private static func end(_ status: Status?) -> [(String, String)] {
        guard let status else { return [("grpc-status", "0")] }
        let wire = status.wire
        var fields = [("grpc-status", "\(wire.code)"), ("grpc-message", percentEncoded(wire.message))]
        if !wire.details.isEmpty { fields.append(("grpc-status-details-bin", Base64.text(wire.encoded()))) }
        return fields
    }

    /// What a header cannot hold is left out: it would break the whole answer.
    private static func fields(_ metadata: [MetadataEntry]) -> [(String, String)] {
        metadata.filter { $0.value.utf8.allSatisfy { (0x20...0x7E).contains($0) } }.map { ($0.key, $0.value) }
    }

    /// Everything but printable ASCII, and the percent sign (gRPC over HTTP/2, "Status-Message").
    static func percentEncoded(_ text: String) -> String {
        guard !text.utf8.allSatisfy({ isPlain($0) }) else { return text }
        let digits = Array("0123456789ABCDEF".utf8)
        var out: [UInt8] = []
        for byte in text.utf8 {
            if isPlain(byte) {
                out.append(byte)
            } else {
                out += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x20...0x7E).contains(byte) && byte != UInt8(ascii: "%")
    }
}

/// A page for a browser or a probe, on the gRPC side.
package struct PlainPage: Sendable {
    package var status: Int
    package var text: String

    package init(status: Int, text: String) {
        self.status = status
        self.text = text
    }
}
