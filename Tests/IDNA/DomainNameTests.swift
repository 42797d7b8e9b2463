import Testing

@testable import IDNA

@Suite("Domain names")
struct DomainNameTests {
    /// From UTS #46 (its table of deviations and its examples), RFC 3492 §7.1 and RFC 5891; the rest is plain ASCII.
    static let taken: [(String, String)] = [
        ("example.org", "example.org"), ("EXAMPLE.Org", "example.org"), ("localhost", "localhost"),
        ("r3---sn-x.example", "r3---sn-x.example"),
        // Deviations, non-transitional.
        ("faß.de", "xn--fa-hia.de"), ("βόλος.com", "xn--nxasmm1c.com"),
        ("\u{0DC1}\u{0DCA}\u{200D}\u{0DBB}\u{0DD3}.com", "xn--10cl1a0b660p.com"),
        ("\u{0646}\u{0627}\u{0645}\u{0647}\u{200C}\u{0627}\u{06CC}.com", "xn--mgba3gch31f060k.com"),
        // No final sigma in upper case: its lower case is the other sigma.
        ("ΒΌΛΟΣ.com", "xn--nxasmq6b.com"),
        // Case, width, composition and full stops fold.
        ("bücher.example", "xn--bcher-kva.example"), ("BÜCHER.example", "xn--bcher-kva.example"),
        ("bu\u{308}cher.example", "xn--bcher-kva.example"),
        ("\u{65E5}\u{672C}\u{8A9E}\u{3002}\u{FF2A}\u{FF30}", "xn--wgv71a119e.jp"),
        ("\u{65E5}\u{672C}\u{8A9E}\u{FF0E}jp", "xn--wgv71a119e.jp"),
        ("\u{65E5}\u{672C}\u{8A9E}\u{FF61}jp", "xn--wgv71a119e.jp"),
        // RFC 3492 §7.1 (B) and (L).
        ("他们为什么不说中文.example", "xn--ihqwcrb4cv8a8dqg056pqjye.example"),
        ("3年B組金八先生.example", "xn--3b-ww4c5e180e575a65lsy2b.example"),
        // From right to left.
        ("אבג.example", "xn--4dbcd.example"), ("אב1.example", "xn--1-zhcd.example"),
        // Mixed scripts are not what RFC 5891 refuses.
        ("\u{430}\u{430}a.example", "xn--a-7sba.example"),
        // A-labels stay.
        ("xn--bcher-kva.example", "xn--bcher-kva.example"), ("XN--BCHER-KVA.example", "xn--bcher-kva.example"),
        ("xn--fa-hia.de", "xn--fa-hia.de"),
        // The longest label and the longest name.
        (String(repeating: "l", count: 63) + ".example", String(repeating: "l", count: 63) + ".example"),
        (String(repeating: "a.", count: 126) + "b", String(repeating: "a.", count: 126) + "b"),
    ]

    @Test("A name in its own script becomes A-labels in lower case, and goes in again unchanged", arguments: taken)
    func ascii(name: String, expected: String) throws {
        #expect(try DomainName.ascii(name) == expected)
        #expect(try DomainName.ascii(expected) == expected)
    }

    @Test(
        "What is no name of IDNA 2008 is refused",
        arguments: [
            "", ".", "a..b", ".example", "example.", "ü.", "ü\u{3002}", "\u{3002}ü", "\u{AD}.example",
            // Hyphens.
            "-a.example", "a-.example", "-ü.example", "ab--ü.example",
            // Joiners without a rule for them, a mark that leads, a symbol, a picture, a dot inside a number.
            "a\u{200D}b.example", "a\u{200C}b.example", "\u{308}a.example", "\u{2603}.net", "\u{1F600}.example",
            "\u{2488}com",
            // Directions that do not go together (RFC 5893).
            "1אב.example", "אבa.example", "\u{660}א.example", "\u{6F0}\u{660}.example",
            // ASCII that is no letter, digit or hyphen, also when it comes out of a mapping: ℀ is a/c.
            "a_b.example", "ü_b.example", "ü b.example", "ü\n.example", "ü.exa%mple", "ü.example:80", "\u{2100}.example",
            "ü.ex\u{FF20}mple", "ü.example\0.evil.example", "a\0b",
            // A-labels that are none or do not come back: nothing inside, ASCII inside, upper case inside, not composed.
            "xn--.example", "xn--a.example", "xn--bcher.example", "xn--bcher-kva1.example", "xn--ü.example",
            "xn--ls8h.la", "xn--bcher-2pa.example", "xn--bucher-xyd.example", "xn--ab-m1t.example", "xn--1-0hcd.example",
            "xn--example-.org",
            // Too long before, and only as A-labels.
            String(repeating: "l", count: 64) + ".example", String(repeating: "ü", count: 70) + ".example",
            "ü." + String(repeating: "l", count: 64), String(repeating: "a.", count: 126) + "bc",
            String(repeating: "ü.", count: 40) + "example",
        ])
    func refused(name: String) {
        #expect(throws: DomainNameError.self) { try DomainName.ascii(name) }
    }

    @Test("A refusal says why in words")
    func words() {
        #expect(throws: DomainNameError("has an empty label")) { try DomainName.ascii("a..b") }
        #expect(throws: DomainNameError("has a label longer than 63 characters")) {
            try DomainName.ascii(String(repeating: "l", count: 64))
        }
        #expect(throws: DomainNameError("is longer than 253 characters")) {
            try DomainName.ascii(String(repeating: "a.", count: 126) + "bc")
        }
        #expect(throws: DomainNameError("is not one of IDNA 2008: string has forbidden bi-directional properties")) {
            try DomainName.ascii("1אב.example")
        }
    }
}
