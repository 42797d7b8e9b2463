import IdentityDomain
import Testing

@Suite struct EmailAddressTests {
    @Test(
        "B5 addresses that are taken",
        arguments: [
            "a@b.example", "Jo.Doe+x@Example.ORG", "o'neil@x-y.example", "info@xn--bcher-kva.example", "1@2.example",
            String(repeating: "l", count: 64) + "@example.org",
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
        ("a@b_c.example", .invalidField), ("a@bücher.example", .invalidField), ("ü@b.example", .invalidField),
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

    @Test("text that is no address finds none", arguments: ["ann\u{212A}@example.org", "\u{130}nn@example.org"])
    func found(text: String) {
        // Their lower case in Unicode begins with ASCII letters.
        #expect(EmailAddress.key(text) == text)
        #expect(EmailAddress.key("ANN@Example.org") == "ann@example.org")
    }
}
