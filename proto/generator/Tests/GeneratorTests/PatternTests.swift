import Testing

@testable import Generator

@Suite struct PatternTests {
    @Test(
        "what is no anchored row of classes is refused",
        arguments: [
            ("acc", "does not begin with ^"), ("^acc", "does not end with $"), ("^acc$x", "does not end with $"),
            ("", "does not begin with ^"), ("^a*$", "repeats without an end"), ("^a+$", "repeats without an end"),
            ("^a{2,}$", "repeats without an end, or not as {n} or {n,m} say"),
            ("^a{3,2}$", "repeats without an end, or not as {n} or {n,m} say"),
            ("^a{+3}$", "repeats without an end, or not as {n} or {n,m} say"), ("^a{3$", "has a { without }"),
            ("^a{1001}$", "repeats more than 1000 times"), ("^a{2}{3}$", "repeats what repeats"),
            ("^a??$", "repeats what repeats"), ("^.$", "is more than classes of characters in a row: ."),
            ("^a|b$", "is more than classes of characters in a row: |"), ("^[^a]$", "names what a class is not"),
            ("^[]$", "has a class without ] or characters"), ("^[a$", "has a class without ] or characters"),
            ("^[b-a]$", "has a range that goes back"), ("^[[:alpha:]]$", "is more than classes of characters in a row: ["),
            ("^\\d$", "has a backslash that is not in front of a sign"), ("^\\$", "does not end with $"),
            ("^é$", "has a character that is not printable ASCII"), ("^(a|b){2}$", "repeats a choice"),
            ("^((a)|b)$", "is more than classes of characters in a row: ("),
            ("^(a|b$", "is more than classes of characters in a row: $"),
            ("^(a|b)(a|b)(a|b)(a|b)(a|b)$", "is more than 16 sequences"),
            ("^a{1,3}[ab]$", "leaves open where a class ends: the next begins with its characters"),
            ("^a{1,3}b?[ab]$", "leaves open where a class ends: the next begins with its characters"),
        ])
    func refused(_ text: String, _ why: String) {
        let error = #expect(throws: GeneratorError.self) { try Pattern(text, "A.name") }
        #expect(error?.description == "A.name: the pattern \(text): \(why)")
    }

    @Test("classes, ranges, signs behind a backslash and counts")
    func parts() throws {
        let parts = try Pattern("^a[0-2_-]{2,3}\\.B?$", "A.name").sequences
        #expect(
            parts == [
                [
                    part("a", 1...1), part("012_-", 2...3), part(".", 1...1), part("B", 0...1),
                ]
            ])
    }

    @Test("a choice is as many sequences", arguments: ["^(a|bc)d$", "^(?:a|bc)d$"])
    func choice(_ text: String) throws {
        let pattern = try Pattern(text, "A.name")
        #expect(
            pattern.sequences == [
                [part("a", 1...1), part("d", 1...1)], [part("b", 1...1), part("c", 1...1), part("d", 1...1)],
            ])
        #expect(pattern.sequences.map(Pattern.fixedLength) == [2, 3])
    }

    @Test("what is chosen from can have classes and counts")
    func sequences() throws {
        #expect(
            try Pattern("^(a[0-1]{2}|b:[0-1]{0,3})$", "A.name").sequences == [
                [part("a", 1...1), part("01", 2...2)], [part("b", 1...1), part(":", 1...1), part("01", 0...3)],
            ])
    }

    private func part(_ characters: String, _ count: ClosedRange<Int>) -> Pattern.Part {
        var part = Pattern.Part()
        for byte in characters.utf8 { part.add(byte) }
        part.count = count
        return part
    }
}
