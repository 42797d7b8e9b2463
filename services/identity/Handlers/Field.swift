internal import IdentityDomain
internal import Messages

/// Checks of form that the rules in the contract cannot say, because a message is asked for in one request and answered in
/// another, or because several fields count together.
enum Field {
    private static let namesMax = 1000

    static func required(_ text: String, _ field: String) throws(Refusal) {
        if text.isEmpty { throw .missing(field) }
    }

    /// The fields of an update, each of which is among `known`.
    static func mask(_ mask: FieldMask?, of known: [String]) throws(Refusal) -> Set<String> {
        let paths = Set(mask?.paths ?? [])
        if paths.isEmpty { throw .missing("update_mask") }
        guard paths.isSubset(of: known) else {
            throw .invalid("update_mask", "only \(known.joined(separator: " and ")) can be changed")
        }
        return paths
    }

    /// The same of fields that a type lists by their names. `why`: what is said where it names another one.
    static func mask<Known: RawRepresentable<String> & Hashable>(
        _ mask: FieldMask?, else why: @autoclosure () -> String
    ) throws(Refusal) -> Set<Known> {
        let paths = mask?.paths ?? []
        if paths.isEmpty { throw .missing("update_mask") }
        var known: Set<Known> = []
        for path in paths {
            guard let field = Known(rawValue: path) else { throw .invalid("update_mask", why()) }
            known.insert(field)
        }
        return known
    }

    /// What says nothing beside another field.
    static func absent(_ text: String, _ field: String, beside other: String) throws(Refusal) {
        if !text.isEmpty { throw .invalid(field, "it says something else than \(other)") }
    }

    /// One of the two says it: a text that names something, or a word for nothing of the kind.
    static func either(_ text: String, _ field: String, or isNone: Bool, _ none: String) throws(Refusal) {
        if isNone { return try absent(text, field, beside: none) }
        if text.isEmpty { throw Refusal(.missingField, "neither \(field) nor \(none) is said", details: ["field": field]) }
    }

    /// How many things a list may be asked for by name.
    static func names(_ count: Int, _ field: String) throws(Refusal) {
        if count > namesMax { throw .invalid(field, "at most \(namesMax) names in all") }
    }

    /// An end: rounded down to what is stored, so that nothing lasts longer than it was said to.
    static func end(_ time: Timestamp?, _ field: String = "expire_time") throws(Refusal) -> Timestamp? {
        guard let time else { return nil }
        guard let micros = time.microsecondsSince1970 else {
            throw .invalid(field, "it is no time: the years are 1 to 9999, nanos 0 to 999,999,999")
        }
        return Timestamp(microsecondsSince1970: micros)
    }
}
