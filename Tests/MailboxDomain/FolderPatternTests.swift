import MailboxDomain
import Testing

struct FolderPatternTests {
    @Test(
        "D27 a pattern is that folder, with /* it and all below it, and /* alone all folders; written back it is the same",
        arguments: [
            ("/Inbox", "/Inbox", false), ("/Inbox/Invoices", "/Inbox/Invoices", false), ("/Inbox/*", "/Inbox", true),
            ("/*", "/", true), ("/a*", "/a*", false), ("/*a/b", "/*a/b", false), ("/ /*", "/ ", true),
            ("/\u{E9}", "/\u{E9}", false),
        ])
    func accepted(_ pattern: String, _ path: String, _ isSubtree: Bool) throws {
        let grant = try FolderGrant(pattern, .write)
        #expect(grant.path.text == path && grant.subtree == isSubtree && grant.operations == .write)
        #expect(grant.pattern == pattern)
    }

    @Test("D27 another form of the same letters is the same folder")
    func normalized() throws {
        #expect(try FolderGrant("/e\u{301}/*", .read) == FolderGrant("/\u{E9}/*", .read))
        #expect(Array(try FolderGrant("/e\u{301}", .read).pattern.utf8) == Array("/\u{E9}".utf8))
    }

    @Test(
        "D27 what is no folder is refused, each with what is wrong",
        arguments: [
            ("", .notFromTheTop), ("Inbox", .notFromTheTop), ("*", .notFromTheTop), ("/", .emptyPart), ("//*", .emptyPart),
            ("/Inbox/", .emptyPart), ("/a//b", .emptyPart), ("/a//*", .emptyPart), ("/a/../b", .relativePart),
            ("/./*", .relativePart), ("/*/a", .wildcard), ("/a/*/*", .wildcard), ("/*/*", .wildcard), ("/a/*/b", .wildcard),
            ("/a\u{7}", .controlCharacter), ("/a\n/*", .controlCharacter),
            ("/" + String(repeating: "a", count: 512), .tooLong), ("/" + String(repeating: "a", count: 512) + "/*", .tooLong),
        ] as [(String, FolderPathError)])
    func refused(_ pattern: String, _ why: FolderPathError) {
        #expect(throws: why) { try FolderGrant(pattern, .read) }
    }
}
