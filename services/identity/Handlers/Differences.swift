internal import Messages

// Before and after, field by field (E2). An object that is new had nothing before.

/// What is different between two states of an account.
func differences(_ before: Account, _ after: Account) -> [EventChange] {
    [
        EventChange("account_type", before.accountType.eventText, after.accountType.eventText),
        EventChange("state", before.state.eventText, after.state.eventText),
        EventChange("address", before.address, after.address),
        EventChange("display_name", before.displayName, after.displayName),
        EventChange("external_id", before.externalId, after.externalId),
        EventChange("role", before.role.eventText, after.role.eventText),
        EventChange("owner", before.owner ? "true" : "", after.owner ? "true" : ""),
    ].compactMap { $0 }
}

/// What a new organization has.
func differences(_ organization: Organization) -> [EventChange] {
    [
        EventChange("display_name", "", organization.displayName),
        EventChange("preset", "", organization.preset.eventText),
        EventChange("owner_id", "", organization.ownerId),
        EventChange("roles_enabled", "", organization.rolesEnabled ? "true" : "false"),
        EventChange("external_id", "", organization.externalId),
    ].compactMap { $0 }
}

/// What a new group has.
func differences(_ group: Group) -> [EventChange] {
    [
        EventChange("display_name", "", group.displayName),
        EventChange("external_id", "", group.externalId),
    ].compactMap { $0 }
}

extension EventChange {
    /// Nil when nothing is different.
    init?(_ path: String, _ before: String, _ after: String) {
        if ExactText(before) == ExactText(after) { return nil }
        self.init(path: path, before: before, after: after)
    }
}

extension MessageEnum {
    /// As in `full_admin`; empty for UNSPECIFIED.
    fileprivate var eventText: String { rawValue == 0 ? "" : shortName.lowercased() }
}
