import SwiftProtobuf
import Testing

@testable import Generator

@Suite struct ActionTests {
    @Test("every action of a method and of a service is a member of one type, by name")
    func source() throws {
        let generation = try Generation(
            contract(
                service("a", methods: ["group.read", "group.read"], also: [("clock.jumped", "It moved.")]),
                service("b", methods: ["account.suspended"])))
        let text = try #require(generation.messages["eventActions.swift"])
        for line in [
            "    package static let accountSuspended = EventAction(\"account.suspended\")",
            "    /// It moved.", "    package static let clockJumped = EventAction(\"clock.jumped\")",
            "        .accountSuspended,\n        .clockJumped,\n        .groupRead,\n    ]",
        ] {
            #expect(text.contains(line + "\n"), "\(line)")
        }
        #expect(text.contains("    /// Of AService/M0, AService/M1.\n    package static let groupRead"))
        #expect(generation.methodTable.contains("| `clock.jumped` | It moved. |"))
    }

    @Test("an action that stands in the contract twice, has no form or no meaning is refused")
    func refused() {
        let table: [(Google_Protobuf_FileDescriptorSet, String)] = [
            (
                contract(service("a", methods: ["group.read"]), service("b", also: [("group.read", "It is.")])),
                "mandate.b.v1.BService: group.read stands in the contract once more"
            ),
            (
                contract(service("a", also: [("x.y", "It is.")]), service("b", also: [("x.y", "It is.")])),
                "mandate.b.v1.BService: x.y stands in the contract once more"
            ),
            (
                contract(service("a", also: [("x", "It is.")])),
                "mandate.a.v1.AService: also: \(ActionName.form), not \"x\""
            ),
            (contract(service("a", also: [("x.y", "")])), "mandate.a.v1.AService: x.y does not say when it is in the log"),
            (contract(service("a", also: [("a.b_c", "It."), ("a_b.c", "It.")])), "a_b.c: a.b_c has its name in Swift too"),
        ]
        for (set, message) in table {
            let error = #expect(throws: GeneratorError.self) { try Generation(set) }
            #expect(error?.description == message)
        }
    }
}

/// A file with one service, named by its package.
private func service(
    _ package: String, methods: [String] = [], also: [(String, String)] = []
) -> FileDescriptor {
    let name = package.uppercased()
    var descriptor = file(package)
    for (index, action) in methods.enumerated() {
        descriptor.messageType += [message("\(name)\(index)Request"), message("\(name)\(index)Response")]
        descriptor.service = [descriptor.service.first ?? .with { $0.name = "\(name)Service" }]
        descriptor.service[0].method.append(
            .with {
                $0.name = "M\(index)"
                $0.inputType = ".mandate.\(package).v1.\(name)\(index)Request"
                $0.outputType = ".mandate.\(package).v1.\(name)\(index)Response"
                let bytes = option(50702, fields(texts: [1: action]))
                $0.options = (try? Google_Protobuf_MethodOptions(serializedBytes: bytes)) ?? .init()
            })
    }
    if descriptor.service.isEmpty { descriptor.service = [.with { $0.name = "\(name)Service" }] }
    let bytes = also.flatMap { option(50741, fields(texts: [1: $0.0, 2: $0.1])) }
    descriptor.service[0].options = (try? Google_Protobuf_ServiceOptions(serializedBytes: bytes)) ?? .init()
    return descriptor
}
