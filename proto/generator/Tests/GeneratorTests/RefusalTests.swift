import SwiftProtobuf
import Testing

@testable import Generator

@Suite struct RefusalTests {
    static let contracts: [(Google_Protobuf_FileDescriptorSet, String)] = [
        (
            contract(file("a", message("Node", field("next", "mandate.a.v1.Node")))),
            "mandate/a/v1/a.proto: mandate.a.v1.Node.next: recursive messages are not allowed: "
                + "mandate.a.v1.Node > mandate.a.v1.Node"
        ),
        (
            contract(
                file("a", message("A", field("name", .string), field("b", "mandate.b.v1.B"))),
                file("b", message("B", field("a", "mandate.a.v1.A")))),
            "mandate/b/v1/b.proto: mandate.b.v1.B.a: recursive messages are not allowed: "
                + "mandate.a.v1.A > mandate.b.v1.B > mandate.a.v1.A"
        ),
        (
            contract(
                file(
                    "a",
                    MessageDescriptor.with {
                        $0 = message("A", field("labels", "mandate.a.v1.A.LabelsEntry"))
                        $0.nestedType = [
                            .with {
                                $0.name = "LabelsEntry"
                                $0.options.mapEntry = true
                            }
                        ]
                    })),
            "mandate/a/v1/a.proto: A.labels: map fields are not allowed: "
                + "use a repeated message of key and value"
        ),
        (
            contract(
                file(
                    "a",
                    message(
                        "A",
                        .with {
                            $0 = field("name", .string)
                            $0.proto3Optional = true
                        }))),
            "mandate/a/v1/a.proto: A.name: proto3 optional is not allowed: "
                + "protoc-gen-c 1.4.1 refuses it"
        ),
        (
            contract(
                file(
                    "a",
                    message(
                        "A",
                        .with {
                            $0 = field("numbers", .int32)
                            $0.options.packed = false
                        }))),
            "mandate/a/v1/a.proto: A.numbers: packed = false is not allowed: one encoding is enough"
        ),
        (
            contract(file("a", message("A", field("part", .group)))),
            "mandate/a/v1/a.proto: A.part: groups are not allowed"
        ),
        (
            contract(.with { $0.name = "mandate/a/v1/a.proto" }),
            "mandate/a/v1/a.proto: is not proto3"
        ),
    ]

    @Test("refused by file, message and field", arguments: contracts)
    func refused(_ set: Google_Protobuf_FileDescriptorSet, _ message: String) {
        let error = #expect(throws: GeneratorError.self) { try Stripping.strip(set) }
        #expect(error?.description == message)
        #expect(throws: GeneratorError.self) { try Generation(set) }
    }

    @Test("two messages of one Swift name")
    func clash() {
        let error = #expect(throws: GeneratorError.self) {
            try Generation(contract(file("a", message("Thing")), file("b", message("Thing"))))
        }
        #expect(
            error?.description == "mandate/b/v1/b.proto: mandate.b.v1.Thing: mandate.a.v1.Thing "
                + "has the Swift name Thing too; add one to Names.renamed")
    }

    @Test("a message named like a type of Swift")
    func taken() {
        let error = #expect(throws: GeneratorError.self) {
            try Generation(contract(file("a", message("Result"))))
        }
        #expect(error?.description.hasSuffix("Result is taken in Swift; add it to Names.renamed") == true)
    }

    @Test("a field named as Swift names something else", arguments: ["self", "init"])
    func keptBehindDots(_ name: String) {
        let error = #expect(throws: GeneratorError.self) {
            try Generation(contract(file("a", message("A", field(name, .int32)))))
        }
        #expect(error?.description.hasSuffix("Swift cannot have a member named \(name)") == true)
    }

    @Test("the same message twice, without recursion, is allowed")
    func diamond() throws {
        let set = contract(
            file(
                "a", message("Leaf"), message("Branch", field("leaf", "mandate.a.v1.Leaf")),
                message(
                    "Tree", field("left", "mandate.a.v1.Branch"), field("right", "mandate.a.v1.Branch"),
                    field("leaf", "mandate.a.v1.Leaf"))))
        #expect(try Stripping.strip(set).file.count == 1)
    }
}
