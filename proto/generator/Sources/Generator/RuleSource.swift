/// Writes the check of a message: every field against its rules, and every message inside against its own.
///
/// What is written allocates nothing as long as nothing is wrong.
struct RuleSource {
    let schema: Schema
    let patterns: PatternNames
    /// Messages that have rules, or hold one that has, by full name.
    private let checked: Set<String>

    init(_ schema: Schema) {
        self.schema = schema
        patterns = PatternNames(schema)
        var known: [String: Bool] = [:]
        func holdsRules(_ name: String) -> Bool {
            if let known = known[name] { return known }
            guard let message = schema.messages[name] else { return false }
            let fields = message.fields + message.oneofs.flatMap(\.fields)
            let holds =
                fields.contains { field in
                    if field.rules != nil { return true }
                    guard case .message(let name) = field.type else { return false }
                    return holdsRules(name)
                } || message.oneofs.contains(where: \.isRequired)
            known[name] = holds
            return holds
        }
        checked = Set(schema.messages.keys.filter(holdsRules))
    }

    func write(_ message: MessageType, to out: inout SourceText) {
        if checked.contains(message.fullName) {
            out.line()
            out.block("extension \(message.path)") { out in
                out.block("package func check(_ violations: inout Violations)") { out in
                    for field in message.fields where isChecked(field) { write(field, to: &out) }
                    for oneof in message.oneofs { write(oneof, to: &out) }
                }
            }
        }
        for nested in message.messages { write(nested, to: &out) }
    }

    private func isChecked(_ field: Field) -> Bool {
        field.rules != nil || isChecked(field.type)
    }

    private func isChecked(_ type: FieldType) -> Bool {
        guard case .message(let name) = type else { return false }
        return checked.contains(name)
    }

    // MARK: Where the values are

    private func write(_ field: Field, to out: inout SourceText) {
        let rules = field.rules ?? FieldRules()
        let place = Names.quoted(field.protoName)
        let value = "self.\(field.name)"
        if field.repeated {
            guarded(rules, .bytes, value, place, to: &out) { out in
                for rule in rules.rules { write(rule, .bytes, value, place, to: &out) }
            }
            writeItems(rules.items.first ?? FieldRules(), field, to: &out)
        } else if case .message = field.type {
            let hasBody = !rules.rules.isEmpty || isChecked(field.type)
            if !hasBody {
                out.block("if \(value) == nil") { $0.line("violations.addMissing(\(place))") }
                return
            }
            out.line("if let value = \(value) {")
            out.indented { writeMessage(rules, field, place, to: &$0) }
            if rules.required {
                out.line("} else {")
                out.indented { $0.line("violations.addMissing(\(place))") }
            }
            out.line("}")
        } else {
            guarded(rules, field.type, value, place, to: &out) { out in
                for rule in rules.rules { write(rule, field.type, value, place, to: &out) }
            }
        }
    }

    /// Of a message that is there, as `value`.
    private func writeMessage(_ rules: FieldRules, _ field: Field, _ place: String, to out: inout SourceText) {
        for rule in rules.rules { write(rule, field.type, "value", place, to: &out) }
        guard isChecked(field.type) else { return }
        out.line("let start = violations.count")
        out.line("value.check(&violations)")
        out.line("violations.place(from: start, in: \(place))")
    }

    private func writeItems(_ items: FieldRules, _ field: Field, to out: inout SourceText) {
        guard !items.isEmpty || isChecked(field.type) else { return }
        let value = "self.\(field.name)"
        out.block("for index in \(value).indices where !violations.isFull") { out in
            out.line("let start = violations.count")
            if !items.isEmpty {
                out.line("let value = \(value)[index]")
                guarded(items, field.type, "value", "\"\"", to: &out) { out in
                    for rule in items.rules { write(rule, field.type, "value", "\"\"", to: &out) }
                }
            }
            if isChecked(field.type) { out.line("\(value)[index].check(&violations)") }
            out.line("violations.place(from: start, in: \(Names.quoted(field.protoName)), index)")
        }
    }

    /// A member that is set to its zero value is there.
    private func write(_ oneof: Oneof, to out: inout SourceText) {
        let fields = oneof.fields.filter(isChecked)
        if oneof.isRequired {
            out.block("if self.\(oneof.name) == nil") { $0.line("violations.addMissing(\(Names.quoted(oneof.protoName)))") }
        }
        for field in fields {
            let rules = field.rules ?? FieldRules()
            let place = Names.quoted(field.protoName)
            out.block("if case .\(Names.escaped(field.name))(let value)? = self.\(oneof.name)") { out in
                if case .message = field.type {
                    writeMessage(rules, field, place, to: &out)
                } else {
                    guarded(rules, field.type, "value", place, to: &out) { out in
                        for rule in rules.rules { write(rule, field.type, "value", place, to: &out) }
                    }
                }
            }
        }
    }

