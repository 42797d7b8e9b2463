/// Which role has which scope at which level (C1): 45 scopes × 4 roles. What it does not name, it denies (C2).
package struct RoleMatrix: Sendable {
    /// How sure the source of a row is. An operator may flip the levels of a weak one.
    package enum Confidence: Sendable { case sure, strong, weak }

    package struct Row: Sendable, Equatable {
        /// As the matrix numbers it.
        package var number: Int
        package var scope: String
        package var confidence: Confidence
        private var fullAdmin, policyAdmin, support, auditor: Level

        init(
            _ number: Int, _ scope: String, _ fullAdmin: Level, _ policyAdmin: Level, _ support: Level,
            _ auditor: Level, _ confidence: Confidence
        ) {
            self.number = number
            self.scope = scope
            self.fullAdmin = fullAdmin
            self.policyAdmin = policyAdmin
            self.support = support
            self.auditor = auditor
            self.confidence = confidence
        }

        package subscript(role: Standing.Role) -> Level {
            get {
                switch role {
                case .fullAdmin: fullAdmin
                case .policyAdmin: policyAdmin
                case .support: support
                case .auditor: auditor
                }
            }
            set {
                switch role {
                case .fullAdmin: fullAdmin = newValue
                case .policyAdmin: policyAdmin = newValue
                case .support: support = newValue
                case .auditor: auditor = newValue
                }
            }
        }
    }

    /// In the order of the matrix.
    package private(set) var rows: [Row]
    private let index: [String: Int]

    /// The matrix as shipped.
    package static let standard = RoleMatrix(rows: rows)

    private init(rows: [Row]) {
        self.rows = rows
        index = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1.scope, $0) })
    }

    /// The level that a role has; nil for a scope that the matrix does not name.
    package func level(of role: Standing.Role, in scope: String) -> Level? {
        index[scope].map { rows[$0][role] }
    }

    package func names(_ scope: String) -> Bool { index[scope] != nil }

    /// An operator's choice for one cell of a weak row. Throws for a row that is not weak.
    package mutating func set(_ scope: String, of role: Standing.Role, to level: Level) throws(Refusal) {
        guard let row = index[scope] else { throw .invalid("scope", "the matrix has no row \(scope)") }
        guard rows[row].confidence == .weak else {
            throw .invalid("scope", "the row \(scope) is fixed; only weak rows can be changed")
        }
        rows[row][role] = level
    }
}
