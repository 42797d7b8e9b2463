import Messages
import Testing

@Suite struct JSONTextTests {
    @Test(
        "no value breaks a line",
        arguments: [
            ("plain", #""plain""#), ("a\"b\\c", #""a\"b\\c""#), ("line\nbreak\r\ttab", #""line\nbreak\r\ttab""#),
            ("\u{1B}[31m", #""\u001b[31m""#), ("\u{0}\u{7F}", #""\u0000\u007f""#), ("żółć", #""żółć""#),
        ])
    func quoted(_ text: String, _ expected: String) {
        #expect(JSONText.quoted(text) == expected)
    }
}
