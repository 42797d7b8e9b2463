/// Writes the reasons of all packages as members of Messages' `ErrorReason`, and the two ways between number and text.
enum ReasonSource {
    static func write(_ reasons: [ReasonEnum]) -> String {
        var out = SourceText(from: "every enum of reasons")
        out.block("extension ErrorReason") { out in
            for reason in reasons {
                out.line("// MARK: \(reason.domain)")
                out.line()
                for value in reason.values {
                    out.doc(value.comment)
                    out.line(
                        "package static var \(Names.escaped(value.name)): ErrorReason { ErrorReason(\(value.number)) }")
                }
                out.line()
            }
            out.doc(["Every reason that this version knows, by number."])
            out.line("package static let allCases: [ErrorReason] = [")
            out.indented { out in
                for value in reasons.flatMap(\.values) { out.line(".\(Names.escaped(value.name)),") }
            }
            out.line("]")
            out.line()
            out.doc(["What being refused with it means; a number that this version does not know has not said."])
            out.block("package var refusal: RefusalKind") { out in
                out.choice("switch number") { out in
                    for value in reasons.flatMap(\.values) {
                        out.line("case \(value.number): .\(RefusalReading.names[Int(value.refusal) - 1])")
                    }
                    out.line("default: .unspecified")
                }
            }
            out.line()
            out.doc(["Nil for a hundred that this version does not know."])
            out.block("static func domain(of number: Int32) -> String?") { out in
                out.choice("switch number") { out in
                    for reason in reasons {
                        let first = reason.hundred * 100
                        out.line("case \(max(1, first))...\(first + 99): \(Names.quoted(reason.domain))")
                    }
                    out.line("default: nil")
                }
            }
            out.line()
            out.doc(["Nil for a number that this version does not know."])
            out.block("static func name(of number: Int32) -> String?") { out in
                out.choice("switch number") { out in
                    for (value, name) in names(reasons) {
                        out.line("case \(value.number): \(Names.quoted(name))")
                    }
                    out.line("default: nil")
                }
            }
            out.line()
            out.doc(["Nil for a name that this version does not know."])
            out.block("static func number(of name: String) -> Int32?") { out in
                out.choice("switch name") { out in
                    for (value, name) in names(reasons) {
                        out.line("case \(Names.quoted(name)): \(value.number)")
                    }
                    out.line("default: nil")
                }
            }
        }
        return out.text
    }

    private static func names(_ reasons: [ReasonEnum]) -> [(EnumValue, String)] {
        reasons.flatMap { reason in
            reason.values.map { ($0, String($0.protoName.dropFirst(reason.type.prefix.count))) }
        }
    }
}
