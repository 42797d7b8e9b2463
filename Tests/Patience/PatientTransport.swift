package import RPC

/// Gives calls that name no timeout of their own one that no busy machine uses up.
package struct PatientTransport: CallTransport {
    private let transport: any CallTransport

    package init(_ transport: any CallTransport) { self.transport = transport }

    package func unary(_ path: String, _ message: [UInt8], _ options: CallOptions) async throws(Status) -> [UInt8] {
        try await transport.unary(path, message, patient(options))
    }

    package func open(
        _ method: MethodDescriptor, _ message: [UInt8]?, _ options: CallOptions
    ) async throws(Status) -> CallStream {
        try await transport.open(method, message, patient(options))
    }

    private func patient(_ options: CallOptions) -> CallOptions {
        guard options.timeout == CallOptions().timeout else { return options }
        var options = options
        options.timeout = patience
        return options
    }
}

extension CallTransport {
    /// The same, with patience.
    package var patient: PatientTransport { PatientTransport(self) }
}
