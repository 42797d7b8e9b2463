import ChangeFeed
import Contract
import MailboxDomain
import MailboxStorage
import Messages
import RPC
import SQL
import Testing

@testable import MailboxHandlers

/// What is set of a mailbox: D7 whether it is shared, D14 whom recipients see, D13 the signature of who has none.
struct MailboxSettingsTests {
    typealias Settings = Messages.MailboxSettings

    let house: House

    init() async throws { house = try await House.built() }

    private func refusal<T>(_ work: () async throws(Status) -> T) async -> Status? { await failure(work) }

    private static let all = "allow_shared_access displayed_sender default_signature_text default_signature_html"

    @Test("D7 D13 D14 what is set is shown and holds; what nobody has set is as it began, with an etag of that")
    func setAndShown() async throws {
        let begun = try await house.settings(20)
        let unset = try #require(begun.mailboxSettings)
        #expect(begun.shared && begun.effectiveDisplayedSender == .unspecified)
        #expect(unset.mailboxId == mbx(20) && unset.organizationId == org(1) && unset.revision == 0 && !unset.etag.isEmpty)
        #expect(unset.updateTime == nil)
        let wanted = Settings(
            allowSharedAccess: .on, displayedSender: .hideDelegate, defaultSignatureText: "Yours",
            defaultSignatureHtml: "<b>&</b>",
            etag: unset.etag)
        let changed = try await house.settle(20, Self.all, wanted)
        let stored = try #require(changed.mailboxSettings)
        #expect(!changed.unchanged && stored.revision == 1 && stored.defaultSignatureHtml == "<b>&</b>")
        #expect(stored.updateTime == Timestamp(microsecondsSince1970: house.now) && stored.etag != unset.etag)
        let shown = try await house.settings(20)
        #expect(shown.mailboxSettings == stored && shown.shared && shown.effectiveDisplayedSender == .hideDelegate)
        // Only what the mask names.
        let sender = try await house.settle(20, "displayed_sender", Settings(displayedSender: .showDelegate, etag: stored.etag))
        #expect(sender.mailboxSettings?.defaultSignatureText == "Yours" && sender.mailboxSettings?.revision == 2)
        let stale = await refusal { () throws(Status) in
            try await house.settle(20, "displayed_sender", Settings(displayedSender: .hideDelegate, etag: stored.etag))
        }
        #expect(stale?.reason == .etagMismatch && stale?.metadata["etag"] == sender.mailboxSettings?.etag)
        let none = await refusal { () throws(Status) in
            try await house.settle(2, "displayed_sender", Settings(displayedSender: .hideDelegate, etag: stored.etag))
        }
        #expect(none?.reason == .etagMismatch)
        let again = try await house.settle(20, "displayed_sender", Settings(displayedSender: .showDelegate))
        #expect(again.unchanged && again.eventId == "" && again.mailboxSettings == sender.mailboxSettings)
        let nothing = try await house.settle(2, "default_signature_text", Settings())
        #expect(nothing.unchanged && nothing.mailboxSettings?.revision == 0)
    }

    @Test("a mask without a field, or with one that is none, is refused; a mailbox elsewhere or nowhere is not found")
    func form() async throws {
        let empty = await refusal { () throws(Status) in try await house.settle(20, "", Settings()) }
        #expect(empty?.reason == .missingField && empty?.metadata["field"] == "update_mask")
        for path in ["revision", "mailbox_id", "organization_id", "x"] {
            let status = await refusal { () throws(Status) in try await house.settle(20, "displayed_sender \(path)", Settings()) }
            #expect(status?.reason == .invalidField, "\(path)")
        }
        for mailbox in [120, 999] {
            let set = await refusal { () throws(Status) in try await house.share(mailbox, .off) }
            let read = await refusal { () throws(Status) in try await house.settings(mailbox) }
            #expect(set?.reason == .notFound && read?.reason == .notFound)
        }
    }

