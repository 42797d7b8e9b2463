/// What a field's value must be, as its option buf.validate.field says.
struct FieldRules: Equatable {
    /// The value must be there.
    var required = false
    /// The other rules do not count for the type's zero value.
    var ignoresZero = false
    var rules: [Rule] = []
    /// What each element of a list must be; at most one.
    var items: [FieldRules] = []

    var isEmpty: Bool { !required && rules.isEmpty && items.isEmpty }
}

/// One rule: a name of protovalidate, as in `string.max_len`, and what it asks.
struct Rule: Equatable {
    var name: String
    var demand: Demand

    enum Demand: Equatable {
        case length(Comparison, Measure, Int)
        case pattern(Pattern)
        /// Of any whole number.
        case number(Comparison, String)
        case time(Comparison, seconds: Int64, nanos: Int32)
        case definedOnly
        case among([Int32])
        case notAmong([Int32])
    }

    /// What a length counts.
    enum Measure: Equatable {
        case scalars
        case utf8
        case bytes
        case elements
    }

    enum Comparison: Equatable {
        case less
        case atMost
        case more
        case atLeast
        case exactly

        var bounds: Side {
            switch self {
            case .less, .atMost: .above
            case .more, .atLeast: .below
            case .exactly: .both
            }
        }
    }

    enum Side: Equatable {
        case above
        case below
        case both
    }

    var comparison: Comparison? {
        switch demand {
        case .length(let comparison, _, _), .number(let comparison, _), .time(let comparison, _, _): comparison
        case .pattern, .definedOnly, .among, .notAmong: nil
        }
    }
}
