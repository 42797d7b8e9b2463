/// Writes one service: its method descriptors, the protocol a server implements,
/// its registration with a `Router`, and a client.
struct ServiceSource {
    let schema: Schema
    let file: String

    /// The enums of rpc/v1/options.proto that an access declaration names.
    private static let kinds = "mandate.rpc.v1.AccessKind"
    private static let levels = "mandate.rpc.v1.AccessLevel"
    private static let grounds = "mandate.rpc.v1.MailboxGround"

    func write(_ service: Service) -> String {
        var out = SourceText(from: file)
        out.line("package import Messages")
        out.line("package import RPC")
        out.line()
        writeMethods(service, to: &out)
        out.line()
        writeProtocol(service, to: &out)
        out.line()
        writeRegistration(service, to: &out)
        out.line()
        writeClient(service, to: &out)
        return out.text
    }

    private func writeMethods(_ service: Service, to out: inout SourceText) {
        out.doc(["The methods of \(service.fullName)."])
        out.block("package enum \(service.name)Methods") { out in
            for method in service.methods {
                out.doc(method.comment)
                out.line("package static let \(Names.escaped(method.name)) = Method<\(types(method))>(")
                out.indented { out in
                    out.line("\(Names.quoted("\(service.fullName)/\(method.protoName)")), .\(kind(method)),")
                    let log = log(method)
                    out.line(access(method) + (log == nil ? ")" : ","))
                    if let log { out.line("log: \(log))") }
                }
                out.line()
            }
            out.doc(["Every method, as the file declares them."])
            out.line("package static let all: [MethodDescriptor] = [")
            out.indented { out in
                for method in service.methods { out.line("\(Names.escaped(method.name)).descriptor,") }
            }
            out.line("]")
        }
    }

    private func writeProtocol(_ service: Service, to out: inout SourceText) {
        out.doc(service.comment)
        out.block("package protocol \(service.name): Sendable") { out in
            for method in service.methods {
                let (q, a) = (swiftType(method.input), swiftType(method.output))
                out.doc(method.comment)
                out.line("func \(Names.escaped(method.name))(")
                out.indented { out in
                    switch (method.clientStreaming, method.serverStreaming) {
                    case (false, false): out.line("_ request: \(q), _ call: Call")
                    case (false, true):
                        out.line("_ request: \(q), _ responses: ResponseWriter<\(a)>, _ call: Call")
                    case (true, false): out.line("_ requests: RequestReader<\(q)>, _ call: Call")
                    case (true, true):
                        out.line(
                            "_ requests: RequestReader<\(q)>, _ responses: ResponseWriter<\(a)>, "
                                + "_ call: Call")
                    }
                }
                switch (method.clientStreaming, method.serverStreaming) {
                case (false, false): out.line(") throws(Status) -> Answer<\(a)>")
                case (true, false): out.line(") async throws -> \(a)")
                case (_, true): out.line(") async throws")
                }
            }
        }
    }

    private func writeRegistration(_ service: Service, to out: inout SourceText) {
        out.block("extension Router") { out in
            out.doc(["Registers every method of \(service.fullName)."])
            out.block("package mutating func add(_ service: some \(service.name))") { out in
                for method in service.methods {
                    let descriptor = "\(service.name)Methods.\(Names.escaped(method.name))"
                    let function = "service.\(Names.escaped(method.name))"
                    let head = "\(kind(method))(\(descriptor))"
                    switch (method.clientStreaming, method.serverStreaming) {
                    case (false, false):
                        out.line("\(head) { (request, call) throws(Status) in")
                        out.indented { $0.line("try \(function)(request, call)") }
                    case (false, true):
                        out.line("\(head) { request, responses, call in")
                        out.indented { $0.line("try await \(function)(request, responses, call)") }
                    case (true, false):
                        out.line("\(head) { requests, call in")
                        out.indented { $0.line("try await \(function)(requests, call)") }
                    case (true, true):
                        out.line("\(head) { requests, responses, call in")
                        out.indented { $0.line("try await \(function)(requests, responses, call)") }
                    }
                    out.line("}")
                }
            }
        }
    }

