package import SQL

/// The steps of mailbox's schema, in order.
package enum MailboxMigrations {
    package static let all = [
        Migration(number: 1, name: "delegations", bytes: PackageResources.V001_delegations_sql),
        Migration(number: 2, name: "mailboxes", bytes: PackageResources.V002_mailboxes_sql),
        Migration(number: 3, name: "delegation_terms", bytes: PackageResources.V003_delegation_terms_sql),
        Migration(number: 4, name: "registrations", bytes: PackageResources.V004_registrations_sql),
        Migration(number: 5, name: "settings", bytes: PackageResources.V005_settings_sql),
        Migration(number: 6, name: "delegation_marks", bytes: PackageResources.V006_delegation_marks_sql),
        Migration(number: 7, name: "offboardings", bytes: PackageResources.V007_offboardings_sql),
    ]
}
