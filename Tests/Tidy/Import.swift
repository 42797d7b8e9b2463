/// One `import` line of a Swift file.
struct Import: Equatable {
    let module: String
    /// From 1.
    let line: Int

    /// Every import of a source, with any access level and attribute, of a whole module or of one declaration. Not that of the
    /// standard library: every file has it, and names it only for a part of it that is not there otherwise.
    static func all(in source: MaskedSwift) -> [Import] {
        source.codeLines.enumerated().compactMap { index, line in
            guard let module = module(ofLine: line), module != "Swift" else { return nil }
            return Import(module: module, line: index + 1)
        }
    }

    private static let before: Set<Substring> = ["public", "package", "internal", "fileprivate", "private"]
    private static let kinds: Set<Substring> = [
        "struct", "class", "enum", "protocol", "typealias", "func", "let", "var", "actor",
    ]

    private static func module(ofLine line: Substring) -> String? {
        var words = line.split(whereSeparator: \.isWhitespace)[...]
        while let word = words.first, word.hasPrefix("@") || before.contains(word) { words = words.dropFirst() }
        guard words.first == "import" else { return nil }
        words = words.dropFirst()
        if let word = words.first, kinds.contains(word) { words = words.dropFirst() }
        let name = words.first?.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        return name.map(String.init)
    }
}
