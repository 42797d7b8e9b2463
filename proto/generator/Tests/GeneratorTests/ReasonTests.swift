import SwiftProtobuf
import Testing

@testable import Generator

@Suite struct ReasonTests {
    static let shared = reasons("rpc", "ErrorReason", [("NOT_FOUND", 50), ("INTERNAL", 1)])

    @Test("the reasons of all packages are members of one type, by hundreds")
    func source() throws {
        let identity = reasons("identity", "IdentityErrorReason", [("OWN_ROLE", 110)])
        let generation = try Generation(contract(identity, Self.shared))
        let text = try #require(generation.messages["errorReasons.swift"])
        for line in [
            "package static var notFound: ErrorReason { ErrorReason(50) }",
            "package static var `internal`: ErrorReason { ErrorReason(1) }",
            "case 1...99: \"mandate.rpc\"", "case 100...199: \"mandate.identity\"", "case 110: \"OWN_ROLE\"",
            "case \"OWN_ROLE\": 110", "case 110: .rule", "case 50: .rule",
        ] {
            #expect(text.contains(line + "\n"), "\(line)")
        }
        let order = try [".notFound,", ".ownRole,"].map { try #require(text.firstRange(of: $0)).lowerBound }
        #expect(order[0] < order[1] && !text.contains("UNSPECIFIED"))
        // They are no enums of Swift.
        #expect(!generation.messages.values.contains { $0.contains("enum") && $0.contains("ErrorReason: MessageEnum") })
    }

    private static let undeclared =
        "has no option (mandate.rpc.v1.refusal): say whether a rule refuses, and the log tells of it"

    static let broken: [(Google_Protobuf_FileDescriptorSet, String)] = [
        (
            contract(reasons("a", "AErrorReason", [("X", 100)]), reasons("b", "BErrorReason", [("Y", 199)])),
            "mandate.b.v1.BErrorReason: mandate.a.v1.AErrorReason has the numbers from 100 too"
        ),
        (
            contract(reasons("a", "AErrorReason", [("X", 100)]), reasons("b", "BErrorReason", [("X", 200)])),
            "mandate.b.v1.BErrorReason.B_ERROR_REASON_X: mandate.a.v1.AErrorReason has that name too"
        ),
        (
            contract(reasons("a", "AErrorReason", [("X", 100), ("Y", 200)])),
            "mandate.a.v1.AErrorReason.A_ERROR_REASON_Y: is not one of the hundred from 100"
        ),
        (
            contract(reasons("a", "AErrorReason", [("X", -1)])),
            "mandate.a.v1.AErrorReason: numbers below 100 are those of mandate.rpc.v1"
        ),
        (
            contract(reasons("rpc", "ErrorReason", [("X", 100)])),
            "mandate.rpc.v1.ErrorReason: numbers below 100 are those of mandate.rpc.v1"
        ),
        (
            contract(reasons("a", "AErrorReason", [("X", 100)], refusal: nil)),
            "mandate.a.v1.AErrorReason.A_ERROR_REASON_X: \(undeclared)"
        ),
        (
            contract(reasons("a", "AErrorReason", [("X", 100)], refusal: 8)),
            "mandate.a.v1.AErrorReason.A_ERROR_REASON_X: \(undeclared)"
        ),
        (contract(reasons("a", "AErrorReason", [])), "mandate.a.v1.AErrorReason: has no reasons"),
        (
            contract(reasons("a", "AErrorReason", [("X", 100)]), reasons("a", "BErrorReason", [("Y", 200)])),
            "mandate.a.v1.BErrorReason: mandate.a.v1 has two enums of reasons"
        ),
        (
            contract(
                shared,
                file(
                    "a",
                    message(
                        "A",
                        .with {
                            $0 = field("reason", .enum)
                            $0.typeName = ".mandate.rpc.v1.ErrorReason"
                        }))),
            "mandate.a.v1.A.reason: a reason travels in mandate.rpc.v1.ErrorInfo, not as an enum"
        ),
    ]

    @Test("refused", arguments: broken)
    func refused(_ set: Google_Protobuf_FileDescriptorSet, _ message: String) {
        let error = #expect(throws: GeneratorError.self) { try Generation(set) }
        #expect(error?.description == message)
    }
}

private func options(_ refusal: UInt64?) -> Google_Protobuf_EnumValueOptions {
    var out = WireWriter()
    if let refusal {
        out.key(50732, 0)
        out.varint(refusal)
    }
    return (try? Google_Protobuf_EnumValueOptions(serializedBytes: out.bytes)) ?? .init()
}

/// A file with an enum of reasons; of each value the name behind the prefix and the number. `refusal`: of all of them.
private func reasons(
    _ package: String, _ name: String, _ values: [(String, Int32)], refusal: UInt64? = 1
) -> FileDescriptor {
    .with {
        $0 = file(package)
        $0.name = "mandate/\(package)/v1/reason.proto"
        $0.enumType = [
            .with {
                $0.name = name
                let prefix = Names.upperSnake(name)
                $0.value = ([("UNSPECIFIED", 0)] + values).map { value in
                    .with {
                        $0.name = "\(prefix)_\(value.0)"
                        $0.number = value.1
                        $0.options = options(refusal)
                    }
                }
            }
        ]
    }
}
