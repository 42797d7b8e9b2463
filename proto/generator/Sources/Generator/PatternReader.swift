/// Reads a pattern's text, and refuses what is none of ours.
struct PatternReader {
    let place: String
    private var rest: ArraySlice<UInt8>

    init(text: String, place: String) {
        self.place = place
        rest = Array(text.utf8)[...]
    }

    mutating func read(max: Int) throws(GeneratorError) -> [[Pattern.Part]] {
        guard rest.popFirst() == UInt8(ascii: "^") else { throw refused("does not begin with ^") }
        var sequences: [[Pattern.Part]] = [[]]
        while let byte = rest.first, byte != UInt8(ascii: "$") {
            if byte == UInt8(ascii: "(") {
                let words = try choice()
                sequences = sequences.flatMap { head in words.map { head + $0 } }
            } else {
                var part = try self.part()
                part.count = try count()
                for index in sequences.indices { sequences[index].append(part) }
            }
            if sequences.count > max { throw refused("is more than \(max) sequences") }
        }
        guard rest.popFirst() != nil, rest.isEmpty else { throw refused("does not end with $") }
        return sequences
    }

    /// `(one|two)`: not within another, and nothing behind it that counts it.
    private mutating func choice() throws(GeneratorError) -> [[Pattern.Part]] {
        rest.removeFirst()
        if rest.starts(with: "?:".utf8) { rest = rest.dropFirst(2) }
        var words: [[Pattern.Part]] = [[]]
        while let byte = rest.first, byte != UInt8(ascii: ")") {
            if byte == UInt8(ascii: "|") {
                rest.removeFirst()
                words.append([])
            } else {
                var part = try self.part()
                part.count = try count()
                words[words.count - 1].append(part)
            }
        }
        guard rest.popFirst() != nil else { throw refused("has a ( without )") }
        guard try count() == 1...1 else { throw refused("repeats a choice") }
        return words
    }

    /// One character or one class.
    private mutating func part() throws(GeneratorError) -> Pattern.Part {
        var part = Pattern.Part()
        guard rest.first == UInt8(ascii: "[") else {
            part.add(try character("$()|?*+.[]{}^"))
            return part
        }
        rest.removeFirst()
        if rest.first == UInt8(ascii: "^") { throw refused("names what a class is not") }
        while let byte = rest.first, byte != UInt8(ascii: "]") {
            let first = try character("[]^")
            var last = first
            // A - in front of the ] is itself.
            if rest.first == UInt8(ascii: "-"), rest.dropFirst().first != UInt8(ascii: "]") {
                rest.removeFirst()
                last = try character("[]^")
            }
            guard first <= last else { throw refused("has a range that goes back") }
            for byte in first...last { part.add(byte) }
        }
        guard rest.popFirst() != nil, part != Pattern.Part() else { throw refused("has a class without ] or characters") }
        return part
    }

    /// A character that means itself; one of `reserved` only behind a backslash.
    private mutating func character(_ reserved: String) throws(GeneratorError) -> UInt8 {
        guard let byte = rest.popFirst() else { throw refused("ends early") }
        guard (0x20...0x7e).contains(byte) else { throw refused("has a character that is not printable ASCII") }
        if byte == UInt8(ascii: "\\") {
            guard let escaped = rest.popFirst(), (0x21...0x7e).contains(escaped),
                !Character(Unicode.Scalar(escaped)).isLetter, !Character(Unicode.Scalar(escaped)).isNumber
            else { throw refused("has a backslash that is not in front of a sign") }
            return escaped
        }
        if reserved.utf8.contains(byte) {
            throw refused("is more than classes of characters in a row: \(Character(Unicode.Scalar(byte)))")
        }
        return byte
    }

    /// `{26}`, `{1,64}`, `?`; once where nothing is said. What has no end is refused.
    private mutating func count() throws(GeneratorError) -> ClosedRange<Int> {
        switch rest.first {
        case UInt8(ascii: "?"):
            rest.removeFirst()
            return try once(0...1)
        case UInt8(ascii: "*"), UInt8(ascii: "+"): throw refused("repeats without an end")
        case UInt8(ascii: "{"): break
        default: return 1...1
        }
        rest.removeFirst()
        let body = rest.prefix { $0 != UInt8(ascii: "}") }
        rest = rest.dropFirst(body.count)
        guard rest.popFirst() != nil else { throw refused("has a { without }") }
        let bounds = body.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
            .map { digits in digits.allSatisfy(Self.isDigit) ? Int(String(decoding: digits, as: UTF8.self)) : nil }
        guard bounds.count <= 2, let least = bounds[0], let most = bounds[bounds.count - 1], least >= 0, least <= most
        else { throw refused("repeats without an end, or not as {n} or {n,m} say") }
        return try once(least...most)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private func once(_ count: ClosedRange<Int>) throws(GeneratorError) -> ClosedRange<Int> {
        if let byte = rest.first, "?*+{".utf8.contains(byte) { throw refused("repeats what repeats") }
        return count
    }

    private func refused(_ why: String) -> GeneratorError { GeneratorError(place, why) }
}
