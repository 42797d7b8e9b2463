import SwiftProtobuf
import Testing

@testable import Generator

@Suite struct ForeignTests {
    /// A message with a map from text to `Value`.
    private var mapped: MessageDescriptor {
        .with {
            $0 = message("Holder", field("values", "grpc.a.v1.Holder.ValuesEntry"))
            $0.field[0].label = .repeated
            $0.nestedType = [
                .with {
                    $0 = message("ValuesEntry", field("key", .string), field("value", "grpc.a.v1.Value"))
                    $0.options.mapEntry = true
                }
            ]
        }
    }

    @Test("a map of others is a repeated message of key and value, in C and in Swift")
    func map() throws {
        let set = contract(foreign("grpc.a.v1", message("Value", field("number", .int32)), mapped))
        let entry = try #require(try Stripping.strip(set).file.first?.messageType.last?.nestedType.first)
        #expect(!entry.options.mapEntry && entry.field.map(\.type) == [.bytes, .message])

        let generation = try Generation(set)
        let source = try #require(generation.messages["grpc.a.v1.file.swift"])
        #expect(source.contains("package var values: [Holder.ValuesEntry] = []"))
        // An entry is no message of its own, and a map has one entry a key.
        #expect(generation.messages["messageTypes.swift"]?.contains("ValuesEntry") == false)
        #expect(generation.vectors.split(separator: "\n").filter { $0.hasPrefix("grpc.a.v1.Holder") }.count == 1)
        #expect(generation.vectors.contains("grpc.a.v1.Holder 0a"))
        #expect(!generation.vectors.contains("ValuesEntry"))
    }

    @Test("an enum of others may do without the prefix; one of ours may not")
    func prefix() throws {
        func bare(_ file: FileDescriptor) -> FileDescriptor {
            .with {
                $0 = file
                $0.enumType = [
                    .with {
                        $0.name = "State"
                        $0.value = [.with { $0.name = "NOT_SERVING" }]
                    }
                ]
            }
        }
        let generation = try Generation(contract(bare(foreign("grpc.a.v1"))))
        #expect(generation.messages["grpc.a.v1.file.enums.swift"]?.contains("case notServing") == true)
        let error = #expect(throws: GeneratorError.self) { try Generation(contract(bare(file("a")))) }
        #expect(error?.description == "mandate.a.v1.State.NOT_SERVING: does not begin with STATE_")
    }

    @Test("equal names of v1 and v1alpha stay apart")
    func versions() throws {
        let packages = ["grpc.reflection.v1", "grpc.reflection.v1alpha"]
        let files = packages.map { package in
            FileDescriptor.with {
                $0 = foreign(package, message("Ask"))
                $0.service = [.with { $0.name = "ServerReflection" }]
            }
        }
        let generation = try Generation(contract(files[0], files[1]))
        let types = try #require(generation.messages["messageTypes.swift"])
        #expect(types.contains("\"grpc.reflection.v1.Ask\": Ask.self"))
        #expect(types.contains("\"grpc.reflection.v1alpha.Ask\": AlphaAsk.self"))
        #expect(generation.contract["grpc.reflection.v1.file.ServerReflection.swift"] != nil)
        #expect(generation.contract["grpc.reflection.v1alpha.file.AlphaServerReflection.swift"] != nil)
    }

    @Test("who may call a service of others is said here")
    func access() throws {
        let service = Google_Protobuf_ServiceDescriptorProto.with {
            $0.name = "Health"
            $0.method = [
                .with {
                    $0.name = "Check"
                    $0.inputType = ".grpc.health.v1.Ask"
                    $0.outputType = ".grpc.health.v1.Ask"
                }
            ]
        }
        let file = FileDescriptor.with {
            $0 = foreign("grpc.health.v1", message("Ask"))
            $0.service = [service]
        }
        let method = try #require(try SchemaReading.read(contract(file)).files.first?.services.first?.methods.first)
        #expect(method.access == AccessDeclaration(kind: 6))
    }
}
