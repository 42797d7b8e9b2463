/// Names, and what they are made of.
enum Name {
    /// The words of a name, in lower case: `FooBar`, `foo_bar`, `Foo+Bar` and `HTTPThing` have theirs.
    static func words(of name: some StringProtocol) -> Set<String> {
        var words: [String] = [""]
        let characters = Array(name)
        for (index, character) in characters.enumerated() {
            guard character.isLetter || character.isNumber else {
                words.append("")
                continue
            }
            // A capital begins a word after a small letter, and before one: HTTP|Thing.
            let before = index > 0 ? characters[index - 1] : character
            let after = index + 1 < characters.count ? characters[index + 1] : character
            if character.isUppercase, !before.isUppercase || after.isLowercase { words.append("") }
            words[words.count - 1].append(character.lowercased())
        }
        return Set(words).subtracting([""])
    }

    /// Every type that a source declares, nested ones too, with its line from 1.
    static func declaredTypes(in source: MaskedSwift) -> [(line: Int, name: Substring)] {
        var found: [(Int, Substring)] = []
        for (index, line) in source.codeLines.enumerated() where keywords.contains(where: { line.contains($0) }) {
            let words = line.split { !($0.isLetter || $0.isNumber || $0 == "_") }
            // `import struct A.B` and `@testable import struct A.B` declare nothing.
            if words.contains("import") { continue }
            for (keyword, name) in zip(words, words.dropFirst())
            where keywords.contains(keyword) && name.first?.isUppercase == true {
                found.append((index + 1, name))
            }
        }
        return found
    }

    private static let keywords: Set<Substring> = ["struct", "class", "enum", "protocol", "actor", "typealias"]
}
