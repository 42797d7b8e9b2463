import Testing

@testable import Generator

@Suite struct NamesTests {
    @Test(
        "Swift names",
        arguments: [
            ("frame_bytes_max", "frameBytesMax"), ("SET_UP", "setUp"), ("id", "id"),
            ("fooBar", "fooBar"), ("half_close", "halfClose"), ("X", "x"), ("sha256_hex", "sha256Hex"),
        ])
    func lowerCamel(_ proto: String, _ swift: String) {
        #expect(Names.lowerCamel(proto) == swift)
    }

    @Test("names of protoc-gen-c, as it was seen to write them")
    func c() {
        #expect(CNames.type("mandate.rpc.v1.HalfClose") == "Mandate__Rpc__V1__HalfClose")
        #expect(CNames.function("mandate.rpc.v1.HalfClose") == "mandate__rpc__v1__half_close")
        #expect(CNames.type("google.protobuf.FieldMask") == "Google__Protobuf__FieldMask")
        #expect(CNames.function("google.protobuf.FieldMask") == "google__protobuf__field_mask")
        #expect(CNames.member("register") == "register_")
        #expect(CNames.member("fooBar") == "foobar")
        #expect(CNames.oneofCase("kind") == "kind_case")
    }

    @Test("an enum's prefix is its name")
    func prefix() {
        #expect(Names.upperSnake("GoawayReason") == "GOAWAY_REASON")
        #expect(Names.escaped("default") == "`default`")
        #expect(Names.quoted("a\"\\\n") == "\"a\\\"\\\\\\u{a}\"")
    }
}
