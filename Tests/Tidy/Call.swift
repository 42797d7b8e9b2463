/// A call in a Swift text, as in `layer("audit", "Domain", [crypto])`: its name and its arguments.
struct Call {
    let name: String
    private var arguments: [(label: Substring?, value: Substring)] = []

    /// The call that `text` begins with; what follows it does not count.
    init(_ text: Substring) throws(ManifestError) {
        guard let open = text.firstIndex(of: "(") else { throw ManifestError("no call in \(text.prefix(40))") }
        name = trimmed(text[..<open]).description
        for part in try split(text[open...]) {
            let label = part.prefix { $0.isLetter }
            let rest = part.dropFirst(label.count)
            if !label.isEmpty, rest.hasPrefix(":") {
                arguments.append((label, trimmed(rest.dropFirst())))
            } else {
                arguments.append((nil, part))
            }
        }
    }

    func value(_ label: String) throws(ManifestError) -> Substring {
        guard let found = arguments.first(where: { $0.label.map(String.init) == label }) else {
            throw ManifestError("\(name) without \(label)")
        }
        return found.value
    }

    func value(_ position: Int) throws(ManifestError) -> Substring {
        guard position < arguments.count else { throw ManifestError("\(name) without argument \(position + 1)") }
        return arguments[position].value
    }

    func text(_ label: String) throws(ManifestError) -> String { Self.unquoted(try value(label)) }
    func text(_ position: Int) throws(ManifestError) -> String { Self.unquoted(try value(position)) }

    /// The elements of an array literal.
    static func elements(_ list: Substring) throws(ManifestError) -> [Substring] {
        guard list.hasPrefix("[") else { throw ManifestError("not a list: \(list.prefix(40))") }
        return try split(list)
    }

    static func unquoted(_ literal: Substring) -> String {
        literal.hasPrefix("\"") && literal.hasSuffix("\"") && literal.count > 1
            ? String(literal.dropFirst().dropLast()) : String(literal)
    }
}

/// What stands between the bracket that `text` begins with and the one that closes it, split at its own commas.
private func split(_ text: Substring) throws(ManifestError) -> [Substring] {
    var parts: [Substring] = []
    var depth = 0
    var quoted = false
    var start = text.index(after: text.startIndex)
    for index in text.indices {
        let character = text[index]
        if character == "\"" { quoted.toggle() }
        if quoted { continue }
        if "([{".contains(character) { depth += 1 }
        if ")]}".contains(character) { depth -= 1 }
        if (character == "," && depth == 1) || depth == 0 {
            let part = trimmed(text[start..<index])
            if !part.isEmpty { parts.append(part) }
            if depth == 0 { return parts }
            start = text.index(after: index)
        }
    }
    throw ManifestError("a bracket is not closed: \(text.prefix(40))")
}

private func trimmed(_ text: Substring) -> Substring {
    let start = text.drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return start[...last]
}
