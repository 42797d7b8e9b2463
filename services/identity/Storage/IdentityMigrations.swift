package import SQL

/// The steps of identity's schema, in order.
package enum IdentityMigrations {
    package static let all = [
        Migration(number: 1, name: "identity", bytes: PackageResources.V001_identity_sql),
        Migration(number: 2, name: "ownership", bytes: PackageResources.V002_ownership_sql),
        Migration(number: 3, name: "invitations", bytes: PackageResources.V003_invitations_sql),
        Migration(number: 4, name: "subscriptions", bytes: PackageResources.V004_subscriptions_sql),
        Migration(number: 5, name: "addresses", bytes: PackageResources.V005_addresses_sql),
        Migration(number: 6, name: "units", bytes: PackageResources.V006_units_sql),
        Migration(number: 7, name: "system_operations", bytes: PackageResources.V007_system_operations_sql),
        Migration(number: 8, name: "mailbox_addresses", bytes: PackageResources.V008_mailbox_addresses_sql),
    ]
}
