import ChangeFeed
import Contract
import MailboxDomain
import MailboxStorage
import Messages
import RPC
import SQL
import Testing

@testable import MailboxHandlers

/// D13: one signature an account and mailbox, while the account can do something there.
struct SignatureTests {
    let house: House

    init() async throws { house = try await House.built() }

    @Test("D13 a signature is kept to the byte: scripts, pictures, other spellings of an accent, HTML of any kind, at full size")
    func exact() async throws {
        let texts = [
            "Grüße\r\n\t-- \u{0}\u{7}".replacing("\u{0}", with: ""), "مع التحية ‏123 ‪x‬", "ご挨拶 🏳️‍🌈👨‍👩‍👧‍👦", "e\u{301}", "\u{E9}", " ",
            "\u{FEFF}x\u{2028}",
            String(repeating: "\u{1F600}", count: 2500),
        ]
        for text in texts {
            let stored = try await house.sign(1, 1, text)
            #expect(!stored.unchanged, "\(text.debugDescription)")
            let read = try await house.signature(1, 1)
            #expect(Array(read.signature?.text.utf8 ?? "".utf8) == Array(text.utf8) && !read.inherited)
        }
        let html = "<script>alert('&')</script><img src=x onerror=y>" + String(repeating: "x", count: 99_952)
        #expect(html.utf8.count == 100_000)
        try await house.sign(1, 1, "", html: html)
        let read = try await house.signature(1, 1).signature
        #expect(read?.html == html && read?.text == "" && read?.revision == Int64(texts.count) + 1)
    }

    @Test(
        "D13 E2 setting, changing and deleting are events, with the texts as the account's personal values; the same again is none"
    )
    func events() async throws {
        try await house.grant(20, acc(1), .send)
        let first = try #require(try await house.sign(1, 20, "one", by: 30) { $0.justification = "asked" }.signature)
        #expect(first.accountId == acc(1) && first.mailboxId == mbx(20) && first.organizationId == org(1))
        #expect(first.updateTime == Timestamp(microsecondsSince1970: house.now) && first.revision == 1 && !first.etag.isEmpty)
        let again = try await house.sign(1, 20, "one")
        #expect(again.unchanged && again.eventId == "" && again.signature == first)
        house.advance(5)
        let second = try #require(try await house.sign(1, 20, "two", html: "<b>").signature)
        #expect(second.revision == 2 && second.updateTime == Timestamp(microsecondsSince1970: house.now))
        let gone = try await house.unsign(1, 20)
        #expect(gone.signature == second)
        let told = try await house.events().filter { $0.action.hasPrefix("signature.") }
        #expect(told.map(\.action) == ["signature.set", "signature.set", "signature.deleted"])
        for event in told {
            #expect(event.target?.id == acc(1) && event.target?.mailboxId == mbx(20) && event.target?.subjectId == acc(1))
            #expect(event.target?.resourceType == "signature" && event.organizationId == org(1))
            #expect(!event.changes.contains { ["text", "html"].contains($0.path) })
        }
        let personal = try await house.told()
        #expect(personal[1]["changes.text.after"] == "one" && personal[1]["justification"] == "asked")
        #expect(personal[2]["changes.text.before"] == "one" && personal[2]["changes.html.after"] == "<b>")
        #expect(personal[3]["changes.text.before"] == "two" && personal[3]["changes.text.after"] == nil)
        // Whoever has set it: it goes with the account that it is of.
        let subjects = told.map { $0.personal.filter { $0.path.hasPrefix("changes.") }.map(\.subjectId) }
        #expect(Set(subjects.joined()) == [acc(1)])
    }

    @Test("D13 D28 who may: the account itself, and whoever may change accounts; to all others the mailbox is not there")
    func permission() async throws {
        try await house.grant(20, acc(1), .open)
        try await house.sign(1, 20, "mine")
        try await house.sign(1, 20, "theirs", by: 31)
        for (actor, reason) in [(2, ErrorReason.roleLacksScope), (32, .roleLacksScope)] {
            let set = await failure { () throws(Status) in try await house.sign(1, 20, "x", by: actor) }
            #expect(set?.reason == reason)
            let deleted = await failure { () throws(Status) in try await house.unsign(1, 20, by: actor) }
            #expect(deleted?.reason == reason)
        }
        #expect(try await house.signature(1, 20, by: 32).signature?.text == "theirs")
        for (account, mailbox, actor, reason) in [
            (1, 2, 1, ErrorReason.notFound), (1, 999, 1, .notFound), (1, 120, 1, .notFound), (1, 2, 30, .noAccess),
            (1, 999, 30, .notFound), (101, 101, 30, .notFound), (20, 20, 30, .noAccess), (999, 1, 30, .notFound),
        ] {
            let set = await failure { () throws(Status) in try await house.sign(account, mailbox, "x", by: actor) }
            #expect(set?.reason == reason, "\(account) \(mailbox) \(actor)")
            let read = await failure { () throws(Status) in try await house.signature(account, mailbox, by: actor) }
            #expect(read?.reason == reason, "\(account) \(mailbox) \(actor)")
        }
        // In the same words.
        let hidden = await failure { () throws(Status) in try await house.signature(1, 2) }
        let nowhere = await failure { () throws(Status) in try await house.signature(1, 999) }
        #expect(hidden == nowhere)
        let list = await failure { () throws(Status) in try await house.signatures(101, by: 30) }
        #expect(list?.reason == .notFound)
        let empty = await failure { () throws(Status) in try await house.sign(1, 1, "") }
        #expect(empty?.reason == .missingField)
    }

