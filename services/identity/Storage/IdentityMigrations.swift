package import SQL

/// The steps of identity's schema, in order.
package enum IdentityMigrations {
    package static let all = [
        Migration(number: 1, name: "identity", bytes: PackageResources.V001_identity_sql),
        Migration(number: 2, name: "session_use", bytes: PackageResources.V002_session_use_sql),
    ]
}
