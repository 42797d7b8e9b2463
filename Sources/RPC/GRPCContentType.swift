/// What a request's `content-type` says: `application/grpc`, with or without `+` and the format of its messages, and
/// whatever parameters behind a semicolon (gRPC over HTTP/2, "Requests"). Letters of either case (RFC 9110 §8.3.1).
enum GRPCContentType {
    /// Protobuf, said or not.
    case proto
    /// gRPC with messages of another format: the call fails as a call does.
    case otherFormat
    /// Not gRPC: HTTP 415, so that no other client takes our `:status` 200 for success.
    case notGRPC

    init(_ value: Span<UInt8>) {
        if value.equals("application/grpc") {
            self = .proto
            return
        }
        let type = Self.withoutParameters(value)
        if type == "application/grpc" || type == "application/grpc+proto" {
            self = .proto
        } else {
            self = type.utf8.starts(with: "application/grpc+".utf8) ? .otherFormat : .notGRPC
        }
    }

    private static func withoutParameters(_ value: Span<UInt8>) -> String {
        var type: [UInt8] = []
        for index in value.indices {
            if value[index] == UInt8(ascii: ";") { break }
            type.append(value[index])
        }
        while type.last == UInt8(ascii: " ") || type.last == UInt8(ascii: "\t") { type.removeLast() }
        return String(decoding: type, as: UTF8.self).lowercased()
    }
}
