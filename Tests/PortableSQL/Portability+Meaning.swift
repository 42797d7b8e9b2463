extension Portability {
    /// Functions that both engines have, with the same meaning for what we store. A new one is looked up and added here.
    private static let functions: Set<String> = ["count", "min", "max", "sum", "length", "lower", "coalesce", "abs"]

    /// Words before a parenthesis that call nothing.
    private static let noCalls: Set<String> = [
        "in", "values", "and", "or", "not", "check", "key", "unique", "where", "exists", "on", "as", "select", "from", "then",
        "else", "when", "case", "over", "using", "by", "references", "primary", "foreign", "any", "all", "union", "join",
        "between", "set", "limit", "returning", "distinct",
    ]

    /// Calls, and `max` and `min` of several values, which PostgreSQL calls otherwise.
    func calls() -> [String] {
        var found: [String] = []
        for (index, token) in tokens.enumerated()
        where token.kind == .word && self.token(index + 1)?.isSign("(") == true && !Self.noCalls.contains(token.text) {
            // `INTO accounts (id, …)`, `REFERENCES accounts (id)`, `TABLE accounts (…)`: names.
            if self.token(index - 1)?.isWord(["into", "references", "table", "on", "exists", "conflict"]) == true { continue }
            guard Self.functions.contains(token.text) else {
                found.append("\(token.text)() is not known to mean the same in both")
                continue
            }
            if ["max", "min"].contains(token.text), hasComma(from: index + 1) {
                found.append("\(token.text)() of several values: say CASE")
            }
        }
        return found
    }

    private func hasComma(from open: Int) -> Bool {
        var depth = 0
        for index in open..<end(of: open) {
            if tokens[index].isSign("(") { depth += 1 }
            if tokens[index].isSign(")") { depth -= 1 }
            if depth == 1, tokens[index].isSign(",") { return true }
        }
        return false
    }

    private static let beforeTruth: Set<String> = ["where", "and", "or", "not", "when", "having", "check", "on"]
    private static let afterTruth: Set<String> = [
        "and", "or", "then", "order", "group", "limit", "returning", "union", "having", "end",
    ]

    /// A number, a parameter or a column alone where only a comparison tells what is meant.
    func truth() -> [String] {
        var found: [String] = []
        var isRange = false
        for (index, token) in tokens.enumerated() {
            if token.isWord(["between"]) { isRange = true }
            guard token.isWord(Self.beforeTruth) else { continue }
            if token.text == "and", isRange {
                isRange = false
                continue
            }
            var first = index + 1
            while self.token(first)?.isSign("(") == true { first += 1 }
            guard let (name, behind) = operand(first), isEnd(behind) else { continue }
            // `ON accounts (…)` names a table, `NOT NULL` is no operand.
            if token.text == "on", self.token(behind)?.isSign("(") == true { continue }
            found.append("\(name) alone is no truth: compare it")
        }
        return found + comparisonsAsNumbers()
    }

    /// A column, number or parameter, and the index behind it.
    private func operand(_ index: Int) -> (name: String, behind: Int)? {
        guard let token = token(index) else { return nil }
        switch token.kind {
        case .number, .parameter: return (token.text, index + 1)
        case .word:
            if token.isWord(["null", "not", "exists", "case", "select", "conflict", "delete"]) { return nil }
            if self.token(index + 1)?.isSign(".") == true { return (token.text, index + 3) }
            return (token.text, index + 1)
        case .text, .quotedName, .sign: return nil
        }
    }

    private func isEnd(_ index: Int) -> Bool {
        guard let token = token(index) else { return true }
        return token.isSign(")") || token.isWord(Self.afterTruth)
    }

    static let comparisons: Set<String> = ["=", "<>", "<", ">", "<=", ">="]

    /// `(a = b) = 1`: a comparison is no number.
    private func comparisonsAsNumbers() -> [String] {
        var found: [String] = []
        for index in tokens.indices where tokens[index].isSign("(") {
            let close = end(of: index)
            guard let next = token(close + 1), next.kind == .sign, Self.comparisons.contains(next.text),
                token(close + 2)?.kind == .number, compares(index + 1..<close)
            else { continue }
            found.append("a comparison is no number")
        }
        return found
    }

    /// `SELECT a = b`: one engine answers a number, the other a truth.
    func selected() -> [String] {
        tokens.indices.filter { tokens[$0].isWord(["select"]) && selectsTruth(from: $0 + 1) }.map { _ in
            "a truth is selected: say CASE, count, or compare what was read"
        }
    }

    private func selectsTruth(from first: Int) -> Bool {
        var choices = 0
        var at = first
        while let token = token(at), !token.isWord(["from", "where"]), !token.isSign(")") {
            if token.isWord(["case"]) { choices += 1 }
            if token.isWord(["end"]) { choices -= 1 }
            if choices == 0, token.isWord(["exists"]) || token.kind == .sign && Self.comparisons.contains(token.text) {
                return true
            }
            if token.isSign("(") {
                let close = end(of: at)
                // A query in parentheses is looked at by itself.
                if choices == 0, self.token(at + 1)?.isWord(["select"]) != true, compares(at + 1..<close) { return true }
                at = close
            }
            at += 1
        }
        return false
    }

    private func compares(_ range: Range<Int>) -> Bool {
        var depth = 0
        for token in tokens[range] {
            if token.isSign("(") { depth += 1 }
            if token.isSign(")") { depth -= 1 }
            if depth == 0, token.kind == .sign && Self.comparisons.contains(token.text) || token.isWord(["is", "in", "between"]) {
                return true
            }
        }
        return false
    }
}
