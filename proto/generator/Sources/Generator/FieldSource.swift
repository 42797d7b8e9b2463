/// Writes how one field goes from its C struct to Swift and back.
/// The functions named here stand in Sources/Messages: Read.swift and Arena+Writing.swift.
enum FieldSource {
    /// The right side of an assignment in `init(_ c:)`.
    static func read(_ field: Field) -> String {
        let member = "c.pointee.\(field.cName)"
        let name = Names.quoted(field.fullName)
        if field.repeated {
            let list = "c.pointee.n_\(field.cName), \(member)"
            return switch field.type {
            case .scalar(.bool): "unsafe Read.bools(\(list))"
            case .scalar: "unsafe Read.scalars(\(list))"
            case .text: "try unsafe Read.texts(\(list), \(name))"
            case .bytes: "unsafe Read.byteStrings(\(list))"
            case .enumeration:
                "unsafe Read.enums(c.pointee.n_\(field.cName), UnsafeRawPointer(\(member)))"
            case .message: "try unsafe Read.messages(\(list))"
            }
        }
        return switch field.type {
        case .message: "try unsafe Read.message(\(member))"
        default: readAlternative(field)
        }
    }

    /// The same for a member of a oneof, which is there when its case says so.
    static func readAlternative(_ field: Field) -> String {
        let member = "c.pointee.\(field.cName)"
        return switch field.type {
        case .scalar(.bool): "unsafe \(member) != 0"
        case .scalar: "unsafe \(member)"
        case .text: "try unsafe Read.text(\(member), \(Names.quoted(field.fullName)))"
        case .bytes: "unsafe Read.bytes(\(member))"
        case .enumeration:
            "unsafe .init(rawValue: Int32(truncatingIfNeeded: \(member).rawValue))"
        case .message: "try unsafe Read.message(\(member)) ?? .init()"
        }
    }

    /// Statements of `write(to:in:)`.
    static func write(_ field: Field, to out: inout SourceText) {
        let value = "self.\(field.name)"
        if field.repeated {
            let function =
                switch field.type {
                case .scalar(.bool): "bools"
                case .scalar: "scalars"
                case .text: "texts"
                case .bytes: "byteStrings"
                case .enumeration: "enums"
                case .message: "messages"
                }
            out.line("unsafe c.pointee.n_\(field.cName) = \(value).count")
            out.line("unsafe c.pointee.\(field.cName) = arena.\(function)(\(value))")
        } else if case .message = field.type {
            out.block("if let value = \(value)") { $0.line(assign(field, "value")) }
        } else {
            out.line(assign(field, value))
        }
    }

    /// One value into its member.
    static func assign(_ field: Field, _ value: String) -> String {
        let member = "unsafe c.pointee.\(field.cName)"
        return switch field.type {
        case .scalar(.bool): "\(member) = \(value) ? 1 : 0"
        case .scalar: "\(member) = \(value)"
        case .text: "\(member) = arena.text(\(value))"
        case .bytes: "\(member) = arena.bytes(\(value))"
        case .enumeration:
            "\(member) = .init(rawValue: .init(truncatingIfNeeded: \(value).rawValue))"
        case .message: "\(member) = arena.message(\(value))"
        }
    }
}
