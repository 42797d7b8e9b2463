/// Writes what a command asks for as properties with ArgumentParser's wrappers.
struct ParameterSource {
    let schema: Schema
    /// How the other options of the command are written, by what comments call them.
    var options: [String: String] = [:]

    func write(_ parameter: Parameter, to out: inout SourceText) {
        let wrapper = parameter.isArgument ? "@Argument" : parameter.kind == .flag && !parameter.isChange ? "@Flag" : "@Option"
        var settings: [String] = []
        let option = parameter.option
        if !parameter.isArgument, option != Labels.kebab(Names.upperCamel(parameter.name)) {
            settings.append("name: .customLong(\(Names.quoted(option)))")
        }
        if case .number = parameter.kind, !parameter.isArgument { settings.append("parsing: .unconditional") }
        settings.append("help: \(help(parameter))")
        switch parameter.kind {
        case .reference(let kind): settings.append("transform: Reference.\(kind)")
        case .time: settings.append("transform: TimeArgument.read")
        case .role, .text, .word, .flag, .number: break
        }
        let property = "var \(declaration(parameter))"
        let head = "\(wrapper)(\(settings.joined(separator: ", ")))"
        if out.fits("\(head) \(property)") { return out.line("\(head) \(property)") }
        if out.fits(head) {
            out.line(head)
            return out.line(property)
        }
        out.line("\(wrapper)(")
        out.indented { out in
            for (index, setting) in settings.enumerated() {
                let end = index == settings.count - 1 ? ")" : ","
                if setting.hasPrefix("help: \"") {
                    out.text("help: ", text(parameter), end)
                } else {
                    out.line(setting + end)
                }
            }
        }
        out.line(property)
    }

    private func text(_ parameter: Parameter) -> String {
        let comment = parameter.field.comment
        return Help.naming(options, in: parameter.kind == .flag ? Help.ofFlag(comment) : Help.first(comment))
    }

    private func help(_ parameter: Parameter) -> String {
        let text = text(parameter)
        let clause = text.hasSuffix(".") ? String(text.dropLast()) : text
        switch parameter.kind {
        case .reference(let kind):
            // Behind it comes how it is written.
            let what = clause.prefix { $0 != ";" }
            return parameter.isArgument ? ".reference(.\(kind))" : ".reference(.\(kind), \(Names.quoted(String(what))))"
        case .time: return ".time(\(Names.quoted(clause)))"
        case .role, .text, .word, .flag, .number: return Names.quoted(text)
        }
    }

    private func declaration(_ parameter: Parameter) -> String {
        let name = Names.escaped(parameter.name)
        let type =
            switch parameter.kind {
            case .reference: "Reference"
            case .role: "RoleName"
            case .text: "String"
            case .word(let type): "Word<\(schema.enums[type]?.path ?? type)>"
            case .time: "TimeArgument"
            case .flag: "Bool"
            case .number(let scalar): scalar.swiftType
            }
        if parameter.field.repeated { return parameter.isRequired ? "\(name): [\(type)]" : "\(name): [\(type)] = []" }
        if parameter.isRequired { return "\(name): \(type)" }
        if parameter.isChange { return "\(name): \(type)?" }
        switch parameter.kind {
        case .reference, .role, .word, .time: return "\(name): \(type)?"
        case .text: return parameter.isArgument ? "\(name): String?" : "\(name) = \"\""
        case .flag: return "\(name) = false"
        case .number: return "\(name): \(type) = 0"
        }
    }
}
