import Testing

@testable import MailboxDomain

struct FolderPathTests {
    private func failure(_ text: String) -> FolderPathError? {
        do throws(FolderPathError) {
            _ = try FolderPath(text)
            return nil
        } catch {
            return error
        }
    }

    @Test("D27 a path has its form, and every other is refused for its reason")
    func forms() {
        let part = String(repeating: "x", count: 511)
        let table: [(String, FolderPathError?)] = [
            ("/", nil), ("/Inbox", nil), ("/Inbox/Invoices", nil), ("/a b/c*", nil), ("/...", nil), ("/.a", nil), ("/a..", nil),
            ("/Sent Items/2026-01", nil), ("/Скарги/Überfällig", nil), ("/" + part, nil), ("/\\", nil),
            ("/*", .wildcard), ("/Inbox/*/a", .wildcard),
            ("", .notFromTheTop), ("Inbox", .notFromTheTop), (" /Inbox", .notFromTheTop), ("Inbox/", .notFromTheTop),
            ("//", .emptyPart), ("/Inbox/", .emptyPart), ("/Inbox//Invoices", .emptyPart), ("//Inbox", .emptyPart),
            ("/.", .relativePart), ("/..", .relativePart), ("/Inbox/../Sent", .relativePart), ("/./Inbox", .relativePart),
            ("/Inbox/..", .relativePart),
            ("/In\nbox", .controlCharacter), ("/Inbox\u{0}", .controlCharacter), ("/\u{7F}", .controlCharacter),
            ("/\u{85}", .controlCharacter), ("/\t/", .controlCharacter), ("/\u{1B}[31m", .controlCharacter),
            ("/x" + part, .tooLong), ("/" + String(repeating: "ü", count: 256), .tooLong),
            ("/" + String(repeating: "ü", count: 255), nil),
            (String(repeating: "/x", count: 5_000_000), .tooLong),
        ]
        for (text, expected) in table { #expect(failure(text) == expected, "\(text.prefix(40).debugDescription)") }
    }

    @Test("D27 what looks alike is one path, in form C; case counts")
    func normalization() throws {
        let table: [(String, String)] = [
            ("/Ue\u{308}ber", "/U\u{EB}ber"), ("/\u{212B}", "/\u{C5}"), ("/A\u{30A}", "/\u{C5}"),
            // Marks in another order, a ligature that NFC leaves, Hangul put together.
            ("/q\u{307}\u{323}", "/q\u{323}\u{307}"), ("/\u{FB01}", "/\u{FB01}"),
            ("/\u{1112}\u{1161}\u{11AB}", "/\u{D55C}"), ("/\u{1E9B}\u{323}", "/\u{1E9B}\u{323}"),
        ]
        for (written, kept) in table {
            let path = try FolderPath(written)
            #expect(Array(path.text.utf8) == Array(kept.utf8), "\(written)")
            #expect(try FolderPath(kept) == path)
            #expect(try Array(FolderPath(path.text).text.utf8) == Array(path.text.utf8))
        }
        #expect(try FolderPath("/inbox") != FolderPath("/Inbox"))
        // Longer as it is written than as it is kept: what counts is what is kept.
        #expect(try FolderPath("/" + String(repeating: "e\u{301}", count: 255)).text.utf8.count == 511)
        #expect(try FolderPath("/" + String(repeating: "\u{1112}\u{1161}\u{11AB}", count: 170)).text.utf8.count == 511)
    }

    @Test("D27 a folder is above what is below it by whole parts, and the top above all")
    func above() throws {
        let table: [(String, String, Bool)] = [
            ("/", "/Inbox", true), ("/", "/Inbox/a", true), ("/", "/", false), ("/Inbox", "/Inbox/a", true),
            ("/Inbox", "/Inbox/a/b", true), ("/Inbox", "/Inbox", false), ("/Inbox", "/Inboxes", false),
            ("/Inbox", "/Inboxes/a", false), ("/Inbox/a", "/Inbox", false), ("/inbox", "/Inbox/a", false), ("/Inbox", "/", false),
            ("/\u{C5}", "/A\u{30A}/b", true),
        ]
        for (one, other, expected) in table {
            #expect(try FolderPath(one).isAbove(FolderPath(other)) == expected, "\(one) \(other)")
        }
        let sorted = try ["/", "/A", "/A/b", "/B", "/a", "/\u{C5}"].map { try FolderPath($0) }
        #expect(sorted.shuffled().sorted() == sorted)
    }
}
