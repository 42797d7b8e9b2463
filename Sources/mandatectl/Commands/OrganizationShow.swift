internal import ArgumentParser
internal import Contract
internal import Messages

extension OrganizationCommand {
    /// A page for people: who runs an organization, what it is made of, what deserves a look.
    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Shows an organization: its owner and administrators, how many of what, warnings.")

        @Argument(
            help: .reference(.organization, "The organization; without it that of who acts"), transform: Reference.organization)
        var organization: Reference?
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func run() async throws {
            try await Connections.with(connection) { connections in
                let id = try await connections.organization(organization)
                let found = try await OrganizationClient(transport: connections.identity()).getOrganizationSummary(
                    GetOrganizationSummaryRequest(organizationId: id), connections.callOptions)
                Output(output).show(found)
            }
        }
    }
}

extension GetOrganizationSummaryResponse: Shown {
    var shown: String {
        let organization = organization ?? Organization()
        var parts = [
            Table.text(of: [
                ("organization", organization.id), ("name", organization.displayName),
                ("external id", organization.externalId), ("preset", organization.preset.word),
                ("created", organization.createTime?.text ?? ""),
                ("roles", organization.rolesEnabled ? "on" : "off: every administrator is a Full admin"),
                ("full admins", "\(fullAdminCount) active"), ("accounts", counted), ("groups", "\(groupCount)"),
            ]),
            Table.text(header: Self.header, rows: ([owner].compactMap(\.self) + administrators).map(row)),
        ]
        let hidden = Int(administratorCount) - administrators.count
        if hidden > 0 { parts.append("and \(hidden) more: mandatectl account list --account-type administrator") }
        if !warnings.isEmpty { parts.append(warnings.map { "warning: \($0.advice)" }.joined(separator: "\n")) }
        return parts.joined(separator: "\n\n")
    }

    private static var header: [String] { ["administrator", "state", "roles", "address", "name"] }

    private func row(_ account: Account) -> [String] {
        [
            account.id, account.state.word,
            (account.owner ? ["owner"] + account.roleIds : account.roleIds).joined(separator: " "),
            account.addressText, account.displayName,
        ]
    }

    /// `12 (3 administrator active, 9 user active)`
    private var counted: String {
        let all = accounts.reduce(0) { $0 + Int($1.count) }
        let each = accounts.map { "\($0.count) \($0.accountType.word) \($0.state.word)" }
        return "\(all) (\(each.joined(separator: ", ")))"
    }
}

extension OrganizationWarning {
    /// What it is, and what to do about it.
    fileprivate var advice: String {
        switch self {
        case .oneFullAdmin:
            "there is one active Full admin: nobody could let them back in; give somebody else the role full-admin"
        case .rolesOff: "roles are off: every administrator can do everything"
        case .administratorsUnguarded:
            "administrators are not guarded: set guard_administrators=on, or others with a scope may use it on them"
        case .unspecified, .unrecognized: "something that this version of mandatectl does not know: \(self)"
        }
    }
}
