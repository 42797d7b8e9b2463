/// The words of a .proto text: names with their dots, numbers, quoted texts without quotes, single signs.
struct ProtoReader {
    private let words: [(text: String, line: Int)]
    private var at = 0

    init(_ text: String) {
        var words: [(String, Int)] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            var rest = line
            while let first = rest.first {
                if rest.hasPrefix("//") { break }
                if first == "\"" {
                    let inside = rest.dropFirst().prefix { $0 != "\"" }
                    words.append((String(inside), index + 1))
                    rest = rest.dropFirst(inside.count + 2)
                } else if Self.isWord(first) {
                    let word = rest.prefix(while: Self.isWord)
                    words.append((String(word), index + 1))
                    rest = rest.dropFirst(word.count)
                } else {
                    if !first.isWhitespace { words.append((String(first), index + 1)) }
                    rest = rest.dropFirst()
                }
            }
        }
        self.words = words
    }

    /// The line of the word read last.
    var line: Int { at > 0 ? words[at - 1].line : 1 }

    mutating func next() -> String? {
        guard at < words.count else { return nil }
        at += 1
        return words[at - 1].text
    }

    mutating func word() throws(ProtoError) -> String {
        guard let word = next() else { throw ProtoError(line: line, "the file ends early") }
        return word
    }

    mutating func expect(_ sign: String) throws(ProtoError) {
        let found = try word()
        guard found == sign else { throw ProtoError(line: line, "\(found) where \(sign) belongs") }
    }

    mutating func skip(to sign: String) throws(ProtoError) {
        while try word() != sign {}
    }

    /// To the `;` that ends it, over braces.
    mutating func skipStatement() throws(ProtoError) {
        var depth = 0
        while true {
            switch try word() {
            case "{", "[": depth += 1
            case "}", "]": depth -= 1
            case ";" where depth == 0: return
            default: continue
            }
        }
    }

    mutating func skipBlock() throws(ProtoError) {
        try expect("{")
        try skipInside()
    }

    /// A method's block of options, or the `;` in its place.
    mutating func skipMethodBody() throws(ProtoError) {
        switch try word() {
        case "{": try skipInside()
        case ";": return
        case let word: throw ProtoError(line: line, "\(word) where { or ; belongs")
        }
    }

    /// Behind a `{`, to its `}`.
    private mutating func skipInside() throws(ProtoError) {
        var depth = 1
        while depth > 0 {
            switch try word() {
            case "{": depth += 1
            case "}": depth -= 1
            default: continue
            }
        }
    }

    private static func isWord(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "_" || character == "."
    }
}
