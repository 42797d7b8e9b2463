/// Writes one enum of the contract as a Swift enum that keeps unknown numbers.
enum EnumSource {
    static func write(_ type: EnumType, to out: inout SourceText) {
        out.doc(type.comment)
        out.block("package enum \(type.name): MessageEnum") { out in
            for value in type.values {
                out.doc(value.comment)
                out.line("case \(Names.escaped(value.name))")
            }
            out.line("/// A number this version does not know.")
            out.line("case unrecognized(Int32)")
            out.line()
            out.block("package init(rawValue: Int32)") { out in
                out.choice("switch rawValue") { out in
                    for value in type.values {
                        out.line("case \(value.number): self = .\(Names.escaped(value.name))")
                    }
                    out.line("default: self = .unrecognized(rawValue)")
                }
            }
            out.line()
            out.block("package var rawValue: Int32") { out in
                out.choice("switch self") { out in
                    for value in type.values {
                        out.line("case .\(Names.escaped(value.name)): \(value.number)")
                    }
                    out.line("case .unrecognized(let number): number")
                }
            }
            out.line()
            out.line("package static let allCases: [\(type.name)] = [")
            out.indented { out in
                for value in type.values { out.line(".\(Names.escaped(value.name)),") }
            }
            out.line("]")
            out.line()
            out.line("package static var protoPrefix: String { \(Names.quoted(type.prefix)) }")
            out.line()
            out.block("package var protoName: String") { out in
                out.choice("switch self") { out in
                    for value in type.values {
                        out.line(
                            "case .\(Names.escaped(value.name)): \(Names.quoted(value.protoName))")
                    }
                    out.line("case .unrecognized(let number): String(number)")
                }
            }
            out.line()
            out.block("package init?(protoName: String)") { out in
                out.choice("switch protoName") { out in
                    for value in type.values {
                        out.line(
                            "case \(Names.quoted(value.protoName)): "
                                + "self = .\(Names.escaped(value.name))")
                    }
                    out.line("default: return nil")
                }
            }
        }
    }
}