    @Test(
        "D7 D17 sharing off ends every delegation in one small write, and keeps them; the owner keeps all; on, they count again")
    func sharing() async throws {
        try await house.group(50, acc(3))
        try await house.grant(2, grp(50), .open)
        _ = try await house.store.write { tx in
            for number in 0..<5000 {
                try tx.insert(
                    Messages.Delegation(
                        id: DelegationID(bits: UInt128(1_000_000 + number)).text, organizationId: org(1), mailboxId: mbx(2),
                        granteeId: acc(number == 0 ? 1 : 100_000 + number), rights: [.open],
                        createTime: Timestamp(microsecondsSince1970: tx.now)))
            }
        }
        #expect(try await house.check(1, 2).allowed)
        let position = house.store.position
        let off = try await house.share(2, .off)
        #expect(house.store.position == position + 1 && !off.unchanged)
        for account in [1, 3] { #expect(try await house.check(account, 2).reason == .sharingOff) }
        #expect(try await house.check(2, 2).reason == .allowedOwner)
        #expect(try await house.settings(2).shared == false)
        try await house.share(2, .on)
        #expect(try await house.check(1, 2).reason == .allowedGrant)
        #expect(try await house.check(3, 2).reason == .allowedGroupGrant)
        // As it began: this one unshared.
        try await house.share(2, .unspecified)
        #expect(try await house.check(1, 2).allowed)
        try await house.say([Self.unshared(2)])
        #expect(try await house.check(1, 2).reason == .sharingOff)
        try await house.share(2, .on)
        #expect(try await house.check(1, 2).allowed)
    }

    private static func unshared(_ number: Int) -> ChangeRecord {
        let account = Messages.Account(
            id: acc(number), organizationId: org(1), accountType: .user, state: .active, address: "\(number)@a.example",
            asciiAddress: "\(number)@a.example", unshared: true)
        return ChangeRecord(organization: org(1), id: account.id, type: Messages.Account.name, value: account.encoded())
    }

    @Test("D14 asking for a displayed sender is refused where the policy says none; what is set then counts for nothing")
    func noSender() async throws {
        try await house.settle(20, "displayed_sender", Settings(displayedSender: .showDelegate))
        try await house.decide { $0.noDisplayedSender = .on }
        let refused = await refusal { () throws(Status) in
            try await house.settle(
                20, "displayed_sender default_signature_text", Settings(displayedSender: .hideDelegate, defaultSignatureText: "x")
            )
        }
        #expect(refused?.reason == .unsupported)
        let shown = try await house.settings(20)
        #expect(shown.effectiveDisplayedSender == .unspecified && shown.mailboxSettings?.defaultSignatureText == "")
        #expect(try await house.settle(20, "displayed_sender", Settings()).mailboxSettings?.displayedSender == .unspecified)
    }

    @Test(
        "D10 C15 settings are set up by an administrator, the owner and who has set_up, with both operations where the policy says so"
    )
    func setsUp() async throws {
        try await house.grant(2, acc(1), .setUp)
        try await house.grant(2, acc(3), .open, .send)
        try await house.decide { _ in }
        func sender(_ actor: Int) async -> Status? {
            await refusal { () throws(Status) in
                try await house.settle(
                    2, "displayed_sender default_signature_text", Settings(displayedSender: .showDelegate), by: actor)
            }
        }
        for actor in [30, 31] { #expect(await sender(actor) == nil) }
        for actor in [3, 4, 32] { #expect(await sender(actor)?.reason == .roleLacksScope) }
        for actor in [1, 2] {
            let both = await sender(actor)
            #expect(both?.code == .permissionDenied && both?.reason == .operationsMissing)
            #expect(both?.metadata["missing"] == "shared_account_setup,shared_mailbox_synchronization")
            try await house.say([House.holding(acc(actor), .sharedAccountSetup)])
            #expect(await sender(actor)?.metadata["missing"] == "shared_mailbox_synchronization")
            try await house.giveOperations(to: acc(actor))
            #expect(await sender(actor) == nil)
            try await house.say([House.holding(acc(actor), .sharedAccountSetup, gone: true)])
            #expect(await sender(actor)?.reason == .operationsMissing)
        }
        try await house.decide { $0.setupNeedsOperations = .off }
        for actor in [1, 2] { #expect(await sender(actor) == nil) }
        #expect(await sender(3)?.reason == .roleLacksScope)
        // Of that mailbox alone, and nothing about sharing.
        let other = await refusal { () throws(Status) in
            try await house.settle(20, "displayed_sender", Settings(displayedSender: .showDelegate), by: 1)
        }
        #expect(other?.reason == .roleLacksScope)
        for fields in ["allow_shared_access", "allow_shared_access displayed_sender"] {
            let status = await refusal { () throws(Status) in
                try await house.settle(2, fields, Settings(allowSharedAccess: .off), by: 1)
            }
            #expect(status?.reason == .roleLacksScope, "\(fields)")
        }
    }

    @Test("D5 D7 whether it is shared is changed by whoever changes the delegates: all that the mask names or nothing")
    func manages() async throws {
        try await house.grant(2, acc(1), .setUp)
        try await house.decide { policies in (policies.ownerGrants, policies.setUpManagesAccess) = (.on, .on) }
        #expect(await refusal { () throws(Status) in try await house.share(2, .off, by: 2) } == nil)
        #expect(try await house.check(1, 2).reason == .sharingOff)
        // With sharing off, who sets it up has no right in it to switch it on again.
        try await house.giveOperations(to: acc(1))
        #expect(await refusal { () throws(Status) in try await house.share(2, .on, by: 1) }?.reason == .roleLacksScope)
        try await house.share(2, .on)
        #expect(await refusal { () throws(Status) in try await house.share(2, .off, by: 1) } == nil)
        // The owner may share it, and without the operations set nothing else up.
        let both = await refusal { () throws(Status) in
            try await house.settle(
                2, "allow_shared_access displayed_sender", Settings(allowSharedAccess: .on, displayedSender: .hideDelegate), by: 2
            )
        }
        #expect(both?.reason == .roleLacksScope)
        #expect(try await house.settings(2).mailboxSettings?.allowSharedAccess == .off)
    }

    @Test(
        "C6 whether an administrator's own mailbox is shared is that administrator's and a Full admin's matter; the rest is not")
    func guarded() async throws {
        try await house.decide { $0.setupNeedsOperations = .off }
        #expect(await refusal { () throws(Status) in try await house.share(32, .off, by: 31) }?.reason == .fullAdminOnly)
        #expect(await refusal { () throws(Status) in try await house.share(31, .off, by: 31) } == nil)
        #expect(await refusal { () throws(Status) in try await house.share(32, .off, by: 30) } == nil)
        try await house.settle(32, "displayed_sender", Settings(displayedSender: .hideDelegate), by: 31)
        try await house.decide { policies in (policies.guardAdministrators, policies.setupNeedsOperations) = (.off, .off) }
        #expect(await refusal { () throws(Status) in try await house.share(32, .on, by: 31) } == nil)
    }

    @Test("D8 who uses a mailbox reads its settings, and so does who may view accounts; nobody else does")
    func readers() async throws {
        try await house.grant(2, acc(1), .send)
        for actor in [1, 2, 30, 32] {
            #expect(await refusal { () throws(Status) in try await house.settings(2, by: actor) } == nil)
        }
        #expect(await refusal { () throws(Status) in try await house.settings(2, by: 3) }?.reason == .roleLacksScope)
        #expect(await refusal { () throws(Status) in try await house.settings(2, by: 130) }?.reason == .notFound)
    }

    @Test(
        "E2 a change is an event with before and after, the default signature as personal values of the mailbox; no follower learns it"
    )
    func events() async throws {
        try await house.settle(
            20, Self.all,
            Settings(
                allowSharedAccess: .off, displayedSender: .showDelegate, defaultSignatureText: "Anna", defaultSignatureHtml: "<i>"
            )
        ) { $0.justification = "asked" }
        try await house.settle(20, Self.all, Settings(defaultSignatureText: "Bert"))
        let told = try await house.events("mailbox.settings_updated")
        #expect(
            told.allSatisfy {
                $0.target?.id == mbx(20) && $0.target?.resourceType == "mailbox_settings" && $0.actor?.id == acc(30)
            })
        let changes = told[1].changes.map { [$0.path, $0.before, $0.after] }
        #expect(changes == [["allow_shared_access", "off", ""], ["displayed_sender", "show_delegate", ""]])
        let personal = try await house.told()
        #expect(
            personal[1]["changes.default_signature_text.before"] == "Anna"
                && personal[1]["changes.default_signature_text.after"] == "Bert")
        #expect(personal[1]["changes.default_signature_html.before"] == "<i>")
        let subjects = told[1].personal.filter { $0.path.hasPrefix("changes.") }.map(\.subjectId)
        #expect(Set(subjects) == [mbx(20)])
        guard case .changes(let transactions, _) = try await house.store.changes(after: 0, limit: 100) else {
            Issue.record("compacted")
            return
        }
        let records = transactions.flatMap(\.changes).filter { $0.type == Settings.name }
        #expect(records.count == 2)
        for record in records {
            let heard = try Settings(decoding: record.value)
            #expect(heard.defaultSignatureText == "" && heard.defaultSignatureHtml == "" && record.id == mbx(20))
        }
    }

    @Test("a repeated request is answered again, and what is only tried out changes nothing")
    func repeated() async throws {
        let first = try await house.settle(20, "allow_shared_access", Settings(allowSharedAccess: .off)) { $0.requestId = "r" }
        let again = try await house.settle(20, "allow_shared_access", Settings(allowSharedAccess: .off)) { $0.requestId = "r" }
        #expect(first == again)
        let tried = try await house.settle(20, "allow_shared_access", Settings(allowSharedAccess: .on)) { $0.validateOnly = true }
        #expect(tried.mailboxSettings?.allowSharedAccess == .on && tried.eventId == "")
        #expect(try await house.settings(20).mailboxSettings == first.mailboxSettings)
    }

    @Test(
        "D13 who has no signature of its own gets the mailbox's; the own one goes before it, and is of no use while nothing is shared"
    )
    func defaultSignature() async throws {
        try await house.grant(20, acc(1), .send)
        #expect(try await house.signature(1, 20).signature?.text == "")
        try await house.settle(
            20, "default_signature_text default_signature_html",
            Settings(defaultSignatureText: "Office", defaultSignatureHtml: "<b>"))
        let inherited = try await house.signature(1, 20)
        #expect(inherited.inherited && inherited.signature?.text == "Office" && inherited.signature?.html == "<b>")
        #expect(inherited.signature?.accountId == acc(1) && inherited.signature?.revision == 0 && inherited.signature?.etag == "")
        try await house.sign(1, 20, "Anna")
        #expect(try await house.signature(1, 20).signature?.text == "Anna")
        try await house.share(20, .off)
        #expect(await refusal { () throws(Status) in try await house.signature(1, 20) }?.reason == .noAccess)
        #expect(try await house.signatures(1).signatures.isEmpty)
        try await house.share(20, .on)
        #expect(try await house.signature(1, 20).signature?.text == "Anna")
        try await house.freeze(20, acc(1))
        #expect(await refusal { () throws(Status) in try await house.signature(1, 20) }?.reason == .noAccess)
        try await house.unfreeze(20, acc(1))
        try await house.unsign(1, 20)
        #expect(try await house.signature(1, 20).signature?.text == "Office")
    }

    @Test("B3 the settings of a deleted account's mailbox go as SYSTEM, with their event; those of others stay")
    func deleted() async throws {
        try await house.settle(2, "default_signature_text", Settings(defaultSignatureText: "Mine"))
        try await house.settle(3, "allow_shared_access", Settings(allowSharedAccess: .off))
        try await house.say([House.account(2, .user, .deleted, in: 1), House.account(4, .user, .deleted, in: 1)])
        #expect(house.mailboxes.tombstones.count == 1)
        var stream = house.mailboxes.tombstones.stream.makeAsyncIterator()
        let deleted = try #require(await stream.next())
        try await house.mailboxes.removeDependentRows(of: deleted)
        let removed = try await house.events("mailbox.settings_removed")
        #expect(removed.map { $0.target?.id } == [mbx(2)] && removed.first?.actor?.kind == .system)
        #expect(removed.first?.personal.map(\.subjectId) == [mbx(2)])
        let left = try await house.store.read { try $0.first("SELECT count(*) FROM mailbox_settings") { $0.int(0) } }
        #expect(left == 1)
        try await house.say([House.account(2, .user, .deleted, in: 1)])
        #expect(house.mailboxes.tombstones.count == 1, "the one that was taken is not told done; no other came")
    }

    @Test("what is set is loaded at the start, and is what a follower starts from")
    func loaded() async throws {
        try await house.grant(20, acc(1), .open)
        try await house.settle(
            20, Self.all, Settings(allowSharedAccess: .off, displayedSender: .hideDelegate, defaultSignatureText: "x"))
        let index = AccessIndex()
        try await index.load(from: house.store)
        let found = index.settings(of: try #require(MailboxID(mbx(20))))
        #expect(found == MailboxDomain.MailboxSettings(sharing: false, sender: .hide, isStored: true))
        let snapshot = try await house.store.read { connection in
            var records: [ChangeRecord] = []
            try connection.eachChange { records.append($0) }
            return records
        }
        let record = try #require(snapshot.first { $0.type == Settings.name })
        guard case .settings(let mailbox, let heard)? = try OwnChange(record) else {
            Issue.record("\(record)")
            return
        }
        #expect(mailbox.bits == 20 && heard == found)
    }
}
