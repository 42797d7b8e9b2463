internal import IdentityDomain
internal import Messages

/// Checks of single fields, in the order in which a handler names them.
enum Field {
    static let displayNameMax = 200
    static let externalIDMax = 200
    static let justificationMax = 1000
    static let requestIDMax = 100
    static let namesMax = 1000
    /// Ids and tokens of ours are far shorter; what is longer is none of them.
    static let idMax = 100

    /// Characters are Unicode scalars: what people see as one character can be any number of them.
    static func text(_ text: String, _ field: String, max: Int) throws(Refusal) {
        if text.unicodeScalars.count > max { throw .tooLong(field, "\(max) characters") }
    }

    static func required(_ text: String, _ field: String, max: Int) throws(Refusal) {
        if text.isEmpty { throw .missing(field) }
        try Self.text(text, field, max: max)
    }

    static func id(_ text: String, _ field: String) throws(Refusal) {
        try required(text, field, max: idMax)
    }

    /// How many things a list may be asked for by name.
    static func names(_ count: Int, _ field: String) throws(Refusal) {
        if count > namesMax { throw .invalid(field, "at most \(namesMax) names in all") }
    }

    static func requestID(_ text: String) throws(Refusal) {
        try Self.text(text, "request_id", max: requestIDMax)
    }

    static func justification(_ text: String) throws(Refusal) {
        try Self.text(text, "justification", max: justificationMax)
    }

    /// Names of a new or changed thing.
    static func names(displayName: String, externalID: String, of thing: String, nameRequired: Bool) throws(Refusal) {
        if nameRequired, displayName.isEmpty { throw .missing("\(thing).display_name") }
        try text(displayName, "\(thing).display_name", max: displayNameMax)
        try text(externalID, "\(thing).external_id", max: externalIDMax)
    }
}