    private func writeClient(_ service: Service, to out: inout SourceText) {
        out.doc(["Calls \(service.fullName)."])
        out.block("package struct \(service.clientName): Sendable") { out in
            out.line("package let transport: any CallTransport")
            out.line()
            out.block("package init(transport: any CallTransport)") {
                $0.line("self.transport = transport")
            }
            for method in service.methods {
                let (q, a) = (swiftType(method.input), swiftType(method.output))
                let descriptor = "\(service.name)Methods.\(Names.escaped(method.name))"
                out.line()
                out.doc(method.comment)
                out.line("package func \(Names.escaped(method.name))(")
                let options = "_ options: CallOptions = CallOptions()"
                let answer =
                    switch (method.clientStreaming, method.serverStreaming) {
                    case (false, false): a
                    case (false, true): "ResponseReader<\(a)>"
                    case (true, _): "ClientStream<\(q), \(a)>"
                    }
                let arguments = method.clientStreaming ? "options" : "request, options"
                out.indented {
                    $0.line(method.clientStreaming ? options : "_ request: \(q), \(options)")
                }
                out.block(") async throws(Status) -> \(answer)") {
                    $0.line("try await transport.\(kind(method))(\(descriptor), \(arguments))")
                }
            }
        }
    }

    private func types(_ method: ServiceMethod) -> String {
        "\(swiftType(method.input)), \(swiftType(method.output))"
    }

    private func swiftType(_ fullName: String) -> String {
        schema.messages[fullName]?.path ?? fullName
    }

    private func kind(_ method: ServiceMethod) -> String {
        switch (method.clientStreaming, method.serverStreaming) {
        case (false, false): "unary"
        case (true, false): "clientStreaming"
        case (false, true): "serverStreaming"
        case (true, true): "bidirectional"
        }
    }

    /// A method that declares nothing gets `.unspecified`, which a test refuses.
    private func access(_ method: ServiceMethod) -> String {
        let declared = method.access ?? AccessDeclaration()
        var parts = ["kind: \(caseName(Self.kinds, declared.kind))"]
        if !declared.demands.isEmpty {
            let demands = declared.demands.map { demand in
                "AccessDemand(scope: \(Names.quoted(demand.scope)), level: \(caseName(Self.levels, demand.level)))"
            }
            parts.append("demands: [\(demands.joined(separator: ", "))]")
        }
        if declared.orSelf { parts.append("orSelf: true") }
        if declared.orMailboxOwner { parts.append("orMailboxOwner: true") }
        if declared.mutates { parts.append("mutates: true") }
        if !declared.by.isEmpty { parts.append("by: \(Names.quoted(declared.by))") }
        if declared.orOperator { parts.append("orOperator: true") }
        if declared.hidden { parts.append("hidden: true") }
        if !declared.unit.isEmpty { parts.append("unit: \(Names.quoted(declared.unit))") }
        if declared.orMailbox != 0 { parts.append("orMailbox: \(caseName(Self.grounds, declared.orMailbox))") }
        return "Access(\(parts.joined(separator: ", ")))"
    }

    /// What the log calls it; nil when it has no name for it.
    private func log(_ method: ServiceMethod) -> String? {
        guard let log = method.log else { return nil }
        var parts = ["action: \(Names.quoted(log.action))", "resourceType: \(Names.quoted(log.resourceType))"]
        for (name, path) in [("target", log.target), ("mailbox", log.mailbox), ("subject", log.subject)] where !path.isEmpty {
            parts.append("\(name): \(Names.quoted(path))")
        }
        if log.takesAway { parts.append("takesAway: true") }
        return "MethodLog(\(parts.joined(separator: ", ")))"
    }

    private func caseName(_ type: String, _ number: Int32) -> String {
        guard let value = schema.enums[type]?.values.first(where: { $0.number == number }) else {
            return ".unrecognized(\(number))"
        }
        return ".\(Names.escaped(value.name))"
    }
}
