import Testing

@testable import MailboxDomain

struct OpeningTests {
    let world = World()

    private func open(_ mailbox: MailboxID, by account: AccountID) -> Opening {
        world.index.open(.id(mailbox), by: .id(account), at: Now(noon))
    }

    private func grant(
        _ id: DelegationID, _ mailbox: MailboxID, _ grantee: Grantee, _ folders: [FolderGrant], frozen: Bool = false
    ) {
        let delegation = Delegation(id: id, mailbox: mailbox, grantee: grantee, rights: .open, folders: folders, frozen: frozen)
        world.index.apply([.put(delegation)], in: 1)
    }

    private func folder(_ pattern: String, _ operations: FolderOperations) throws -> FolderGrant {
        try FolderGrant(pattern, operations)
    }

    @Test("D15 D28 opening is what Check says about open, of whom and of what; what is elsewhere is nowhere")
    func decisions() {
        world.group(50, [.account(2)])
        world.account(7, .user, .suspended)
        world.grant(70, 20, .account(1), .open)
        world.grant(71, 20, .group(50), .open)
        world.grant(72, 20, .account(3), .send)
        let people: [AccountID] = [1, 2, 3, 4, 7, 20, 30, 101, 999]
        for (account, mailbox) in people.flatMap({ account in [1, 20, 101, 999].map { (account, MailboxID(bits: $0)) } }) {
            let opening = open(mailbox, by: account)
            let byAddress = world.index.open(
                .address(AddressKey("\(mailbox.bits)@A.example")), by: .address(AddressKey("\(account.bits)@A.example")),
                at: Now(noon))
            #expect(opening.decision == world.decide(account, mailbox, .open))
            #expect(byAddress == opening, "\(account.bits) \(mailbox.bits)")
            let isKnown = account != 999
            #expect(opening.account == (isKnown ? account : nil))
            #expect(opening.organization == (isKnown ? (account == 101 ? 2 : 1) : nil))
            let isHere = isKnown && mailbox != 999 && (mailbox == 101) == (account == 101)
            #expect(opening.mailbox?.id == (isHere ? mailbox : nil))
            #expect((opening.access != nil) == opening.decision.allowed)
        }
        #expect(open(20, by: 1).access == world.index.accessible(to: 1, after: nil, limit: 9, at: Now(noon))?.last)
        #expect(open(20, by: 2).decision.reason == .allowedGroupGrant)
    }

    @Test("D27 who can open folders only opens the mailbox by the first folder of a direct grant, else of a group's")
    func folders() throws {
        world.group(50, [.account(1), .account(2)])
        try grant(70, 20, .group(50), [folder("/Archive", .write)])
        try grant(71, 20, .account(1), [folder("/Inbox/*", [.read, .delete]), folder("/Sent", .read)])
        #expect(world.reason(1, 20, .open) == .folderExcluded)
        let direct = open(20, by: 1)
        #expect(direct.decision.reason == .allowedGrant && direct.decision.delegation == 71)
        #expect(direct.access?.surfaces == [.sections] && direct.access?.folders.count == 3)
        // Only to be written to, and a client has to show that too.
        let through = open(20, by: 2)
        #expect(through.decision.reason == .allowedGroupGrant && through.decision.delegation == 70)
        #expect(open(20, by: 3).decision.reason == .noGrant)

        // What does not count stands before folders in the order of denials, and opens nothing less.
        try grant(71, 20, .account(1), [folder("/Inbox/*", .read)], frozen: true)
        #expect(world.reason(1, 20, .open) == .grantFrozen)
        #expect(open(20, by: 1).decision.delegation == 70)
        try grant(70, 20, .group(50), [folder("/Archive", .write)], frozen: true)
        #expect(open(20, by: 1).decision.reason == .grantFrozen && open(20, by: 1).access == nil)
    }

    @Test(
        "D24 D28 what an account can do in one mailbox is its row of the list, or nothing; another organization's account is none"
    )
    func oneMailbox() throws {
        world.grant(70, 20, .account(1), .send)
        world.grant(71, 3, .account(1), [])
        world.register(80, owner: 1)
        let listed = try #require(world.index.accessible(to: 1, after: nil, limit: 9, at: Now(noon)))
        for mailbox in [1, 20, 80] as [MailboxID] {
            #expect(world.index.accessible(to: 1, in: mailbox, at: Now(noon)) == listed.filter { $0.mailbox.id == mailbox })
        }
        for mailbox in [3, 4] as [MailboxID] { #expect(world.index.accessible(to: 1, in: mailbox, at: Now(noon)) == []) }
        for account in [101, 999] as [AccountID] {
            #expect(world.index.accessible(to: account, in: 20, at: Now(noon)) == nil)
        }
        world.account(1, .user, .suspended)
        #expect(world.index.accessible(to: 1, in: 20, at: Now(noon)) == [])
    }
}
