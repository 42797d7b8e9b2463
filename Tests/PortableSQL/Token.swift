/// A word, number, text, parameter or sign of a statement.
struct Token: Equatable {
    enum Kind: Equatable {
        /// In lower case.
        case word
        case number
        /// `'…'`
        case text
        /// `"…"`, and what other engines quote names with.
        case quotedName
        /// `?`; with a number or name behind it, that too.
        case parameter
        case sign
    }

    let kind: Kind
    let text: String

    func isWord(_ words: Set<String>) -> Bool { kind == .word && words.contains(text) }
    func isSign(_ sign: String) -> Bool { kind == .sign && text == sign }

    /// Without comments.
    static func all(in sql: String) -> [Token] {
        var scanner = TokenScanner(text: Array(sql.unicodeScalars))
        return scanner.run()
    }
}

private struct TokenScanner {
    let text: [Unicode.Scalar]
    var at = 0

    private static let twoSigns: Set<String> = ["<>", "<=", ">=", "==", "!=", "||", "<<", ">>", "->"]

    mutating func run() -> [Token] {
        var tokens: [Token] = []
        while at < text.count {
            let character = text[at]
            if character.properties.isWhitespace {
                at += 1
            } else if character == "-", peek(1) == "-" {
                _ = take { $0 != "\n" }
            } else if character == "'" {
                tokens.append(Token(kind: .text, text: quoted(until: "'")))
            } else if character == "\"" || character == "`" || character == "[" {
                tokens.append(Token(kind: .quotedName, text: quoted(until: character == "[" ? "]" : character)))
            } else if character == "?" || character == ":" || character == "@" || character == "$" {
                at += 1
                tokens.append(Token(kind: .parameter, text: String(character) + take(Self.isWord)))
            } else if Self.isDigit(character) {
                tokens.append(Token(kind: .number, text: take { Self.isWord($0) || $0 == "." }.lowercased()))
            } else if Self.isWord(character) {
                tokens.append(Token(kind: .word, text: take(Self.isWord).lowercased()))
            } else {
                let two = String(character) + (peek(1).map(String.init) ?? "")
                let sign = Self.twoSigns.contains(two) ? two : String(character)
                at += sign.unicodeScalars.count
                tokens.append(Token(kind: .sign, text: sign))
            }
        }
        return tokens
    }

    /// Doubled, the quote stands for itself.
    private mutating func quoted(until quote: Unicode.Scalar) -> String {
        at += 1
        var content = String.UnicodeScalarView()
        while at < text.count {
            if text[at] == quote {
                guard peek(1) == quote else { break }
                at += 1
            }
            content.append(text[at])
            at += 1
        }
        at += 1
        return String(content)
    }

    private mutating func take(_ belongs: (Unicode.Scalar) -> Bool) -> String {
        let start = at
        while at < text.count, belongs(text[at]) { at += 1 }
        return String(String.UnicodeScalarView(text[start..<at]))
    }

    private func peek(_ distance: Int) -> Unicode.Scalar? { at + distance < text.count ? text[at + distance] : nil }

    private static func isDigit(_ character: Unicode.Scalar) -> Bool { ("0"..."9").contains(character) }
    private static func isWord(_ character: Unicode.Scalar) -> Bool {
        character == "_" || character.properties.isAlphabetic || isDigit(character)
    }
}
