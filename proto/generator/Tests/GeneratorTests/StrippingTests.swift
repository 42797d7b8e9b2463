import SwiftProtobuf
import Testing

@testable import Generator

@Suite struct StrippingTests {
    @Test("text becomes bytes; options, services and descriptor.proto go")
    func strip() throws {
        var options = file("rpc", message("Access", field("scope", .string), field("level", .int32)))
        options.dependency = [Stripping.descriptorFile, "google/protobuf/any.proto"]
        options.extension = [field("access", "mandate.rpc.v1.Access")]
        options.service = [.with { $0.name = "Service" }]
        options.messageType[0].nestedType = [message("Inner", field("name", .string))]
        var descriptor = FileDescriptor()
        descriptor.name = Stripping.descriptorFile

        let stripped = try Stripping.strip(contract(descriptor, options))
        let out = try #require(stripped.file.first)
        #expect(stripped.file.count == 1)
        #expect(out.dependency == ["google/protobuf/any.proto"])
        #expect(out.extension.isEmpty && out.service.isEmpty)
        #expect(out.messageType[0].field.map(\.type) == [.bytes, .int32])
        #expect(out.messageType[0].nestedType[0].field.map(\.type) == [.bytes])
    }
}
