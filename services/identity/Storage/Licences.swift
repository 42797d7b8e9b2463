package import IdentityDomain
package import Messages
package import SQL
internal import Tables

extension Licence: Resource {}

/// Each is counted in its subscription by the statement beside that which writes it, so an assignment looks at two rows
/// however many there are. Followers know it by its account, which has one at most, and learn its plan from the
/// subscription: another plan is one change, whoever has it.
let licenceTable = Table<Licence>(
    "licences",
    [
        .text("id", \.id).key, .text("organization_id", \.organizationId).fixed,
        .text("subscription_id", \.subscriptionId), .text("account_id", \.accountId).fixed,
        .time("create_time", \.createTime).fixed,
        .derived("subscriptions.plan") { $0.plan = $1.text($2) },
        .derived("subscriptions.state") { if $1.integer($2) != 1 { $0.plan = "" } },
    ],
    join: "JOIN subscriptions ON subscriptions.id = licences.subscription_id",
    organization: { $0.organizationId }, id: { $0.accountId }, told: { $0.plan = "" })

private let byAccount = licenceTable.lookup("account_id")
private let pages = licenceTable.pages(within: "organization_id", behind: "id")
private let pagesOfSubscription = licenceTable.pages(within: "subscription_id", behind: "id")

extension Connection {
    package func licence(of account: AccountID) throws(SQLError) -> Licence? {
        try byAccount.find([.text(account.text)], self)
    }

    /// Of an organization, in the order of their ids.
    package func licences(of organization: OrganizationID, after id: String, limit: Int) throws(SQLError) -> [Licence] {
        try pages.read(self, within: .text(organization.text), after: id, limit: limit)
    }

    /// Of a subscription, in the order of their ids.
    package func licences(of subscription: SubscriptionID, after id: String, limit: Int) throws(SQLError) -> [Licence] {
        try pagesOfSubscription.read(self, within: .text(subscription.text), after: id, limit: limit)
    }
}

extension Transaction {
    /// Stores it, counts it and tells the followers. Returns it as stored.
    package func insert(_ licence: Licence) throws(SQLError) -> Licence {
        try count(1, licencesOf: licence.subscriptionId)
        return try licenceTable.insert(licence, self)
    }

    /// Stores that it is another subscription's than `before` was, counts that and tells the followers. Returns it as stored.
    package func move(_ before: Licence, to subscription: Subscription) throws(SQLError) -> Licence {
        try count(-1, licencesOf: before.subscriptionId)
        try count(1, licencesOf: subscription.id)
        var moved = before
        (moved.subscriptionId, moved.plan) = (subscription.id, subscription.plan)
        return try licenceTable.update(moved, self)
    }

    /// Removes it, counts that and tells the followers.
    package func delete(_ licence: Licence) throws(SQLError) {
        try count(-1, licencesOf: licence.subscriptionId)
        try licenceTable.delete(licence, self)
    }
}
