internal import Contract
internal import Messages
internal import RPC

/// Server reflection: a client that has no `.proto` files asks the server for them.
struct ReflectionHandler: ServerReflection {
    /// Full names of the server's services, in order.
    let services: [String]
    let index: ReflectionIndex
    let health: HealthWatch

    func serverReflectionInfo(
        _ requests: RequestReader<ServerReflectionRequest>, _ responses: ResponseWriter<ServerReflectionResponse>,
        _ call: Call
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for try await request in requests {
                    try await responses.send(
                        ServerReflectionResponse(
                            validHost: request.host, originalRequest: request,
                            messageResponse: answer(request.messageRequest)))
                }
            }
            // Some clients keep their stream as long as a window is open. A server that drains does not wait for them.
            group.addTask {
                await health.untilDraining()
                throw Status(.unavailable, .draining, "the server is draining")
            }
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    private func answer(
        _ question: ServerReflectionRequest.MessageRequest?
    ) -> ServerReflectionResponse.MessageResponse {
        switch question {
        case .listServices:
            .listServicesResponse(ListServiceResponse(service: services.map { ServiceResponse(name: $0) }))
        case .fileByFilename(let path):
            files(index.descriptors(path: path), "no file \(path)")
        case .fileContainingSymbol(let symbol):
            files(index.descriptors(declaring: symbol), "nothing is named \(symbol)")
        case .fileContainingExtension(let wanted):
            files(
                index.descriptors(extending: wanted.containingType, number: wanted.extensionNumber),
                "\(wanted.containingType) has no extension \(wanted.extensionNumber)")
        case .allExtensionNumbersOfType(let type):
            if let numbers = index.extensionNumbers(of: type) {
                .allExtensionNumbersResponse(ExtensionNumberResponse(baseTypeName: type, extensionNumber: numbers))
            } else {
                refused(.notFound, "no message is named \(type)")
            }
        case nil:
            refused(.invalidArgument, "the request asks for nothing")
        }
    }

    private func files(_ found: [[UInt8]]?, _ missing: String) -> ServerReflectionResponse.MessageResponse {
        guard let found else { return refused(.notFound, missing) }
        return .fileDescriptorResponse(FileDescriptorResponse(fileDescriptorProto: found))
    }

    private func refused(_ code: Code, _ message: String) -> ServerReflectionResponse.MessageResponse {
        .errorResponse(ErrorResponse(errorCode: code.rawValue, errorMessage: message))
    }
}
