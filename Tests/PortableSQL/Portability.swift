/// What a statement must not say because SQLite and PostgreSQL do not both take it, or take it for something else.
///
/// A list over words and signs, no parser: what it lets pass can still be wrong, but each thing on it is never said.
/// How texts are ordered it cannot see. They are ordered by their bytes: no statement names a collation, and the connection
/// of an engine that would go by a language gives every TEXT column of a migration the order of bytes.
package struct Portability {
    /// Empty when there is nothing against it. Several statements may stand behind one another: a migration.
    package static func objections(to sql: String) -> [String] {
        let tokens = Token.all(in: sql)
        var found: [String] = []
        for statement in tokens.split(whereSeparator: { $0.isSign(";") }) {
            let portability = Portability(Array(statement))
            found += portability.words() + portability.calls() + portability.truth() + portability.selected()
            found += TableDefinition(portability.tokens).objections()
        }
        return found
    }

    let tokens: [Token]

    init(_ tokens: [Token]) { self.tokens = tokens }

    func token(_ index: Int) -> Token? { tokens.indices.contains(index) ? tokens[index] : nil }

    /// The index of the parenthesis that closes the one at `open`.
    func end(of open: Int) -> Int {
        var depth = 0
        for index in open..<tokens.count {
            if tokens[index].isSign("(") { depth += 1 }
            if tokens[index].isSign(")") { depth -= 1 }
            if depth == 0 { return index }
        }
        return tokens.count
    }
}

extension Portability {
    /// SQLite's own, or with another meaning in PostgreSQL.
    private static let banned: [String: String] = [
        "rowid": "there is no rowid", "oid": "there is no rowid", "_rowid_": "there is no rowid",
        "autoincrement": "there is no AUTOINCREMENT", "pragma": "a PRAGMA is the engine's own",
        "vacuum": "VACUUM is the engine's own", "attach": "ATTACH is the engine's own",
        "explain": "EXPLAIN is the engine's own", "indexed": "INDEXED BY is SQLite's own",
        "replace": "REPLACE is SQLite's own", "ignore": "OR IGNORE is SQLite's own: ON CONFLICT DO NOTHING",
        "like": "LIKE ignores case in one engine and not in the other", "ilike": "ILIKE is PostgreSQL's own",
        "glob": "GLOB is SQLite's own", "regexp": "REGEXP is SQLite's own", "match": "MATCH is SQLite's own",
        "collate": "text is ordered by bytes, which the column says", "nocase": "text is ordered by bytes",
        "deferrable": "a deferred constraint would fail the COMMIT of others",
        "current_timestamp": "times come from the clock that the service was given",
        "current_date": "times come from the clock that the service was given",
        "current_time": "times come from the clock that the service was given",
        "true": "truth is stored as 0 or 1", "false": "truth is stored as 0 or 1",
        "serial": "SERIAL is PostgreSQL's own", "bigint": "INTEGER has 64 bits", "boolean": "truth is 0 or 1",
        "bytea": "it is called BLOB", "varchar": "it is called TEXT", "without": "WITHOUT ROWID is SQLite's own",
    ]

    func words() -> [String] {
        var found: [String] = []
        for (index, token) in tokens.enumerated() {
            switch token.kind {
            case .word:
                if let why = Self.banned[token.text] { found.append(why) }
                if token.text == "or", self.token(index - 1)?.isWord(["insert", "update"]) == true {
                    found.append("OR behind INSERT is SQLite's own")
                }
                if token.text == "is", self.token(index + 1)?.isWord(["null", "not", "distinct"]) != true {
                    found.append("IS compares with NULL only")
                }
            case .quotedName: found.append("no name is quoted: \(token.text)")
            case .parameter where token.text != "?": found.append("a parameter is a ? and nothing else: \(token.text)")
            case .number where token.text.hasPrefix("0x"): found.append("no hexadecimal numbers")
            case .sign where token.text == "==" || token.text == "!=": found.append("it is = and <>")
            case .parameter, .number, .sign, .text: break
            }
        }
        return found + limits()
    }

    /// `LIMIT 10, 20`, and LIMIT where PostgreSQL has none.
    private func limits() -> [String] {
        var found: [String] = []
        var depth = 0
        for (index, token) in tokens.enumerated() {
            if token.isSign("(") { depth += 1 }
            if token.isSign(")") { depth -= 1 }
            guard token.isWord(["limit"]) else { continue }
            if self.token(index + 2)?.isSign(",") == true { found.append("it is LIMIT … OFFSET …") }
            if depth == 0, tokens.first?.isWord(["delete", "update"]) == true {
                found.append("LIMIT belongs to a SELECT")
            }
        }
        return found
    }
}
