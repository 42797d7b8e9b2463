internal import ArgumentParser
internal import Contract
internal import IdentityDomain
internal import Messages

/// How something is named at the shell and in a file, wherever an id can stand:
///
/// | written | names |
/// |---|---|
/// | `acc_…`, `grp_…`, `unt_…`, `mbx_…`, `org_…` | by its id |
/// | `anna@example.org` | an account, or its mailbox, by its address in any case |
/// | `ext:KEY` | by a directory's own key |
/// | `group:NAME` | a group by its name |
/// | `unit:NAME` | an organizational unit by its name, where only one has it |
///
/// 1. What a text means is told by how it is written and by where it stands, never by what happens to be found: an
///    account whose external id looks like another's address is only ever found by `ext:`.
/// 2. Two are the same exactly when the servers hold them the same: addresses by the servers' own key, all else byte by
///    byte.
struct Reference: Hashable, Sendable, CustomStringConvertible {
    /// By what it names.
    enum Form: Hashable, Sendable {
        case id(ExactText)
        /// Of `EmailAddress.key`.
        case address(key: ExactText)
        case externalID(ExactText)
        case groupName(ExactText)
        case unitName(ExactText)
    }

    let kind: ReferenceKind
    let form: Form
    /// As written.
    let description: String

    init(_ text: String, _ kind: ReferenceKind) throws(Failure) {
        guard let form = try Form(text, kind) else {
            let what = text.isEmpty ? "no \(kind.word) is named" : "'\(text)' names no \(kind.word)"
            throw Failure(Table.printable(what), todo: "write \(kind.forms)")
        }
        self.kind = kind
        self.form = form
        description = text
    }

    /// The key of an address, where it is written as one.
    var address: String? {
        guard case .address(let key) = form else { return nil }
        return key.text
    }

    static func == (left: Reference, right: Reference) -> Bool {
        left.kind == right.kind && left.form == right.form
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(kind)
        hasher.combine(form)
    }
}

extension Reference.Form {
    /// Nil for what is written like none of the forms, and for a form that the kind has not. An address that is none is
    /// refused with what is wrong with it: looked up, it would only not be there.
    fileprivate init?(_ text: String, _ kind: ReferenceKind) throws(Failure) {
        if let key = Self.rest(of: text, behind: "ext:") {
            self = .externalID(ExactText(key))
        } else if let name = Self.rest(of: text, behind: "group:") {
            self = .groupName(ExactText(name))
            if !kind.isOfGroups { return nil }
        } else if let name = Self.rest(of: text, behind: "unit:") {
            self = .unitName(ExactText(name))
            if !kind.isOfUnits { return nil }
        } else if text.utf8.contains(UInt8(ascii: "@")) {
            if !kind.isOfAccounts { return nil }
            self = .address(key: ExactText(try EmailAddress(written: text).key))
        } else if kind.isID(text) {
            self = .id(ExactText(text))
        } else {
            return nil
        }
    }

    /// By bytes: a combining mark behind the colon makes no other text of it. Nil when there is none.
    private static func rest(of text: String, behind prefix: String) -> String? {
        guard text.utf8.starts(with: prefix.utf8), text.utf8.count > prefix.utf8.count else { return nil }
        return String(text[text.utf8.index(text.startIndex, offsetBy: prefix.utf8.count)...])
    }
}

/// What a reference may name, by where it stands.
enum ReferenceKind: Hashable, Sendable, CaseIterable {
    case organization, account, group, unit
    /// An account or a group.
    case member
    /// By its own id, or by its account.
    case mailbox
    /// Whatever the log can be asked about. An id of any sort, also of a caller.
    case thing

    /// For people.
    var word: String {
        switch self {
        case .organization: "organization"
        case .account: "account"
        case .group: "group"
        case .unit: "unit"
        case .member: "account or group"
        case .mailbox: "mailbox"
        case .thing: "thing"
        }
    }

    /// How it is written, for people.
    var forms: String {
        switch self {
        case .organization: "org_… or ext:KEY"
        case .account: "acc_…, an address or ext:KEY"
        case .group: "grp_…, group:NAME or ext:KEY"
        case .unit: "unt_…, unit:NAME or ext:KEY"
        case .member: "acc_…, an address, grp_…, group:NAME or ext:KEY"
        case .mailbox: "mbx_…, its address or ext:KEY"
        case .thing: "a whole id, spiffe://…, an address, group:NAME, unit:NAME, ext:KEY, or a service: identity, mailbox, audit"
        }
    }

    /// Whether it is an id of what may stand there, whole: half of one is as little an id as any other word.
    fileprivate func isID(_ text: String) -> Bool {
        let prefixes: [String]
        switch self {
        case .organization: prefixes = ["org"]
        case .account: prefixes = ["acc"]
        case .group: prefixes = ["grp"]
        case .unit: prefixes = ["unt"]
        case .member: prefixes = ["acc", "grp"]
        case .mailbox: prefixes = ["mbx", "acc"]
        case .thing: return LoggedID.allCases.contains { $0.isWellFormed(text) }
        }
        return prefixes.contains { Identifier.bits(text, prefix: $0) != nil }
    }

    var isOfAccounts: Bool {
        switch self {
        case .account, .member, .mailbox, .thing: true
        case .organization, .group, .unit: false
        }
    }

    var isOfGroups: Bool {
        switch self {
        case .group, .member, .thing: true
        case .organization, .account, .unit, .mailbox: false
        }
    }

    var isOfUnits: Bool {
        switch self {
        case .unit, .thing: true
        case .organization, .account, .group, .member, .mailbox: false
        }
    }
}

// For arguments and options: `@Argument(help: .account, transform: Reference.account) var account: Reference`.
extension Reference {
    static let organization: @Sendable (String) throws -> Reference = { try Reference($0, .organization) }
    static let account: @Sendable (String) throws -> Reference = { try Reference($0, .account) }
    static let group: @Sendable (String) throws -> Reference = { try Reference($0, .group) }
    static let unit: @Sendable (String) throws -> Reference = { try Reference($0, .unit) }
    static let member: @Sendable (String) throws -> Reference = { try Reference($0, .member) }
    static let mailbox: @Sendable (String) throws -> Reference = { try Reference($0, .mailbox) }
    static let thing: @Sendable (String) throws -> Reference = { try Reference($0, .thing) }
}

extension ArgumentHelp {
    /// What it is, and how it is written.
    static func reference(_ kind: ReferenceKind, _ what: String = "") -> ArgumentHelp {
        ArgumentHelp(what.isEmpty ? kind.forms : "\(what): \(kind.forms)")
    }
}
