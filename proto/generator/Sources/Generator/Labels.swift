/// How people read the names of the contract's fields, in front of values and above columns.
enum Labels {
    /// - Parameter noun: the message that has the field, as in `Account`.
    static func label(_ protoName: String, of noun: String) -> String {
        if let label = short[protoName] { return label }
        let noun = words(noun)
        if protoName == "id" { return noun }
        var name = protoName.replacing("_", with: " ")
        // An account's account_type is its type.
        if name.hasPrefix(noun + " ") { name.removeFirst(noun.count + 1) }
        if name.hasSuffix(" id") { name.removeLast(3) }
        if name.hasSuffix(" ids") { name = name.dropLast(4) + "s" }
        return name
    }

    /// Where the rule gives another word than people use.
    private static let short: [String: String] = [
        "display_name": "name", "external_id": "external id", "external_ids": "external ids",
        "create_time": "created", "suspend_time": "suspended", "start_time": "starts", "expire_time": "expires",
        "record_time": "recorded", "occur_time": "occurred", "warnings": "warning", "tree_size": "tree size",
    ]

    /// `FunctionalAccount` to `functional account`.
    static func words(_ noun: String) -> String {
        Names.upperSnake(noun).lowercased().replacing("_", with: " ")
    }

    /// `FunctionalAccount` to `functional-account`.
    static func kebab(_ noun: String) -> String { words(noun).replacing(" ", with: "-") }

    /// One of many: `addresses` to `address`, `external_ids` to `external_id`.
    static func singular(_ plural: String) -> String {
        for (ending, one) in [("ies", "y"), ("sses", "ss"), ("xes", "x"), ("ches", "ch"), ("s", "")]
        where plural.hasSuffix(ending) { return plural.dropLast(ending.count) + one }
        return plural
    }

    /// Many of one: `Mailbox` to `Mailboxes`.
    static func plural(_ one: String) -> String {
        if one.hasSuffix("y"), !["ay", "ey", "oy"].contains(where: one.hasSuffix) { return one.dropLast() + "ies" }
        return one + (["s", "x", "ch"].contains(where: one.hasSuffix) ? "es" : "s")
    }
}
