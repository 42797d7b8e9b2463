/// What a rule asks, in words for people.
struct RuleWords {
    let schema: Schema
    /// Of the field.
    let type: FieldType

    func of(_ demand: Rule.Demand) -> String {
        switch demand {
        case .length(let comparison, let measure, let length):
            "\(Self.comparison(comparison)) \(Self.count(length, measure))"
        case .pattern(let pattern): "as in \(pattern.text)"
        case .number(let comparison, let number): "\(Self.comparison(comparison)) \(number)"
        case .time(let comparison, let seconds, let nanos): "\(Self.time(comparison)) \(Self.time(seconds, nanos))"
        case .definedOnly: "a value of \(enumeration?.name ?? "the enum")"
        case .among(let numbers): "one of \(names(numbers))"
        case .notAmong(let numbers): "none of \(names(numbers))"
        }
    }

    private var enumeration: EnumType? {
        guard case .enumeration(let name) = type else { return nil }
        return schema.enums[name]
    }

    private func names(_ numbers: [Int32]) -> String {
        numbers.map { number in enumeration?.values.first { $0.number == number }?.protoName ?? String(number) }
            .joined(separator: ", ")
    }

    private static func comparison(_ comparison: Rule.Comparison) -> String {
        switch comparison {
        case .less: "less than"
        case .atMost: "at most"
        case .more: "more than"
        case .atLeast: "at least"
        case .exactly: "exactly"
        }
    }

    private static func time(_ comparison: Rule.Comparison) -> String {
        switch comparison {
        case .less: "before"
        case .atMost: "not after"
        case .more: "after"
        case .atLeast: "not before"
        case .exactly: "at"
        }
    }

    private static func count(_ count: Int, _ measure: Rule.Measure) -> String {
        let unit =
            switch measure {
            case .scalars: "character"
            case .utf8, .bytes: "byte"
            case .elements: "element"
            }
        return count == 1 ? "1 \(unit)" : "\(count) \(unit)s"
    }

    /// RFC 3339, in UTC. The calendar is the proleptic Gregorian one: http://howardhinnant.github.io/date_algorithms.html.
    private static func time(_ seconds: Int64, _ nanos: Int32) -> String {
        let (days, second) = seconds.quotientAndRemainder(dividingBy: 86400)
        let day = second < 0 ? days - 1 : days
        let clock = second < 0 ? second + 86400 : second
        let shifted = day + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let march = (5 * dayOfYear + 2) / 153
        let month = march < 10 ? march + 3 : march - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        let date = "\(padded(year, 4))-\(padded(month, 2))-\(padded(dayOfYear - (153 * march + 2) / 5 + 1, 2))"
        let fraction = nanos == 0 ? "" : ".\(padded(Int64(nanos), 9))"
        return "\(date)T\(padded(clock / 3600, 2)):\(padded(clock / 60 % 60, 2)):\(padded(clock % 60, 2))\(fraction)Z"
    }

    private static func padded(_ number: Int64, _ digits: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
