/// Which built-in role has which scope at which level (C1): 45 scopes × 4 roles. What it does not name, it denies (C2).
package struct RoleMatrix: Sendable {
    /// How sure the source of a row is. An operator may flip the levels of a weak one.
    package enum Confidence: Sendable { case sure, strong, weak }

    package struct Row: Sendable, Equatable {
        /// As the matrix numbers it.
        package var number: Int
        package var scope: String
        package var confidence: Confidence
        /// Of the built-in roles, in their order.
        private var levels: InlineArray<4, Level>

        init(
            _ number: Int, _ scope: String, _ fullAdmin: Level, _ policyAdmin: Level, _ support: Level,
            _ auditor: Level, _ confidence: Confidence
        ) {
            self.number = number
            self.scope = scope
            levels = [fullAdmin, policyAdmin, support, auditor]
            self.confidence = confidence
        }

        /// None for a role that is not built in.
        package fileprivate(set) subscript(role: RoleID) -> Level {
            get { role.column.map { levels[$0] } ?? .none }
            set {
                guard let column = role.column else { preconditionFailure("\(role.text) has no column in the matrix") }
                levels[column] = newValue
            }
        }

        package static func == (left: Row, right: Row) -> Bool {
            left.number == right.number && left.scope == right.scope && left.confidence == right.confidence
                && RoleID.builtIn.allSatisfy { left[$0] == right[$0] }
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
    package func level(of role: RoleID, in scope: String) -> Level? { index[scope].map { rows[$0][role] } }

    package func names(_ scope: String) -> Bool { index[scope] != nil }

    /// The highest level that one of the roles has; nil for a scope that the matrix does not name.
    func most(of roles: [RoleID], in scope: String) -> Level? {
        guard let row = index[scope] else { return nil }
        var most = Level.none
        for role in roles { most = max(most, rows[row][role]) }
        return most
    }

    /// An operator's choice for one cell of a weak row. Throws for a row that is not weak.
    package mutating func set(_ scope: String, of role: RoleID, to level: Level) throws(Refusal) {
        guard let row = index[scope] else { throw .invalid("scope", "the matrix has no row \(scope)") }
        guard rows[row].confidence == .weak else {
            throw .invalid("scope", "the row \(scope) is fixed; only weak rows can be changed")
        }
        rows[row][role] = level
    }
}
