import Contract
import Foundation
import Messages
import RPC
import Testing

@testable import Daemon

private struct OpenOperator: ServerService {
    func getServer(_ request: GetServerRequest, _ call: Call) -> Answer<GetServerResponse> { .now(.init()) }
    func backupServer(_ request: BackupServerRequest, _ call: Call) -> Answer<BackupServerResponse> { .now(.init()) }
}

@Suite("Server reflection")
struct ReflectionTests {
    typealias Question = ServerReflectionRequest.MessageRequest
    typealias Reply = ServerReflectionResponse.MessageResponse

    private let health = HealthWatch(Readiness())
    private let transport: InProcessTransport
    private static let server = "mandate/server/v1/server.proto"
    private static let options = "mandate/rpc/v1/options.proto"
    private static let methodOptions = "google.protobuf.MethodOptions"

    init() {
        var router = Router()
        router.add(OpenOperator())
        router.addStandardServices(health)
        transport = InProcessTransport(router: router, peer: Peer(caller: ""))
    }

    private func ask(_ questions: Question?...) async throws -> [Reply?] {
        let stream = try await ServerReflectionClient(transport: transport).serverReflectionInfo()
        for question in questions { try await stream.send(ServerReflectionRequest(messageRequest: question)) }
        stream.finish()
        var replies: [Reply?] = []
        for try await response in stream.responses { replies.append(response.messageResponse) }
        return replies
    }

    /// As reflection hands them out.
    private func files(_ paths: String...) throws -> Reply {
        .fileDescriptorResponse(
            FileDescriptorResponse(
                fileDescriptorProto: try paths.map { path in
                    let file = try #require(contractFiles.first { $0.path == path })
                    return [UInt8](try #require(Data(base64Encoded: file.descriptor)))
                }))
    }

    private func missing(_ message: String) -> Reply {
        .errorResponse(ErrorResponse(errorCode: 5, errorMessage: message))
    }

    @Test("the services of this server, and not of the contract")
    func services() async throws {
        let names = [
            "grpc.health.v1.Health", "grpc.reflection.v1.ServerReflection", "grpc.reflection.v1alpha.ServerReflection",
            "mandate.server.v1.ServerService",
        ]
        #expect(
            try await ask(.listServices("*"))
                == [.listServicesResponse(ListServiceResponse(service: names.map { ServiceResponse(name: $0) }))])
    }

    @Test("a file comes first, then everything that it imports, each once")
    func file() async throws {
        let whole = try files(
            Self.server, "buf/validate/validate.proto", "google/protobuf/duration.proto", "google/protobuf/timestamp.proto",
            Self.options, "google/protobuf/descriptor.proto")
        #expect(try await ask(.fileByFilename(Self.server)) == [whole])
        let alone = try files("grpc/health/v1/health.proto")
        #expect(try await ask(.fileByFilename("grpc/health/v1/health.proto")) == [alone])
    }

    @Test(
        "a symbol's file: a service, a method, a message, a nested enum, an extension",
        arguments: [
            ("mandate.server.v1.ServerService", server), ("mandate.server.v1.ServerService.BackupServer", server),
            ("mandate.server.v1.BackupServerRequest", server), ("mandate.rpc.v1.AccessKind", options),
            ("mandate.rpc.v1.access", options), ("google.protobuf.Timestamp", "google/protobuf/timestamp.proto"),
            ("grpc.health.v1.HealthCheckResponse.ServingStatus", "grpc/health/v1/health.proto"),
            ("google.protobuf.DescriptorProto.ExtensionRange", "google/protobuf/descriptor.proto"),
        ])
    func symbol(_ symbol: String, _ path: String) async throws {
        let replies = try await ask(.fileContainingSymbol(symbol), .fileByFilename(path))
        #expect(replies[0] == replies[1])
        guard case .fileDescriptorResponse = replies[0] else {
            Issue.record("no file")
            return
        }
    }

