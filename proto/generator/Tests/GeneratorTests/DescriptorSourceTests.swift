import Foundation
import SwiftProtobuf
import Testing

@testable import Generator

@Suite struct DescriptorSourceTests {
    private let options = FileDescriptor.with {
        $0 = file("a", message("A", field("name", .string)))
        $0.messageType[0].nestedType = [message("Inner")]
        $0.messageType[0].enumType = [.with { $0.name = "Kind" }]
        $0.enumType = [.with { $0.name = "Level" }]
        $0.dependency = [Stripping.descriptorFile]
        $0.extension = [
            .with {
                $0 = field("access", "mandate.a.v1.A")
                $0.number = 50701
                $0.extendee = ".google.protobuf.MethodOptions"
            }
        ]
        $0.service = [
            .with {
                $0.name = "Service"
                $0.method = [.with { $0.name = "Do" }]
            }
        ]
        $0.sourceCodeInfo.location = [.with { $0.leadingComments = "for people" }]
    }

    @Test("everything that can be asked for by name")
    func symbols() {
        #expect(
            DescriptorSource.symbols(of: options) == [
                "mandate.a.v1.A", "mandate.a.v1.A.Kind", "mandate.a.v1.A.Inner", "mandate.a.v1.Level",
                "mandate.a.v1.access", "mandate.a.v1.Service", "mandate.a.v1.Service.Do",
            ])
    }

    @Test("a file's imports, extensions and bytes, without its comments")
    func source() throws {
        let source = try DescriptorSource.write(contract(options))
        #expect(source.contains("path: \"mandate/a/v1/a.proto\","))
        #expect(source.contains("\"google/protobuf/descriptor.proto\",\n"))
        #expect(source.contains("\"google.protobuf.MethodOptions\": [50701],"))
        let text = try #require(source.firstMatch(of: /descriptor: "(.*)"/)?.1)
        let bytes = try #require(Data(base64Encoded: String(text)))
        let read = try FileDescriptor(serializedBytes: bytes)
        var expected = options
        expected.clearSourceCodeInfo()
        #expect(read == expected)
    }
}