    // MARK: The rules

    /// Writes `body` so that it runs only for values that the other rules are for.
    private func guarded(
        _ rules: FieldRules, _ type: FieldType, _ value: String, _ place: String, to out: inout SourceText,
        _ body: (inout SourceText) -> Void
    ) {
        guard rules.required || (rules.ignoresZero && !rules.rules.isEmpty) else { return body(&out) }
        if !rules.required { return out.block("if \(there(type, value))", body) }
        out.line("if \(zero(type, value)) {")
        out.indented { $0.line("violations.addMissing(\(place))") }
        if !rules.rules.isEmpty {
            out.line("} else {")
            out.indented(body)
        }
        out.line("}")
    }

    /// The condition that a value is its type's zero.
    private func zero(_ type: FieldType, _ value: String) -> String {
        switch type {
        case .text, .bytes: "\(value).isEmpty"
        case .scalar(.bool): "!\(value)"
        case .scalar: "\(value) == 0"
        case .enumeration(let name):
            "case .\(Names.escaped(schema.enums[name]?.values.first { $0.number == 0 }?.name ?? "unspecified")) = \(value)"
        case .message: "\(value) == nil"
        }
    }

    /// The condition that it is not.
    private func there(_ type: FieldType, _ value: String) -> String {
        switch type {
        case .text, .bytes: "!\(value).isEmpty"
        case .scalar(.bool): value
        case .scalar: "\(value) != 0"
        case .enumeration: "\(value).rawValue != 0"
        case .message: "\(value) != nil"
        }
    }

    private func write(
        _ rule: Rule, _ type: FieldType, _ value: String, _ place: String, to out: inout SourceText
    ) {
        let words = RuleWords(schema: schema, type: type)
        let description = Names.quoted("\(rule.name): \(words.of(rule.demand))")
        out.block("if \(condition(rule.demand, value))") {
            $0.line("violations.add(\(place), \(reason(rule.demand, value)), \(description))")
        }
    }

    /// The condition that a value breaks a rule.
    private func condition(_ demand: Rule.Demand, _ value: String) -> String {
        switch demand {
        case .length(let comparison, .scalars, let length): scalars(comparison, value, length)
        case .length(let comparison, .utf8, let length): "\(value).utf8.count \(broken(comparison)) \(length)"
        case .length(let comparison, _, let length): "\(value).count \(broken(comparison)) \(length)"
        case .pattern(let pattern): "!Patterns.\(patterns[pattern])(\(value))"
        case .number(let comparison, let number): "\(value) \(broken(comparison)) \(number)"
        case .time(let comparison, let seconds, let nanos):
            "(\(value).seconds, \(value).nanos) \(broken(comparison)) (\(seconds), \(nanos))"
        case .definedOnly: "case .unrecognized = \(value)"
        case .among(let numbers): numbers.map { "\(value).rawValue != \($0)" }.joined(separator: " && ")
        case .notAmong(let numbers): numbers.map { "\(value).rawValue == \($0)" }.joined(separator: " || ")
        }
    }

    private func scalars(_ comparison: Rule.Comparison, _ value: String, _ length: Int) -> String {
        let (fewer, more) = ("\(value).hasFewerScalars(than: \(length))", "\(value).hasMoreScalars(than: \(length))")
        return switch comparison.bounds {
        case .above: more
        case .below: fewer
        case .both: "\(fewer) || \(more)"
        }
    }

    private func broken(_ comparison: Rule.Comparison) -> String {
        switch comparison {
        case .less: ">="
        case .atMost: ">"
        case .more: "<="
        case .atLeast: "<"
        case .exactly: "!="
        }
    }

    /// Nothing where something must be is missing; more than may be is too long; the rest is invalid.
    private func reason(_ demand: Rule.Demand, _ value: String) -> String {
        switch demand {
        case .length(let comparison, _, let length):
            switch comparison.bounds {
            case .above: ".tooLong"
            case .below where length == 1: ".missingField"
            case .below, .both: "\(value).isEmpty ? .missingField : .invalidField"
            }
        case .pattern, .number, .time, .definedOnly, .among, .notAmong: ".invalidField"
        }
    }
}
