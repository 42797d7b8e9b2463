internal import Messages

// Before and after, field by field (E2). An object that is new had nothing before.

/// What is different between two states of an account.
func differences(_ before: Account, _ after: Account) -> [FieldChange] {
    [
        FieldChange("type", before.type.eventText, after.type.eventText),
        FieldChange("state", before.state.eventText, after.state.eventText),
        FieldChange("address", before.address, after.address),
        FieldChange("display_name", before.displayName, after.displayName),
        FieldChange("external_id", before.externalId, after.externalId),
        FieldChange("role", before.role.eventText, after.role.eventText),
        FieldChange("owner", before.owner ? "true" : "", after.owner ? "true" : ""),
    ].compactMap { $0 }
}

/// What a new organization has.
func differences(_ organization: Organization) -> [FieldChange] {
    [
        FieldChange("display_name", "", organization.displayName),
        FieldChange("preset", "", organization.preset.eventText),
        FieldChange("owner_id", "", organization.ownerId),
        FieldChange("roles_enabled", "", organization.rolesEnabled ? "true" : "false"),
        FieldChange("external_id", "", organization.externalId),
    ].compactMap { $0 }
}

/// What a new group has.
func differences(_ group: Group) -> [FieldChange] {
    [
        FieldChange("display_name", "", group.displayName),
        FieldChange("external_id", "", group.externalId),
    ].compactMap { $0 }
}

extension FieldChange {
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
