import IdentityDomain
import Testing

@Suite struct ProfileTests {
    @Test(
        "B8 language tags are read by their grammar and written in their usual case",
        arguments: [
            ("de", "de"), ("DE-at", "de-AT"), ("zh-hant-tw", "zh-Hant-TW"), ("sl-rozaj-biske", "sl-rozaj-biske"),
            ("de-1996", "de-1996"), ("es-419", "es-419"), ("en-a-bbb-x-Ab-CD", "en-a-bbb-x-ab-cd"), ("zh-yue-HK", "zh-yue-HK"),
            ("en-u-ca-gregory", "en-u-ca-gregory"),
        ])
    func languages(given: String, usual: String) throws {
        #expect(try LanguageTag(given, field: "language").text == usual)
    }

    @Test(
        "B8 what is no language tag is refused",
        arguments: [
            "", "d", "-", "de-", "-de", "de--AT", "de_AT", "deutsche sprache", "de-AT-1", "de-a", "de-a-b", "de-x",
            "en-a-bb-a-cc",
            "abcdefghi", "d3", "de\u{0}", "dé", "de-\u{661}\u{662}\u{663}", "de-AT-AT", "x-private-",
        ])
    func noLanguages(given: String) {
        #expect(refusal { () throws(Refusal) in _ = try LanguageTag(given, field: "language") } == .invalidField)
    }

    @Test("B8 names of time zones by their form")
    func timeZones() {
        for name in ["", "UTC", "Europe/Vienna", "America/Argentina/Buenos_Aires", "Etc/GMT+5", "America/Port-au-Prince"] {
            #expect(refusal { () throws(Refusal) in try Profile.checkTimeZone(name, field: "time_zone") } == nil, "\(name)")
        }
        for name in [
            "/", "Europe/", "/Vienna", "../etc/passwd", "Europe//Vienna", "+02:00", "Europe/Vienna\u{0}", "a/b/c/d", "Eüro",
        ] {
            #expect(
                refusal { () throws(Refusal) in try Profile.checkTimeZone(name, field: "time_zone") } == .invalidField, "\(name)")
        }
    }

    @Test("B8 a picture is an https URL")
    func pictures() {
        for url in ["", "https://a.example/p.png", "https://[::1]/p", "https://a.example:8443/?p=1#x"] {
            #expect(refusal { () throws(Refusal) in try Profile.checkPicture(url, field: "picture_url") } == nil, "\(url)")
        }
        let bad = [
            "http://a.example/", "https://", "https:///p", "javascript:alert(1)", "https://a b", "https://a\u{0}",
            "https://ä.example",
            "HTTPS//a", " https://a.example", "https://a\"b", "data:image/png;base64,AA",
        ]
        for url in bad {
            #expect(
                refusal { () throws(Refusal) in try Profile.checkPicture(url, field: "picture_url") } == .invalidField, "\(url)")
        }
    }

    @Test("B8 where nobody chooses whom recipients see, an account does not either")
    func sender() {
        let policies = Policies(.functionalAccounts, own: [.noDisplayedSender: .on])
        #expect(refusal { () throws(Refusal) in try policies.mayChooseSender(field: "f") } == .unsupported)
        #expect(refusal { () throws(Refusal) in try Policies(.functionalAccounts).mayChooseSender(field: "f") } == nil)
    }
}
