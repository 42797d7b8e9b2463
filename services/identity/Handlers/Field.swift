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

    /// How many things a list may be asked for by name.
    static func names(_ count: Int, _ field: String) throws(Refusal) {
        if count > namesMax { throw .invalid(field, "at most \(namesMax) names in all") }
    }
}
