internal import Messages

/// `NAME=VALUE`: one policy, and what it shall be; empty or `preset` is what the preset says.
struct PolicyAssignment {
    let name: String
    private let set: (inout OrganizationPolicies) -> Void

    static let read: @Sendable (String) throws -> PolicyAssignment = { try PolicyAssignment($0) }

    init(_ text: String) throws(Failure) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let name = parts[0].lowercased().replacing("-", with: "_")
        guard let field = PolicyWords.fields[name] else {
            throw Failure(
                Table.printable("'\(parts[0])' is no policy"),
                todo: "they are " + PolicyWords.fields.keys.sorted().joined(separator: ", "))
        }
        guard parts.count == 2 else {
            throw Failure("'\(name)' has no value", todo: "write \(name)=VALUE, or \(name)= for what the preset says")
        }
        let word = parts[1].lowercased()
        let isReset = word.isEmpty || word == "preset"
        guard let set = isReset ? { field.reset(&$0) } : field.setting(parts[1]) else {
            throw Failure(
                Table.printable("\(name) cannot be '\(parts[1])'"),
                todo: "it can be \(field.examples), or nothing for what the preset says")
        }
        self.name = name
        self.set = set
    }

    func apply(to policies: inout OrganizationPolicies) { set(&policies) }
}

/// What stands behind 'policy set': an organization, or a policy and its value.
enum PolicyArgument {
    case organization(Reference)
    case assignment(PolicyAssignment)

    static let read: @Sendable (String) throws -> PolicyArgument = { try PolicyArgument($0) }

    /// No policy's name is written like an organization: what is, is one, also where its key has an equals sign.
    init(_ text: String) throws(Failure) {
        if let organization = try? Reference(text, .organization) {
            self = .organization(organization)
        } else {
            self = .assignment(try PolicyAssignment(text))
        }
    }

    var organization: Reference? { if case .organization(let organization) = self { organization } else { nil } }
    var assignment: PolicyAssignment? { if case .assignment(let assignment) = self { assignment } else { nil } }
}

/// A policy's field, and how its values are written at the shell.
struct PolicyWords: Sendable {
    typealias Path<Content> = any WritableKeyPath<OrganizationPolicies, Content> & Sendable

    let examples: String
    /// Nil for text that is no value of it.
    let setting: @Sendable (String) -> ((inout OrganizationPolicies) -> Void)?
    let reset: @Sendable (inout OrganizationPolicies) -> Void

    static let fields: [String: PolicyWords] = [
        "administrators_by": word(\.administratorsBy), "transfer_needs_acceptance": word(\.transferNeedsAcceptance),
        "guard_administrators": word(\.guardAdministrators),
        "invitation_lifetime": duration(\.invitationLifetime, orElse: nil),
        "delete_suspended_after": duration(\.deleteSuspendedAfter, orElse: "never"),
        "deleted_address_lifetime": duration(\.deletedAddressLifetime, orElse: "none"),
        "keys_survive_suspension": word(\.keysSurviveSuspension), "owner_grants": word(\.ownerGrants),
        "all_or_nothing": word(\.allOrNothing), "set_up_manages_access": word(\.setUpManagesAccess),
        "setup_needs_operations": word(\.setupNeedsOperations), "common_group": word(\.commonGroup),
        "owner_plans": names(\.ownerPlans), "sharing_default": word(\.sharingDefault),
        "displayed_sender": word(\.displayedSender), "no_displayed_sender": word(\.noDisplayedSender),
        "notify": word(\.notify), "expiry_warning": duration(\.expiryWarning, orElse: "never"),
        "grants_must_end": word(\.grantsMustEnd), "grant_lifetime_max": duration(\.grantLifetimeMax, orElse: "any"),
        "request_approvals": count(\.requestApprovals), "request_lifetime": duration(\.requestLifetime, orElse: nil),
        "break_glass": word(\.breakGlass),
    ]

    /// A switch too. What the table shows can be written: `full_admins` and `full-admins` are one word.
    private static func word<Choice: MessageEnum>(_ path: Path<Choice>) -> PolicyWords {
        PolicyWords(
            examples: Choice.allCases.filter { $0.rawValue != 0 }.map { $0.shortName.lowercased() }.joined(separator: ", ")
        ) { text in
            let asked = text.lowercased().replacing("_", with: "-")
            guard let value = Choice.allCases.first(where: { $0.rawValue != 0 && $0.word == asked }) else { return nil }
            return { $0[keyPath: path] = value }
        } reset: {
            $0[keyPath: path] = Choice(rawValue: 0)
        }
    }

    /// `zero`: what no length at all is called, as 'policy show' writes it; nil where there must be one.
    private static func duration(_ path: Path<WireDuration?>, orElse zero: String?) -> PolicyWords {
        let lengths = "a length of time as in 7d, 36h, 90m or 30s"
        return PolicyWords(examples: zero.map { "\(lengths), or \($0)" } ?? lengths) { text in
            guard let seconds = seconds(text), seconds > 0 || zero != nil else { return nil }
            return { $0[keyPath: path] = WireDuration(seconds: seconds) }
        } reset: {
            $0[keyPath: path] = nil
        }
    }

    private static func count(_ path: Path<Int32>) -> PolicyWords {
        PolicyWords(examples: "a number from 1 on") { text in
            guard let count = Int32(text), count > 0 else { return nil }
            return { $0[keyPath: path] = count }
        } reset: {
            $0[keyPath: path] = 0
        }
    }

    private static func names(_ path: Path<PolicyNames?>) -> PolicyWords {
        PolicyWords(examples: "names with commas between, or any") { text in
            let names = text == "any" ? [] : text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            guard names.allSatisfy({ !$0.isEmpty }) else { return nil }
            return { $0[keyPath: path] = PolicyNames(names: names) }
        } reset: {
            $0[keyPath: path] = nil
        }
    }

    /// Whole seconds; zero for the words of it.
    private static func seconds(_ text: String) -> Int64? {
        if ["never", "none", "any"].contains(text.lowercased()) { return 0 }
        let units: [Character: Int64] = ["d": 86_400, "h": 3600, "m": 60, "s": 1]
        guard let unit = text.last.flatMap({ units[$0] }), text.dropLast().allSatisfy(\.isASCII),
            let count = Int64(text.dropLast()), count >= 0
        else { return nil }
        let (seconds, overflow) = count.multipliedReportingOverflow(by: unit)
        return overflow ? nil : seconds
    }
}
