/// One .proto file, read from its text: as much of the language as this contract uses, and an error on the rest.
struct Proto {
    struct Field {
        /// As written: `Right`, `google.protobuf.Timestamp`, `map`.
        let type: String
        let name: String
        /// `repeated`, `optional`, or empty.
        let label: String
        let line: Int
    }
    struct Message {
        /// With package and outer messages: `mandate.rpc.v1.Frame`.
        let name: String
        var fields: [Field]
        let line: Int
    }
    struct Method {
        /// `mandate.mailbox.v1.AccessService/Check`.
        let path: String
        let line: Int
    }

    var package = ""
    var syntax = ""
    var messages: [Message] = []
    var methods: [Method] = []

    init(_ text: String) throws(ProtoError) {
        var reader = ProtoReader(text)
        while let word = reader.next() {
            switch word {
            case "syntax":
                try reader.expect("=")
                syntax = try reader.word()
                try reader.expect(";")
            case "package":
                package = try reader.word()
                try reader.expect(";")
            case "import", "option": try reader.skipStatement()
            case "message": try message(in: package, &reader)
            case "enum", "extend":
                _ = try reader.word()
                try reader.skipBlock()
            case "service": try service(&reader)
            case ";": continue
            default: throw ProtoError(line: reader.line, "unexpected \(word)")
            }
        }
    }

    private mutating func message(in scope: String, _ reader: inout ProtoReader) throws(ProtoError) {
        let line = reader.line
        let name = try reader.word()
        var message = Message(name: "\(scope).\(name)", fields: [], line: line)
        try reader.expect("{")
        try body(of: &message, &reader)
        messages.append(message)
    }

    private mutating func body(of message: inout Message, _ reader: inout ProtoReader) throws(ProtoError) {
        while true {
            let line = reader.line
            let word = try reader.word()
            switch word {
            case "}": return
            case ";": continue
            case "message": try self.message(in: message.name, &reader)
            case "enum":
                _ = try reader.word()
                try reader.skipBlock()
            case "oneof":
                _ = try reader.word()
                try reader.expect("{")
                try body(of: &message, &reader)
            case "option", "reserved", "extensions": try reader.skipStatement()
            case "map":
                try reader.skip(to: ">")
                message.fields.append(Field(type: "map", name: try reader.word(), label: "", line: line))
                try reader.skipStatement()
            case "repeated", "optional", "required":
                let type = try reader.word()
                message.fields.append(Field(type: type, name: try reader.word(), label: word, line: line))
                try reader.skipStatement()
            default:
                message.fields.append(Field(type: word, name: try reader.word(), label: "", line: line))
                try reader.skipStatement()
            }
        }
    }

    private mutating func service(_ reader: inout ProtoReader) throws(ProtoError) {
        let service = try reader.word()
        try reader.expect("{")
        while true {
            switch try reader.word() {
            case "}": return
            case ";": continue
            case "option": try reader.skipStatement()
            case "rpc":
                let line = reader.line
                let name = try reader.word()
                try reader.skip(to: ")")
                try reader.expect("returns")
                try reader.skip(to: ")")
                try reader.skipMethodBody()
                methods.append(Method(path: "\(package).\(service)/\(name)", line: line))
            case let word: throw ProtoError(line: reader.line, "unexpected \(word) in \(service)")
            }
        }
    }
}

struct ProtoError: Error, CustomStringConvertible {
    let description: String
    init(line: Int, _ what: String) { description = "line \(line): \(what)" }
}
