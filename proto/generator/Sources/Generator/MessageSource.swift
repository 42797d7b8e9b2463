/// Writes one message of the contract as a Swift struct and its way to and from C.
struct MessageSource {
    let schema: Schema
    let rules: RuleSource

    func write(_ message: MessageType, to out: inout SourceText) {
        writeStruct(message, to: &out)
        writeConversions(message, to: &out)
        rules.write(message, to: &out)
    }

    // MARK: the struct

    private func writeStruct(_ message: MessageType, to out: inout SourceText) {
        out.doc(message.comment)
        out.block("package struct \(Names.escaped(message.name)): Message") { out in
            for member in message.members {
                switch member {
                case .field(let field):
                    out.doc(field.comment)
                    out.line("package var \(declaration(field))")
                case .oneof(let oneof):
                    out.doc(oneof.comment)
                    out.line("package var \(declaration(oneof))")
                }
            }
            if !message.members.isEmpty { out.line() }
            writeInits(message, to: &out)
            out.line()
            writeCodec(message, to: &out)
            for oneof in message.oneofs {
                out.line()
                write(oneof, to: &out)
            }
            for type in message.enums {
                out.line()
                EnumSource.write(type, to: &out)
            }
            for nested in message.messages {
                out.line()
                writeStruct(nested, to: &out)
            }
        }
    }

    private func writeInits(_ message: MessageType, to out: inout SourceText) {
        out.line("package init() {}")
        guard !message.members.isEmpty else { return }
        out.line()
        out.line("package init(")
        out.indented { out in
            for (index, member) in message.members.enumerated() {
                let comma = index + 1 < message.members.count ? "," : ""
                switch member {
                case .field(let field): out.line(declaration(field) + comma)
                case .oneof(let oneof): out.line(declaration(oneof) + comma)
                }
            }
        }
        out.block(")") { out in
            for member in message.members {
                let name =
                    switch member {
                    case .field(let field): field.name
                    case .oneof(let oneof): oneof.name
                    }
                out.line("self.\(name) = \(Names.escaped(name))")
            }
        }
    }

    private func writeCodec(_ message: MessageType, to out: inout SourceText) {
        out.line("package static var name: String { \(Names.quoted(message.fullName)) }")
        out.line()
        out.block("package init(decoding bytes: UnsafeRawBufferPointer) throws(MessageError)") {
            $0.line("self = try unsafe Self.read(bytes)")
        }
        out.line()
        out.block("package init(decoding bytes: [UInt8]) throws(MessageError)") {
            $0.line("self = try unsafe Self.read(bytes)")
        }
        out.line()
        out.line("@discardableResult")
        out.block("package func encode(_ body: (borrowing Encoding) -> Void) -> Int") {
            $0.line("unsafe withEncoding(body)")
        }
    }

    private func write(_ oneof: Oneof, to out: inout SourceText) {
        out.doc(oneof.comment)
        out.block("package enum \(oneof.typeName): Sendable, Equatable") { out in
            for field in oneof.fields {
                out.doc(field.comment)
                out.line("case \(Names.escaped(field.name))(\(elementType(field)))")
            }
        }
    }

    // MARK: to and from C

    private func writeConversions(_ message: MessageType, to out: inout SourceText) {
        let cType = CNames.type(message.fullName)
        out.line()
        out.block("extension \(message.path): @unsafe CBacked") { out in
            out.block("static func initialize(_ c: UnsafeMutablePointer<\(cType)>)") {
                $0.line("unsafe \(CNames.function(message.fullName))__init(c)")
            }
            out.line()
            out.block("init(_ c: UnsafePointer<\(cType)>) throws(MessageError)") { out in
                for field in message.fields {
                    out.line("self.\(field.name) = \(FieldSource.read(field))")
                }
                for oneof in message.oneofs { writeRead(oneof, to: &out) }
            }
            out.line()
            out.block(
                "func write(to c: UnsafeMutablePointer<\(cType)>, in arena: Arena)"
            ) { out in
                for field in message.fields { FieldSource.write(field, to: &out) }
                for oneof in message.oneofs { writeWrite(oneof, to: &out) }
            }
        }
        for nested in message.messages { writeConversions(nested, to: &out) }
    }

    private func writeRead(_ oneof: Oneof, to out: inout SourceText) {
        out.choice("switch unsafe c.pointee.\(oneof.cCase).rawValue") { out in
            for field in oneof.fields {
                out.line(
                    "case \(field.number): self.\(oneof.name) = "
                        + ".\(Names.escaped(field.name))(\(FieldSource.readAlternative(field)))")
            }
            out.line("default: self.\(oneof.name) = nil")
        }
    }

    private func writeWrite(_ oneof: Oneof, to out: inout SourceText) {
        out.choice("switch self.\(oneof.name)") { out in
            out.line("case nil: break")
            for field in oneof.fields {
                out.line("case .\(Names.escaped(field.name))(let value)?:")
                out.indented { out in
                    out.line("unsafe c.pointee.\(oneof.cCase) = .init(rawValue: \(field.number))")
                    out.line(FieldSource.assign(field, "value"))
                }
            }
        }
    }

    // MARK: types

    private func declaration(_ oneof: Oneof) -> String {
        "\(Names.escaped(oneof.name)): \(oneof.typeName)? = nil"
    }

    private func declaration(_ field: Field) -> String {
        let name = Names.escaped(field.name)
        let type = elementType(field)
        if field.repeated { return "\(name): [\(type)] = []" }
        switch field.type {
        case .scalar(.bool): return "\(name): Bool = false"
        case .scalar: return "\(name): \(type) = 0"
        case .text: return "\(name): String = \"\""
        case .bytes: return "\(name): [UInt8] = []"
        case .enumeration(let fullName):
            // proto3: the default is the value of number zero.
            let zero = schema.enums[fullName]?.values.first { $0.number == 0 }
            return "\(name): \(type) = .\(Names.escaped(zero?.name ?? "unspecified"))"
        case .message: return "\(name): \(type)? = nil"
        }
    }

    private func elementType(_ field: Field) -> String { schema.swiftType(of: field) }
}
