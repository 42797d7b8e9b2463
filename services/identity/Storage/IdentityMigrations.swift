package import SQL

/// The steps of identity's schema, in order.
package enum IdentityMigrations {
    package static let all = [
        Migration(number: 1, name: "identity", bytes: PackageResources.V001_identity_sql)
    ]
}
