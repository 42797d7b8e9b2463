import IdentityDomain
import Testing

@Suite struct EmailAddressTests {
    @Test(
        "B5 addresses that are taken",
        arguments: [
            "a@b.example", "Jo.Doe+x@Example.ORG", "o'neil@x-y.example", "info@xn--bcher-kva.example", "1@2.example",
            String(repeating: "l", count: 64) + "@example.org", "a@r3---b.example",
        ])
    func accepted(text: String) throws {
        let address = try EmailAddress(text)
        #expect(address.text == text)
        #expect(address.key == text.lowercased())
    }

    static let refusedAddresses: [(String, Refusal.Code)] = [
        ("", .missingField), ("a", .invalidField), ("@b.example", .invalidField), ("a@", .invalidField),
        ("a@b", .invalidField), ("a@b..example", .invalidField), (".a@b.example", .invalidField),
        ("a.@b.example", .invalidField), ("a..b@c.example", .invalidField), ("a@b@c.example", .invalidField),
        ("a b@c.example", .invalidField), ("a@-b.example", .invalidField), ("a@b-.example", .invalidField),
        ("a@b_c.example", .invalidField), ("a@bü_cher.example", .invalidField), ("ü@b.example", .localPartNotASCII),
        ("ann\u{212A}@example.org", .localPartNotASCII), ("ü@", .localPartNotASCII), ("ü", .invalidField),
        ("a@bücher", .invalidField), ("a@bücher.example\u{3002}", .invalidField), ("a@bücher..example", .invalidField),
        ("a@\u{2603}.example", .invalidField), ("a@x\u{200D}y.example", .invalidField),
        ("a@אבa.example", .invalidField), ("a@xn--a.example", .invalidField), ("a@xn--bcher-2pa.example", .invalidField),
        ("a@bücher.①", .invalidField), ("a@bücher.example\0.example", .invalidField), ("a\u{FF20}b.example", .invalidField),
        ("a@bücher\u{FF20}b.example", .invalidField), ("a@\u{308}b.example", .invalidField),
        ("a@" + String(repeating: "ü", count: 70) + ".example", .invalidField),
        ("a@" + String(repeating: "ü.", count: 40) + "example", .invalidField),
        (String(repeating: "l", count: 64) + "@" + String(repeating: "ü.", count: 23) + "example", .tooLong),
        ("a@127.0.0.1", .invalidField), ("a@b.example.", .invalidField), ("a\n@b.example", .invalidField),
        ("\"a\"@b.example", .invalidField), ("<a@b.example>", .invalidField),
        (String(repeating: "l", count: 65) + "@example.org", .invalidField),
        ("a@" + String(repeating: "l", count: 64) + ".example", .invalidField),
        ("a@" + String(repeating: "ab.", count: 90) + "example", .tooLong),
    ]

    @Test("B5 addresses that are refused", arguments: refusedAddresses)
    func refused(text: String, code: Refusal.Code) {
        #expect(refusal { () throws(Refusal) in _ = try EmailAddress(text) } == code)
    }

    static let scripts: [(text: String, ascii: String)] = [
        ("Info@BÜCHER.example", "Info@xn--bcher-kva.example"),
        ("Info@bu\u{308}cher.example", "Info@xn--bcher-kva.example"),
        ("Info@XN--bcher-kva.Example", "Info@xn--bcher-kva.example"),
        ("Jo@faß.de", "Jo@xn--fa-hia.de"), ("jo@βόλος.com", "jo@xn--nxasmm1c.com"),
        ("jo@日本語\u{3002}jp", "jo@xn--wgv71a119e.jp"), ("Jo@Example.ORG", "Jo@example.org"),
    ]

    @Test("B5 a domain in its own script is one with its A-labels", arguments: scripts)
    func ascii(text: String, ascii: String) throws {
        let address = try EmailAddress(text)
        #expect(address.text.utf8.elementsEqual(text.utf8))
        #expect(address.ascii == ascii)
        #expect(address.key == ascii.lowercased())
        #expect(EmailAddress.key(text) == address.key)
        #expect(EmailAddress.key(ascii) == address.key)
        #expect(try EmailAddress(ascii).key == address.key)
    }

    @Test(
        "text that is no address finds none",
        arguments: ["ann\u{212A}@example.org", "\u{130}nn@example.org", "a@\u{2603}.example", "ü"])
    func found(text: String) {
        // Their lower case in Unicode begins with ASCII letters.
        #expect(EmailAddress.key(text) == text)
        #expect(EmailAddress.key("ANN@Example.org") == "ann@example.org")
    }
}
