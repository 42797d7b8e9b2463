package import SQL

/// The steps of this service's tables.
package let auditMigrations = [
    Migration(number: 1, name: "log", bytes: PackageResources.V001_log_sql)
]
