import Messages
import Testing

@Suite struct ExactTextTests {
    @Test(
        "texts that Unicode holds equal are two texts",
        arguments: [("K", "\u{212A}"), (";", "\u{37E}"), ("\u{E9}", "e\u{301}"), ("\u{3A9}", "\u{2126}")])
    func equivalent(_ one: String, _ other: String) {
        #expect(one == other)
        #expect(ExactText(one) != ExactText(other))
        #expect(Set([ExactText(one), ExactText(other)]).count == 2)
        #expect([ExactText(one): 1][ExactText(other)] == nil)
    }

    @Test("the same bytes are the same text")
    func same() {
        #expect(ExactText("ann\u{E9}") == ExactText("ann" + "\u{E9}"))
        #expect(Set([ExactText(""), ExactText("")]).count == 1)
    }
}
