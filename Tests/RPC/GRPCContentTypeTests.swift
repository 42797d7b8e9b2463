import Testing

@testable import RPC

/// gRPC over HTTP/2, "Requests": `"application/grpc" [("+proto" / "+json" / {custom})]`, else 415.
@Suite struct GRPCContentTypeTests {
    @Test(
        "what a content type is to a gRPC server",
        arguments: [
            ("application/grpc", .proto), ("application/grpc+proto", .proto), ("application/grpc;charset=utf-8", .proto),
            ("application/grpc ; charset=utf-8", .proto), ("application/grpc;", .proto), ("application/grpc ", .proto),
            ("application/grpc+proto; a=b; c=d", .proto), ("application/grpc+proto\t;x", .proto),
            ("Application/GRPC", .proto), ("APPLICATION/grpc+PROTO", .proto),
            ("application/grpc+json", .otherFormat), ("application/grpc+json; q=1", .otherFormat),
            ("application/grpc+protobuf", .otherFormat), ("application/grpc+", .otherFormat),
            ("application/grpc+ proto", .otherFormat), ("application/grpc+proto+x", .otherFormat),
            ("application/grpcfoo", .notGRPC), ("application/grpc-web", .notGRPC), ("application/grpc-web+proto", .notGRPC),
            ("application/grpc/x", .notGRPC), ("application/grpc,application/grpc", .notGRPC),
            ("application/grpc proto", .notGRPC), (" application/grpc", .notGRPC), ("application/grp", .notGRPC),
            ("application/grpc\u{301}", .notGRPC), ("application/json", .notGRPC), (";application/grpc", .notGRPC),
            ("", .notGRPC),
        ] as [(String, GRPCContentType)])
    func judged(text: String, expected: GRPCContentType) {
        #expect(GRPCContentType(Array(text.utf8).span) == expected)
    }
}