    @Test("an extension's file, and the numbers of all")
    func extensions() async throws {
        let whole = try files(
            Self.options, "buf/validate/validate.proto", "google/protobuf/descriptor.proto",
            "google/protobuf/timestamp.proto")
        #expect(
            try await ask(
                .fileContainingExtension(ExtensionRequest(containingType: Self.methodOptions, extensionNumber: 50701)),
                .allExtensionNumbersOfType(Self.methodOptions), .allExtensionNumbersOfType("mandate.rpc.v1.Frame"))
                == [
                    whole,
                    .allExtensionNumbersResponse(
                        ExtensionNumberResponse(baseTypeName: Self.methodOptions, extensionNumber: [50701, 50702])),
                    .allExtensionNumbersResponse(ExtensionNumberResponse(baseTypeName: "mandate.rpc.v1.Frame")),
                ])
    }

    @Test("what is not there is said so, and the stream goes on")
    func errors() async throws {
        let replies = try await ask(
            .fileByFilename("x.proto"), .fileContainingSymbol("mandate.rpc.v1.Nothing"),
            .fileContainingExtension(ExtensionRequest(containingType: Self.methodOptions, extensionNumber: 1)),
            .allExtensionNumbersOfType("Nothing"), nil, .fileByFilename("google/protobuf/any.proto"))
        #expect(
            replies == [
                missing("no file x.proto"), missing("nothing is named mandate.rpc.v1.Nothing"),
                missing("\(Self.methodOptions) has no extension 1"), missing("no message is named Nothing"),
                .errorResponse(ErrorResponse(errorCode: 3, errorMessage: "the request asks for nothing")),
                try files("google/protobuf/any.proto"),
            ])
    }

    @Test("an answer carries the host and the question")
    func echo() async throws {
        let stream = try await ServerReflectionClient(transport: transport).serverReflectionInfo()
        let request = ServerReflectionRequest(host: "h", messageRequest: .fileByFilename("x"))
        try await stream.send(request)
        stream.finish()
        let responses = stream.responses.makeAsyncIterator()
        let response = try #require(try await responses.next())
        #expect(response.validHost == "h" && response.originalRequest == request)
    }

    @Test("a stream that nobody closes ends when the server drains")
    func draining() async throws {
        let stream = try await ServerReflectionClient(transport: transport).serverReflectionInfo()
        try await stream.send(ServerReflectionRequest(messageRequest: .listServices("")))
        let responses = stream.responses.makeAsyncIterator()
        #expect(try await responses.next() != nil)
        health.readiness.drain()
        health.look()
        let error = await #expect(throws: Status.self) { _ = try await responses.next() }
        #expect(error?.reason == .draining)
    }

    @Test("v1alpha gives the same answers")
    func alpha() async throws {
        let stream = try await AlphaServerReflectionClient(transport: transport).serverReflectionInfo()
        try await stream.send(AlphaServerReflectionRequest(host: "h", messageRequest: .fileContainingSymbol("x")))
        try await stream.send(AlphaServerReflectionRequest(messageRequest: .fileByFilename(Self.server)))
        stream.finish()
        let responses = stream.responses.makeAsyncIterator()
        let refusal = try #require(try await responses.next())
        #expect(refusal.validHost == "h" && refusal.originalRequest?.messageRequest == .fileContainingSymbol("x"))
        #expect(
            refusal.messageResponse
                == .errorResponse(AlphaErrorResponse(errorCode: 5, errorMessage: "nothing is named x")))
        guard case .fileDescriptorResponse(let found) = try await responses.next()?.messageResponse else {
            Issue.record("no file")
            return
        }
        #expect(found.fileDescriptorProto.count == 6)
    }

    @Test("every file is complete: what it imports is there, and what each method of the contract needs is found")
    func complete() {
        let index = ReflectionIndex(contractFiles)
        let paths = Set(contractFiles.map(\.path))
        #expect(paths.count == contractFiles.count)
        for file in contractFiles { #expect(Set(file.imports).isSubset(of: paths), "\(file.path)") }
        for path in paths {
            let found = index.descriptors(path: path) ?? []
            #expect(!found.isEmpty && Set(found).count == found.count, "\(path)")
        }
        for method in contractMethods {
            let symbol = method.path.replacing("/", with: ".")
            #expect(index.descriptors(declaring: symbol) != nil, "\(symbol)")
        }
        for name in messageTypes.keys { #expect(index.descriptors(declaring: name) != nil, "\(name)") }
    }
}