    @Test("D13 B3 while access is paused the signature is kept and of no use, and afterwards it is there as it was")
    func paused() async throws {
        try await house.grant(20, acc(1), .send)
        let stored = try await house.sign(1, 20, "kept").signature
        let pauses: [([ChangeRecord], [ChangeRecord])] = [
            ([House.account(1, .user, .suspended, in: 1)], [House.account(1, .user, .active, in: 1)]),
            ([House.account(20, .functional, .suspended, in: 1)], [House.account(20, .functional, .active, in: 1)]),
        ]
        for (begin, end) in pauses {
            try await house.say(begin)
            let read = await failure { () throws(Status) in try await house.signature(1, 20, by: 30) }
            #expect(read?.reason == .noAccess)
            let set = await failure { () throws(Status) in try await house.sign(1, 20, "x", by: 30) }
            #expect(set?.reason == .noAccess)
            #expect(try await house.signatures(1, by: 30).signatures.isEmpty)
            #expect(try await house.signed() == [[1, 20]] && house.mailboxes.signatures.keys.waiting == 0)
            try await house.say(end)
            #expect(try await house.signature(1, 20).signature == stored)
            #expect(try await house.signatures(1).signatures == [stored].compactMap { $0 })
        }
        try await house.say([House.account(1, .user, .suspended, in: 1)])
        #expect(try await house.unsign(1, 20, by: 30).signature == stored)
    }

    @Test("D13 an account's signatures are listed by mailbox, page by page, however large")
    func list() async throws {
        let html = String(repeating: "x", count: 100_000)
        for number in 200..<240 {
            _ = try await house.register(number, owner: 1)
            try await house.sign(1, number, "\(number)", html: html)
        }
        try await house.sign(2, 2, "another's")
        var (found, token, pages) = ([String](), "", 0)
        repeat {
            let page = try await house.signatures(1, size: 1000, token: token)
            found += page.signatures.map(\.text)
            (token, pages) = (page.nextPageToken, pages + 1)
            #expect(page.signatures.reduce(0) { $0 + $1.html.utf8.count } <= Page.bytesMax)
        } while !token.isEmpty
        #expect(found == (200..<240).map(String.init) && pages == 4)
        #expect(try await house.signatures(1, size: 7).signatures.count == 7)
        #expect(try await house.signatures(3).signatures.isEmpty)
    }

    @Test("an etag, a request id and validate_only are what they are elsewhere")
    func forms() async throws {
        let first = try #require(try await house.sign(1, 1, "one") { $0.requestId = "r" }.signature)
        #expect(try await house.sign(1, 1, "one") { $0.requestId = "r" }.signature == first)
        let reused = await failure { () throws(Status) in try await house.sign(1, 1, "two") { $0.requestId = "r" } }
        #expect(reused?.reason == .requestIdReused)
        let tried = try await house.sign(1, 1, "two") { $0.validateOnly = true }
        #expect(tried.signature?.text == "two" && tried.eventId == "")
        #expect(try await house.unsign(1, 1) { $0.validateOnly = true }.signature == first)
        #expect(try await house.signature(1, 1).signature == first)
        for etag in ["x", String(repeating: "x", count: 100)] {
            let set = await failure { () throws(Status) in try await house.sign(1, 1, "two") { $0.etag = etag } }
            #expect(set?.reason == .etagMismatch && set?.metadata["etag"] == first.etag)
            let deleted = await failure { () throws(Status) in try await house.unsign(1, 1) { $0.etag = etag } }
            #expect(deleted?.reason == .etagMismatch)
        }
        let second = try #require(try await house.sign(1, 1, "two") { $0.etag = first.etag }.signature)
        #expect(try await house.unsign(1, 1) { $0.etag = second.etag }.signature == second)
        let gone = await failure { () throws(Status) in try await house.sign(1, 1, "three") { $0.etag = second.etag } }
        #expect(gone?.reason == .etagMismatch)
        let nothing = await failure { () throws(Status) in try await house.unsign(1, 1) }
        #expect(nothing?.reason == .notFound)
    }

    @Test("D17 who is suspended between the judgement and the write sets and deletes nothing any more")
    func suspendedMeanwhile() async throws {
        try await house.sign(1, 1, "before")
        for attempt in [{ _ = try await $0.sign(1, 1, "x") }, { _ = try await $0.unsign(1, 1) }]
            as [@Sendable (House) async throws -> Void]
        {
            house.afterJudging { try await $0.say([House.account(1, .user, .suspended, in: 1)]) }
            await #expect(throws: Status.self) { try await attempt(house) }
            try await house.say([House.account(1, .user, .active, in: 1)])
            #expect(try await house.signature(1, 1).signature?.text == "before")
        }
    }
}
