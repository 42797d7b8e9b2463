/// What went wrong in the store. The message may quote statements and paths: it is for logs and never for a caller.
package struct SQLError: Error, Sendable, Equatable {
    /// A case exists only where somebody acts on it.
    package enum Code: Sendable, Equatable {
        /// Somebody else holds the database, or too much work is waiting: try again later.
        case busy
        /// The disk, or the size allowed to the database, is used up. Nothing was lost.
        case full
        /// The file is damaged: stop and restore a backup.
        case corrupt
        /// A rule of the tables refused the statement.
        case constraint(Constraint)
        /// The tables are not those this program knows. The message says what to do.
        case schema
        /// The disk or the file system failed.
        case io
        /// The program used the store wrongly: a bug of ours.
        case misuse
        /// COMMIT neither succeeded nor surely failed. What it was shows when the database is next opened; until then the
        /// store does nothing more.
        case unknown
        /// The store is closed or closing.
        case closed
    }

    package enum Constraint: Sendable, Equatable {
        case unique
        case foreignKey
        case other
    }

    package var code: Code
    package var message: String

    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }
}
