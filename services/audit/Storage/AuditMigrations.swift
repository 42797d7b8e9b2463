package import SQL

/// The steps of this service's tables.
package let auditMigrations = [
    Migration(number: 1, name: "log", bytes: PackageResources.V001_log_sql),
    Migration(number: 2, name: "repeats", bytes: PackageResources.V002_repeats_sql),
    Migration(number: 3, name: "wall clock", bytes: PackageResources.V003_wall_clock_sql),
    Migration(number: 4, name: "occurred", bytes: PackageResources.V004_occurred_sql),
    Migration(number: 5, name: "gaps", bytes: PackageResources.V005_gaps_sql),
    Migration(number: 6, name: "opened", bytes: PackageResources.V006_opened_sql),
]
