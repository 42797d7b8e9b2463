/// Every pattern of the contract, each with the name of the function that judges it.
struct PatternNames {
    private let names: [Pattern: String]

    init(_ schema: Schema) {
        var patterns: Set<Pattern> = []
        for message in schema.messages.values {
            for field in message.fields + message.oneofs.flatMap(\.fields) {
                for rules in [field.rules].compactMap({ $0 }) { Self.collect(rules, into: &patterns) }
            }
        }
        var names: [Pattern: String] = [:]
        var taken: [String: Int] = [:]
        for pattern in patterns.sorted(by: { $0.text < $1.text }) {
            let name = Self.name(pattern)
            let uses = taken[name, default: 0] + 1
            taken[name] = uses
            names[pattern] = uses == 1 ? name : "\(name)\(uses)"
        }
        self.names = names
    }

    subscript(pattern: Pattern) -> String { Names.escaped(names[pattern] ?? "unknown") }

    /// Nil where the contract has none.
    func source() -> String? {
        guard !names.isEmpty else { return nil }
        var out = SourceText(from: "every .proto file")
        out.doc(["The patterns of the contract's rules, each as a function over the text's bytes."])
        out.block("enum Patterns") { out in
            for (index, (pattern, name)) in names.sorted(by: { $0.value < $1.value }).enumerated() {
                if index > 0 { out.line() }
                out.doc(["`\(pattern.text)`"])
                out.block("static func \(Names.escaped(name))(_ text: String) -> Bool") { out in
                    out.line("let bytes = text.utf8Span.span")
                    out.line("var at = 0")
                    for (index, sequence) in pattern.sequences.enumerated() {
                        if index > 0 { out.line("at = 0") }
                        out.line("if")
                        let terms = Self.terms(sequence)
                        out.indented { out in
                            for (index, term) in terms.enumerated() { out.line(index + 1 < terms.count ? term + "," : term) }
                        }
                        out.line("{ return true }")
                    }
                    out.line("return false")
                }
            }
        }
        return out.text
    }

    /// Words and classes from left to right. A sequence of one length needs no look at where it ended.
    private static func terms(_ sequence: [Pattern.Part]) -> [String] {
        let length = Pattern.fixedLength(sequence)
        var terms: [String] = length.map { ["bytes.count == \($0)"] } ?? []
        var word = ""
        func close() {
            if !word.isEmpty { terms.append("bytes.take(\(Names.quoted(word)), &at)") }
            word = ""
        }
        for part in sequence {
            if let literal = part.literal {
                word.append(literal)
                continue
            }
            close()
            let count = part.count.count == 1 ? "\(part.count.lowerBound)" : "\(part.count.lowerBound)...\(part.count.upperBound)"
            let bits = "0x\(String(part.low, radix: 16)), 0x\(String(part.high, radix: 16))"
            terms.append("bytes.take(\(count), of: \(bits), &at)")
        }
        close()
        if length == nil { terms.append("at == bytes.count") }
        return terms
    }

    private static func collect(_ rules: FieldRules, into patterns: inout Set<Pattern>) {
        for rule in rules.rules {
            if case .pattern(let pattern) = rule.demand { patterns.insert(pattern) }
        }
        for items in rules.items { collect(items, into: &patterns) }
    }

    /// After the words that its sequences begin with: `accOrGrp`.
    private static func name(_ pattern: Pattern) -> String {
        let words = pattern.sequences.map { sequence in
            String(sequence.lazy.map(\.literal).prefix { $0?.isLetter ?? false }.compactMap { $0 })
        }
        guard words.allSatisfy({ !$0.isEmpty }) else { return "pattern" }
        return Names.lowerCamel(words.joined(separator: "_or_"))
    }
}
