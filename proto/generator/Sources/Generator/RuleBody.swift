/// The rules of one type: the fields of StringRules and its like.
struct RuleBody {
    let names: RuleNames
    /// As FieldRules names it: `string`, `int64`, `repeated`.
    let kind: String
    let place: String

    private static let messages = [
        "int32": "Int32Rules", "int64": "Int64Rules", "uint32": "UInt32Rules", "uint64": "UInt64Rules",
        "string": "StringRules", "bytes": "BytesRules", "enum": "EnumRules", "repeated": "RepeatedRules",
        "timestamp": "TimestampRules",
    ]

    func read(_ fields: [(number: UInt64, value: WireReader.Value)]) throws(GeneratorError) -> [Rule] {
        guard let message = Self.messages[kind] else {
            throw GeneratorError(place, "the generator does not know rules of \(kind)")
        }
        var rules: [Rule] = []
        for (number, value) in fields {
            let name = names.name(number, in: message)
            guard let demand = try demand(name, value) else {
                throw GeneratorError(place, "the generator does not know the rule \(kind).\(name)")
            }
            merge(Rule(name: "\(kind).\(name)", demand: demand), into: &rules)
        }
        try checkRange(rules)
        return rules
    }

    /// Nil for a rule that is unknown, and for a known one with a value of another type.
    private func demand(_ name: String, _ value: WireReader.Value) throws(GeneratorError) -> Rule.Demand? {
        switch (kind, value) {
        case ("string", .bytes(let text)) where name == "pattern":
            return .pattern(try Pattern(String(decoding: text, as: UTF8.self), place))
        case ("string", .varint(let count)), ("bytes", .varint(let count)), ("repeated", .varint(let count)):
            guard let (comparison, measure) = length(name) else { return nil }
            guard let length = Int32(exactly: count) else { throw GeneratorError(place, "\(kind).\(name) is beyond any message") }
            return .length(comparison, measure, Int(length))
        case ("enum", .varint(let number)):
            switch name {
            case "defined_only" where number == 1: return .definedOnly
            case "in": return .among([Int32(truncatingIfNeeded: number)])
            case "not_in": return .notAmong([Int32(truncatingIfNeeded: number)])
            default: return nil
            }
        case ("timestamp", .bytes(let body)):
            guard let comparison = Self.comparisons[name], let time = Self.time(body) else { return nil }
            return .time(comparison, seconds: time.seconds, nanos: time.nanos)
        case (_, .varint(let raw)):
            guard let comparison = Self.comparisons[name] else { return nil }
            let isSigned = kind.hasPrefix("i")
            return .number(comparison, isSigned ? String(Int64(bitPattern: raw)) : String(raw))
        default: return nil
        }
    }

    private static let comparisons: [String: Rule.Comparison] = [
        "lt": .less, "lte": .atMost, "gt": .more, "gte": .atLeast,
    ]

    private func length(_ name: String) -> (Rule.Comparison, Rule.Measure)? {
        switch (kind, name) {
        case ("string", "min_len"): (.atLeast, .scalars)
        case ("string", "max_len"): (.atMost, .scalars)
        case ("string", "len"): (.exactly, .scalars)
        case ("string", "min_bytes"): (.atLeast, .utf8)
        case ("string", "max_bytes"): (.atMost, .utf8)
        case ("bytes", "min_len"): (.atLeast, .bytes)
        case ("bytes", "max_len"): (.atMost, .bytes)
        case ("bytes", "len"): (.exactly, .bytes)
        case ("repeated", "min_items"): (.atLeast, .elements)
        case ("repeated", "max_items"): (.atMost, .elements)
        default: nil
        }
    }

    private static func time(_ body: [UInt8]) -> (seconds: Int64, nanos: Int32)? {
        guard let fields = WireReader.fields(body) else { return nil }
        var time: (seconds: Int64, nanos: Int32) = (0, 0)
        for field in fields {
            switch (field.number, field.value) {
            case (1, .varint(let raw)): time.seconds = Int64(bitPattern: raw)
            case (2, .varint(let raw)): time.nanos = Int32(truncatingIfNeeded: raw)
            default: return nil
            }
        }
        return time
    }

    /// The numbers of `in` come one by one, and so does what somebody says twice.
    private func merge(_ rule: Rule, into rules: inout [Rule]) {
        guard let index = rules.firstIndex(where: { $0.name == rule.name }) else { return rules.append(rule) }
        switch (rules[index].demand, rule.demand) {
        case (.among(let before), .among(let more)): rules[index].demand = .among(before + more)
        case (.notAmong(let before), .notAmong(let more)): rules[index].demand = .notAmong(before + more)
        default: rules[index] = rule
        }
    }

    /// protovalidate reads bounds that cross as an exclusion, which nobody needs: here they are a mistake.
    private func checkRange(_ rules: [Rule]) throws(GeneratorError) {
        for lower in rules where lower.comparison?.bounds == .below {
            for upper in rules where upper.comparison?.bounds == .above && upper.isCrossed(by: lower) {
                throw GeneratorError(place, "\(lower.name) and \(upper.name) leave nothing between them")
            }
        }
    }
}

extension Rule {
    /// Whether a lower bound of the same measure lies above this upper one.
    fileprivate func isCrossed(by lower: Rule) -> Bool {
        switch (lower.demand, demand) {
        case (.length(_, let measure, let least), .length(_, let other, let most)): measure == other && least > most
        case (.number(_, let least), .number(_, let most)): (Int128(least) ?? 0) > (Int128(most) ?? 0)
        case (.time(_, let seconds, let nanos), .time(_, let end, let endNanos)): (seconds, nanos) > (end, endNanos)
        default: false
        }
    }
}
