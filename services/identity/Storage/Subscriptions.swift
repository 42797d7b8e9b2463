package import IdentityDomain
package import Messages
package import SQL
internal import Tables

extension Subscription: Resource {}

/// How many licences are assigned is no change of the subscription: it is counted beside it, leaves its etag as it is, and no
/// follower learns it.
let subscriptionTable = Table<Subscription>(
    "subscriptions",
    [
        .text("id", \.id).key, .text("organization_id", \.organizationId).fixed, .text("tenant_id", \.tenantId).fixed,
        .text("plan", \.plan), .count("licence_count", \.licenceCount), .number("state", \.state),
        .time("create_time", \.createTime).fixed, .time("cancel_time", \.cancelTime), .revision("revision", \.revision),
        .derived("subscriptions.assigned_count") { $0.assignedCount = Int32(clamping: $1.integer($2)) },
    ],
    organization: { $0.organizationId }, id: { $0.id }, told: { $0.assignedCount = 0 })

private let byID = subscriptionTable.lookup("id")
private let pages = subscriptionTable.pages(within: "organization_id", behind: "id", filters: ["state"])

extension Connection {
    package func subscription(_ id: SubscriptionID) throws(SQLError) -> Subscription? {
        try byID.find([.text(id.text)], self)
    }

    /// In the order of their ids; in one state where it is given.
    package func subscriptions(
        of organization: OrganizationID, state: SubscriptionState = .unspecified, after id: String, limit: Int
    ) throws(SQLError) -> [Subscription] {
        try pages.read(
            self, within: .text(organization.text), after: id, limit: limit, numbers: [Int64(state.rawValue)])
    }

    /// One that is active and for the tenant; nil when there is none.
    package func activeSubscription(for tenant: TenantID) throws(SQLError) -> SubscriptionID? {
        try first(
            "SELECT id FROM subscriptions WHERE tenant_id = ? AND state = 1 ORDER BY id LIMIT 1", [.text(tenant.text)]
        ) { SubscriptionID($0.text(0)) }
    }
}

extension Transaction {
    /// Stores it and tells the followers. Returns it as stored.
    package func insert(_ subscription: Subscription) throws(SQLError) -> Subscription {
        try subscriptionTable.insert(subscription, self)
    }

    /// Stores what can change, with the next revision, and tells the followers. Returns it as stored.
    package func update(_ subscription: Subscription) throws(SQLError) -> Subscription {
        try subscriptionTable.update(subscription, self)
    }

    /// Counts licences that came or went.
    func count(_ difference: Int64, licencesOf subscription: String) throws(SQLError) {
        let rows = try run(
            "UPDATE subscriptions SET assigned_count = assigned_count + ? WHERE id = ?",
            [.integer(difference), .text(subscription)])
        guard rows == 1 else { throw SQLError(.corrupt, "a licence is of \(subscription), which is not there") }
    }
}

extension Subscription {
    /// What rules decide on of it.
    package var licensing: Licensing {
        Licensing(
            plan: plan, count: Int(licenceCount), used: Int(assignedCount),
            state: Licensing.State(rawValue: Int64(state.rawValue)) ?? .cancelled)
    }
}
