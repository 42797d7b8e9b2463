import Messages
import Testing

/// Text that would take time without end to compare is no text.
@Suite struct CombiningMarksTests {
    static let accent = "\u{301}"
    static let tibetan = "\u{F73}"

    private func key(_ text: String) throws(MessageError) -> String {
        // Encoding does not judge.
        try MetadataEntry(decoding: MetadataEntry(key: text).encoded()).key
    }

    @Test("30 marks in a row pass", arguments: [accent, tibetan, "\u{20DD}", "\u{903}"])
    func few(mark: String) throws {
        let word = "e" + String(repeating: mark, count: 30)
        for text in [word, word + word, String(repeating: "漢字", count: 100) + word] {
            #expect(try Array(key(text).utf8) == Array(text.utf8))
        }
    }

    @Test("31 do not, wherever they stand", arguments: [accent, tibetan, "\u{20DD}", "\u{903}", "\u{1D167}"])
    func many(mark: String) {
        let marks = String(repeating: mark, count: 31)
        for text in [marks, "e" + marks, "漢字 " + marks + "x", marks + marks] {
            let error = #expect(throws: MessageError.self) { try key(text) }
            #expect(error?.code == .invalidText)
            #expect(error?.message.contains("combining marks") == true)
        }
    }

    @Test("marks of different kinds are one row")
    func mixed() {
        let text = String(repeating: Self.accent + "\u{327}" + Self.tibetan, count: 11)
        #expect(throws: MessageError.self) { try key(text) }
    }
}
