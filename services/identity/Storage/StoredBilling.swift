package import IdentityDomain
package import Messages
package import SQL
internal import Tables

extension BillingDetails: Resource {}

/// Nobody but the owner sees them (A2), so no follower learns of them either.
let billingTable = Table<BillingDetails>(
    "billing_details",
    [
        .text("organization_id", \.organizationId).key, .text("name", \.name), addressLines, .text("country", \.country),
        .text("vat_number", \.vatNumber), .text("email", \.email), .text("payment_reference", \.paymentReference),
        .revision("revision", \.revision),
    ],
    organization: { $0.organizationId }, id: { $0.organizationId }, isFollowed: false)

private let addressLines = Column<BillingDetails>("address_lines") {
    $0.addressLines.isEmpty ? .null : .blob(BillingDetails(addressLines: $0.addressLines).encoded())
} read: { details, row, at in
    guard let held = row.optionalBlob(at).flatMap({ bytes in try? BillingDetails(decoding: bytes) }) else { return }
    details.addressLines = held.addressLines
}

private let byOrganization = billingTable.lookup("organization_id")

extension Connection {
    /// Every organization has a row.
    package func billingDetails(of organization: OrganizationID) throws(SQLError) -> BillingDetails {
        guard let found = try byOrganization.find([.text(organization.text)], self) else {
            throw SQLError(.corrupt, "organization \(organization.text) has no billing details")
        }
        return found
    }
}

extension Transaction {
    /// Returns it as stored.
    @discardableResult
    package func insert(_ details: BillingDetails) throws(SQLError) -> BillingDetails {
        try billingTable.insert(details, self)
    }

    /// Stores what can change. Returns it as stored.
    package func update(_ details: BillingDetails) throws(SQLError) -> BillingDetails {
        try billingTable.update(details, self)
    }
}
