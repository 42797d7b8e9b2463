/// Where a method stands in `mandatectl`.
///
/// The names say it: SuspendAccount of AccountService is `account suspend`, ListGroupMembers of GroupService is
/// `group members`. What stands here is what they do not say.
enum CommandPlace: Equatable {
    /// A generated command, by its words.
    case leaf([String])
    /// A command under a generated one, written by hand since it asks for secrets, checks or goes on for long.
    case byHand([String])
    /// No command, or one that is written by hand with all that stands around it.
    case none

    init(_ method: String, of service: String) {
        if Self.without.contains(method) {
            self = .none
        } else if let words = Self.writtenByHand[method] {
            self = .byHand(Self.split(words))
        } else {
            self = .leaf(Self.named[method].map(Self.split) ?? Self.words(method, of: service))
        }
    }

    private static let named = [
        "AddGroupMember": "group add", "RemoveGroupMember": "group remove",
        "GrantDelegation": "grant", "RevokeDelegation": "revoke", "ListDelegates": "mailbox delegates",
        "AcceptOwnershipTransfer": "ownership accept", "DeclineOwnershipTransfer": "ownership decline",
        "WithdrawOwnershipTransfer": "ownership withdraw", "GetOwnershipTransfer": "ownership offered",
        "UpdateBillingDetails": "billing update", "ListSenderIdentities": "mailbox identities",
        "ListRegisteredMailboxes": "mailbox registered", "GetOffboarding": "account offboarding",
        "ListRoleAssignments": "administrator list", "BackupServer": "backup", "CreateBackup": "backup",
    ]

    private static let writtenByHand = [
        // They take or show secrets.
        "InviteAccount": "account invite", "InviteAdministrator": "administrator invite",
        "AcceptInvitation": "invitation accept", "DeclineInvitation": "invitation decline",
        "ResendInvitation": "invitation resend",
        "CreateOrganization": "organization create", "CreateSession": "session create",
        // Pages for people, of several parts.
        "GetOrganizationSummary": "organization show", "GetAccountSummary": "account show",
        // It waits until all is done.
        "OffboardAccount": "account offboard",
        // Its columns are the roles that there are.
        "GetRoleMatrix": "role matrix",
        // They speak of policies by name, and of values in words.
        "GetPolicies": "policy show", "UpdatePolicies": "policy set",
        // Its exit status is the decision's, as that of `check`.
        "OpenMailbox": "mailbox open",
        // They take signatures from files, and the settings name their mailbox.
        "SetSignature": "signature set", "UpdateMailboxSettings": "mailbox update-settings",
        // They share their options with the watch, and the last checks what it shows.
        "ListEvents": "log list", "WatchEvents": "log watch", "ProveEvent": "log prove",
    ]

    private static let without: Set<String> = [
        // Services among themselves.
        "Authorize", "AppendEvents", "FollowFeed", "BatchCheck", "ProveLogConsistency",
        "ClaimMailboxAddress", "ReleaseMailboxAddress", "ListMailboxAddresses",
        // `check` and `explain` end with the decision's exit status; `server` and `clock` ask several servers.
        "Check", "Explain", "GetServer", "GetServerClock", "AcceptServerClock",
        "GetClock", "AcceptClock",
    ]

    /// Fields that stand as arguments although no rule requires them; with a question mark what need not be said.
    static let arguments = [
        "RevokeDelegation": ["delegation_id?"], "FreezeDelegation": ["delegation_id?"],
        "UnfreezeDelegation": ["delegation_id?"],
        // To grant nothing takes away what was granted: nobody does that by leaving words out.
        "GrantDelegation": ["rights"],
    ]

    /// Options of fields whose names other options have.
    static let options = ["mandate.identity.v1.BillingDetails.name": "payer"]

    private static func split(_ words: String) -> [String] { words.split(separator: " ").map(String.init) }

    /// `CreateFunctionalAccount` to `account create-functional`, `GetRoleMatrix` to `role matrix`.
    private static func words(_ method: String, of service: String) -> [String] {
        let noun = service.replacing(/Service$/, with: "")
        let group = Labels.kebab(noun)
        for form in [Labels.plural(noun), noun] {
            guard let range = method.firstRange(of: form), range.lowerBound > method.startIndex else { continue }
            let (verb, rest) = (method[..<range.lowerBound], method[range.upperBound...])
            // Else it is the beginning of another word.
            guard rest.first?.isUppercase ?? true else { continue }
            let reads = ["Get", "List"].contains(verb)
            return [group, Labels.kebab(rest.isEmpty ? String(verb) : reads ? String(rest) : String(verb + rest))]
        }
        return [group, Labels.kebab(method)]
    }
}
