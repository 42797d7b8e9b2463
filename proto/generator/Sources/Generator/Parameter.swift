/// What a person says to a command: one field of its request, or of the resource in it.
struct Parameter {
    enum Kind: Equatable {
        /// An id, for which a name does too; the case of mandatectl's ReferenceKind.
        case reference(String)
        /// A role's id, for which its word does too: `auditor`.
        case role
        case text
        /// Of that enum.
        case word(String)
        case time
        case flag
        case number(Scalar)
    }

    let field: Field
    let kind: Kind
    /// The property, as in `displayName`; of an id without that word: `account`.
    let name: String
    private let isID: Bool
    /// Told by where it stands, not by its name.
    var isArgument: Bool
    /// Must be said.
    let isRequired: Bool
    /// Of an update: says to what it changes, if it changes at all.
    var isChange = false

    /// Nil where no option can ask for a field: a secret is none, since every user of the machine can read arguments.
    init?(_ field: Field, isArgument: Bool, isRequired: Bool) {
        guard !field.options.secret, let kind = Self.kind(field) else { return nil }
        self.field = field
        self.kind = kind
        self.isArgument = isArgument
        self.isRequired = isRequired
        let one = Self.one(field)
        isID = field.type == .text && one.hasSuffix("_id") && one != "external_id"
        name = isID ? Names.lowerCamel(String(one.dropLast(3)) + (field.repeated ? "s" : "")) : field.name
    }

    private static func one(_ field: Field) -> String {
        field.repeated ? Labels.singular(field.protoName) : field.protoName
    }

    private static func kind(_ field: Field) -> Kind? {
        switch field.type {
        case .text where field.protoName == "role_id": .role
        case .text: references[one(field)].map(Kind.reference) ?? .text
        case .enumeration(let type): .word(type)
        case .scalar(.bool): field.repeated ? nil : .flag
        case .scalar(.float), .scalar(.double), .bytes: nil
        case .scalar(let scalar): field.repeated ? nil : .number(scalar)
        case .message("google.protobuf.Timestamp"): field.repeated ? nil : .time
        case .message: nil
        }
    }

    /// Ids that can be written as names. An id of another kind is written as it is.
    private static let references = [
        "organization_id": "organization", "account_id": "account", "owner_id": "account", "group_id": "group",
        "mailbox_id": "mailbox", "unit_id": "unit", "parent_id": "unit",
        "member_id": "member", "grantee_id": "member", "holder_id": "member", "subject_id": "member", "actor_id": "thing",
        "target_id": "thing",
    ]

    /// As in `--display-name`; of one of many in the singular.
    var option: String {
        if let other = CommandPlace.options[field.fullName] { return other }
        let one = Self.one(field)
        let short = isID ? String(one.dropLast(3)) : one
        return (Self.taken.contains(short) ? one : short).replacing("_", with: "-")
    }

    /// Properties that commands have.
    static let kept: Set<String> = [
        "configuration", "method", "server", "output", "connection", "list", "change", "justification", "etag", "request",
    ]

    /// Options that every command has.
    private static let taken: Set<String> = [
        "identity", "mailbox", "audit", "certificates", "name", "as", "session_file", "organization", "timeout", "output",
        "limit", "page_token", "request_id", "validate_only", "justification", "etag", "help", "version",
    ]
}

extension Field {
    /// Without it the request is refused.
    var isRequired: Bool {
        guard let rules else { return false }
        return rules.required || (repeated && rules.rules.contains { $0.name == "repeated.min_items" })
    }
}
