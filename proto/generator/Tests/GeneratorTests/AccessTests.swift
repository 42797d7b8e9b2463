import SwiftProtobuf
import Testing

@testable import Generator

@Suite struct AccessTests {
    private func demand(_ scope: String, _ level: UInt64) -> WireWriter {
        var out = WireWriter()
        out.field(2, fields(texts: [1: scope], numbers: [2: level]).bytes)
        return out
    }

    /// The option, of parts of its message.
    private func access(_ parts: WireWriter...) -> [UInt8] {
        var out = WireWriter()
        out.field(50701, parts.flatMap(\.bytes))
        return out.bytes
    }

    private func read(_ bytes: [UInt8]) throws -> AccessDeclaration? {
        try AccessDeclaration(Google_Protobuf_MethodOptions(serializedBytes: bytes), of: "a.S.Do")
    }

    @Test("what a method says of who may call it")
    func whole() throws {
        let body = access(demand("a", 2), demand("b", 1), fields(texts: [6: "kind"], numbers: [1: 1, 3: 1, 4: 1, 5: 1]))
        let whole = AccessDeclaration(
            kind: 1, demands: [.init(scope: "a", level: 2), .init(scope: "b", level: 1)], orSelf: true,
            orMailboxOwner: true, mutates: true, by: "kind")
        let log = option(50702, fields(texts: [1: "thing.read"]))
        #expect(try read(log + body) == whole)
        #expect(try read(access(fields(numbers: [1: 3]))) == AccessDeclaration(kind: 3))
        #expect(try read(log) == nil)
        // Set field by field, it is one all the same.
        let parts = [
            demand("a", 2), demand("b", 1), fields(numbers: [1: 1, 3: 1]), fields(texts: [6: "kind"], numbers: [4: 1, 5: 1]),
        ]
        #expect(try read(parts.flatMap { access($0) }) == whole)
    }

    @Test("what is not understood whole is refused by place")
    func refused() {
        var third = WireWriter()
        third.field(2, fields(numbers: [3: 1]).bytes)
        let table: [([UInt8], String)] = [
            (access(fields(numbers: [99: 1])), "a.S.Do: option 50701 has a field 99, which the generator does not know"),
            (access(third), "a.S.Do: option 2 has a field 3, which the generator does not know"),
            (access(fields(numbers: [2: 1])), "a.S.Do: field 2 of its options has another type than options.proto says"),
            (
                access(fields(texts: [1: "account"])),
                "a.S.Do: field 1 of its options has another type than options.proto says"
            ),
        ]
        for (bytes, message) in table {
            let error = #expect(throws: GeneratorError.self) { try read(bytes) }
            #expect(error?.description == message)
        }
        var half = WireWriter()
        half.field(50701, [0x12, 9])
        #expect(throws: GeneratorError.self) { try read(half.bytes) }
    }

    @Test("the method's descriptor says what the option says, and no more")
    func written() throws {
        var options = file("rpc")
        options.enumType = [
            values("AccessKind", ["UNSPECIFIED", "ACCOUNT"], prefix: "ACCESS_KIND_"),
            values("AccessLevel", ["UNSPECIFIED", "VIEW", "EDIT"], prefix: "ACCESS_LEVEL_"),
        ]
        #expect(
            try written(options, access(demand("a", 2), demand("b", 1), fields(numbers: [1: 1, 5: 1])))
                == "Access(kind: .account, demands: [AccessDemand(scope: \"a\", level: .edit), "
                + "AccessDemand(scope: \"b\", level: .view)], mutates: true)")
        #expect(try written(options, access(fields(numbers: [1: 1, 3: 1]))) == "Access(kind: .account, orSelf: true)")
        #expect(try written(options, access(fields(numbers: [1: 1, 4: 1]))) == "Access(kind: .account, orMailboxOwner: true)")
        #expect(try written(options, access(fields(numbers: [1: 9]))) == "Access(kind: .unrecognized(9))")
        #expect(try written(options, []) == "Access(kind: .unspecified)")
    }

    /// What is written of a method that declares this.
    private func written(_ options: FileDescriptor, _ access: [UInt8]) throws -> String {
        let log = option(50702, fields(texts: [1: "thing.read", 3: "id", 4: "id"]))
        let methodOptions = try Google_Protobuf_MethodOptions(
            serializedBytes: log + access)
        var service = file("a", message("Ask", field("id", .string)))
        service.service = [
            .with {
                $0.name = "AskService"
                $0.method = [
                    .with {
                        $0.name = "Do"
                        $0.inputType = ".mandate.a.v1.Ask"
                        $0.outputType = ".mandate.a.v1.Ask"
                        $0.options = methodOptions
                    }
                ]
            }
        ]
        let generation = try Generation(contract(options, service))
        let text = try #require(generation.contract["a.v1.a.AskService.swift"])
        let line = try #require(text.split(separator: "\n").first { $0.contains("Access(") })
        // A comma stands behind it: the log follows.
        return String(line.drop { $0 == " " }.dropLast())
    }

    private func values(_ name: String, _ cases: [String], prefix: String) -> Google_Protobuf_EnumDescriptorProto {
        .with {
            $0.name = name
            $0.value = cases.enumerated().map { index, value in
                .with {
                    $0.name = prefix + value
                    $0.number = Int32(index)
                }
            }
        }
    }
}
