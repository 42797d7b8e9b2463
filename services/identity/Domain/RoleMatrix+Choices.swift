extension RoleMatrix {
    /// The matrix with an operator's choices for cells of weak rows, as in `audit_log.auditor=view` (C1).
    ///
    /// Throws a refusal that says what is wrong with the choice.
    package func with(_ choices: [String]) throws(Refusal) -> RoleMatrix {
        var matrix = self
        for choice in choices {
            let parts = choice.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "=" }
            guard parts.count == 3, let role = RoleID(word: parts[1]), let level = Level(word: parts[2]) else {
                throw .invalid("matrix", "'\(choice)' must be SCOPE.ROLE=LEVEL, as in audit_log.auditor=view")
            }
            try matrix.set(String(parts[0]), of: role, to: level)
        }
        return matrix
    }
}

extension RoleID {
    /// Of a built-in role, as `full_admin`; nil for another.
    fileprivate init?(word: Substring) {
        self.init("rol_" + word)
        if !Self.builtIn.contains(self) { return nil }
    }
}

extension Level {
    fileprivate init?(word: Substring) {
        switch word {
        case "none": self = .none
        case "view": self = .view
        case "edit": self = .edit
        default: return nil
        }
    }
}
