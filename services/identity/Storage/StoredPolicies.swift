package import IdentityDomain
package import Messages
package import SQL
internal import Tables

extension OrganizationPolicies: Resource {}

/// Followers learn what holds, not what was decided: they know of no preset.
let policiesTable = Table<OrganizationPolicies>(
    "organization_policies",
    [.text("organization_id", \.organizationId).key] + PolicyField.columns + [
        .derived("organizations.preset") { $0.preset = OrganizationPreset(rawValue: Int32(truncatingIfNeeded: $1.integer($2))) },
        Column("table_version") { _ in
            .integer(PolicyTable.version)
        } read: { _, _, _ in
        }, .revision("revision", \.revision),
    ],
    join: "JOIN organizations ON organizations.id = organization_policies.organization_id",
    organization: { $0.organizationId }, id: { $0.organizationId }, told: { $0 = $0.effective })

private let byOrganization = policiesTable.lookup("organization_id")

extension Connection {
    /// What the organization has decided itself. Every organization has a row.
    package func policies(of organization: OrganizationID) throws(SQLError) -> OrganizationPolicies {
        guard let found = try byOrganization.find([.text(organization.text)], self) else {
            throw SQLError(.corrupt, "organization \(organization.text) has no policies")
        }
        return found
    }
}

extension Transaction {
    /// Stores it and tells the followers. Returns it as stored.
    @discardableResult
    package func insert(_ policies: OrganizationPolicies) throws(SQLError) -> OrganizationPolicies {
        try policiesTable.insert(policies, self)
    }

    /// Stores what can change and tells the followers. Returns it as stored.
    @discardableResult
    package func update(_ policies: OrganizationPolicies) throws(SQLError) -> OrganizationPolicies {
        try policiesTable.update(policies, self)
    }
}

extension Connection {
    /// The organizations of which followers were told under another version of the presets' table: what holds there may be
    /// something else now, and nobody has changed it.
    package func toldOtherwise() throws(SQLError) -> [OrganizationID] {
        try rows(
            "SELECT organization_id FROM organization_policies WHERE table_version <> ?", [.integer(PolicyTable.version)]
        ) { OrganizationID($0.text(0)) }
    }

    /// Whether the organization is one of them.
    package func isToldOtherwise(_ organization: OrganizationID) throws(SQLError) -> Bool {
        try first(
            "SELECT 1 FROM organization_policies WHERE organization_id = ? AND table_version <> ?",
            [.text(organization.text), .integer(PolicyTable.version)]
        ) { _ in true } ?? false
    }
}

extension OrganizationPolicies {
    /// What rules ask. Its row was judged when it was stored.
    package var policies: Policies {
        var own: [Policy: PolicyValue] = [:]
        for policy in Policy.allCases { own[policy] = self[policy] }
        return Policies(Preset(rawValue: Int64(preset.rawValue)) ?? .functionalAccounts, own: own)
    }

    /// With every field set, to what holds.
    package var effective: OrganizationPolicies {
        var out = self
        let holding = policies
        for policy in Policy.allCases { out[policy] = holding[policy] }
        out.etag = ""
        return out
    }

    /// The field of a policy; nil is the preset's.
    package subscript(policy: Policy) -> PolicyValue? {
        get { PolicyField.of(policy).get(self) }
        set { PolicyField.of(policy).set(&self, newValue) }
    }
}
