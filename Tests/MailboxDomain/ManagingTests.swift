import Testing

@testable import MailboxDomain

/// Who changes a mailbox's settings, and its list of delegates.
struct ManagingTests {
    let world = World()

    private func manages(_ account: AccountID, _ mailbox: MailboxID, at now: Int64 = noon) -> Bool {
        world.index.manages(account, mailbox, at: Now(now))
    }

    private func setsUp(_ account: AccountID, _ mailbox: MailboxID, at now: Int64 = noon) -> Bool {
        world.index.setsUp(account, mailbox, at: Now(now))
    }

    private func hold(_ holder: Grantee, _ operations: SystemOperation..., held: Bool = true) {
        world.index.apply(operations.map { .operation(holder, $0, held: held) }, in: 1)
    }

    @Test("D5 owner_grants: a mailbox's owner changes its delegates, a delegate with every right does not")
    func ownerGrants() {
        world.register(80, owner: 1)
        world.grant(70, 1, .account(2), .all)
        world.grant(71, 80, .account(2), .all)
        #expect(!manages(1, 1) && !manages(1, 80))
        world.decide { $0.ownerGrants = true }
        #expect(manages(1, 1) && manages(1, 80) && !manages(2, 1) && !manages(2, 80))
        // A functional one has no owner, a functional account owns nothing, and nobody anything that is not there.
        #expect(!manages(20, 20) && !manages(1, 20) && !manages(1, 999) && !manages(999, 1) && !manages(1, 101))
        world.account(1, .user, .suspended)
        #expect(!manages(1, 1) && !manages(1, 80))
        world.account(1, .user, .invited)
        #expect(!manages(1, 1))
    }

    @Test("D4 set_up changes no delegates, unless the policy says so and the account holds both operations")
    func setUpManages() {
        world.grant(70, 20, .account(1), .setUp)
        world.grant(71, 20, .account(2), [.open, .send])
        hold(.account(1), .sharedAccountSetup, .sharedMailboxSynchronization)
        hold(.account(2), .sharedAccountSetup, .sharedMailboxSynchronization)
        #expect(!manages(1, 20))
        world.decide { $0.setUpManagesAccess = true }
        #expect(manages(1, 20) && !manages(2, 20))
        hold(.account(1), .sharedMailboxSynchronization, held: false)
        #expect(!manages(1, 20))
        hold(.account(1), .sharedMailboxSynchronization)
        world.index.apply([.settings(20, MailboxSettings(sharing: false))], in: 1)
        #expect(!manages(1, 20))
        world.index.apply([.settings(20, .none)], in: 1)
        world.grant(70, 20, .account(1), .setUp, Window(expireTime: noon + 1))
        #expect(manages(1, 20) && !manages(1, 20, at: noon + 1))
        world.grant(70, 20, .account(1), .open)
        #expect(!manages(1, 20))
    }

    @Test("D10 both system operations, held by the account or its groups in any mix, and only both")
    func operations() {
        world.grant(70, 20, .account(1), .setUp)
        world.group(51, [.account(1)])
        world.group(50, [.group(51)])
        world.group(52, [.account(2)])
        world.decide { $0.setupNeedsOperations = true }
        let holders: [Grantee] = [.account(1), .group(50), .group(51), .group(52), .account(2)]
        let reaching = Set(holders.prefix(3))
        for first in holders {
            for second in holders {
                hold(first, .sharedAccountSetup)
                #expect(!setsUp(1, 20) && !world.index.holdsOperations(1, at: Now(noon)))
                hold(second, .sharedMailboxSynchronization)
                #expect(setsUp(1, 20) == (reaching.contains(first) && reaching.contains(second)), "\(first) \(second)")
                #expect(world.index.holdsOperations(1, at: Now(noon)) == setsUp(1, 20))
                hold(first, .sharedAccountSetup, held: false)
                #expect(!setsUp(1, 20))
                hold(second, .sharedMailboxSynchronization, held: false)
            }
        }
    }

    @Test("D10 D17 an operation goes with the membership by which it is held, at its end too, and with its group")
    func operationsOfGroups() {
        world.grant(70, 20, .account(1), .setUp)
        world.group(50)
        world.index.apply([.member(.account(1), of: 50, until: noon + minute)], in: 1)
        hold(.group(50), .sharedAccountSetup)
        hold(.account(1), .sharedMailboxSynchronization)
        world.decide { $0.setupNeedsOperations = true }
        #expect(setsUp(1, 20) && !setsUp(1, 20, at: noon + minute))
        world.index.apply([.groupDeleted(50)], in: 1)
        #expect(!setsUp(1, 20))
        // A snapshot says who holds what, and who does not any more.
        let people: [IdentityChange] = [
            .account(Account(id: 1, type: .user, state: .active)), .account(Account(id: 20, type: .functional, state: .active)),
        ]
        let held = SystemOperation.allCases.map { IdentityChange.operation(.account(1), $0, held: true) }
        world.index.replaceIdentity(with: [1: (held + people).shuffled()])
        #expect(setsUp(1, 20))
        world.index.replaceIdentity(with: [1: people])
        #expect(!setsUp(1, 20))
        world.decide { $0.setupNeedsOperations = false }
        #expect(setsUp(1, 20))
    }

    @Test("D3 D8 D10 settings are changed by the owner and by set_up; where operations are needed, by neither without them")
    func settings() {
        world.register(80, owner: 1)
        world.decide { $0.setupNeedsOperations = false }
        world.grant(70, 80, .account(2), .setUp)
        world.grant(71, 80, .account(3), [.open, .send])
        #expect(setsUp(1, 80) && setsUp(1, 1) && setsUp(2, 80) && !setsUp(3, 80) && !setsUp(4, 80) && !setsUp(20, 20))
        world.decide { $0.setupNeedsOperations = true }
        #expect(!setsUp(1, 80) && !setsUp(1, 1) && !setsUp(2, 80))
        hold(.account(1), .sharedAccountSetup, .sharedMailboxSynchronization)
        #expect(setsUp(1, 80) && setsUp(1, 1) && !setsUp(2, 80))
        world.account(1, .user, .suspended)
        #expect(!setsUp(1, 80) && !world.index.holdsOperations(1, at: Now(noon)))
        // Nothing has been told of policies: the narrower holds.
        #expect(Policies().setupNeedsOperations && Policies().guardsAdministrators && !Policies().ownerGrants)
    }

    @Test("D15 who uses a mailbox: its owner, and whoever has a right or a folder in it now")
    func uses() throws {
        func uses(_ account: AccountID, _ mailbox: MailboxID) -> Bool { world.index.uses(account, mailbox, at: Now(noon)) }
        world.group(50, [.account(2)])
        world.grant(70, 20, .group(50), .send)
        world.grant(71, 20, .account(3), [])
        world.grant(72, 20, .account(4), .open, Window(startTime: noon + 1))
        let folder = FolderGrant(path: try FolderPath("/Inbox"), operations: .write)
        world.index.apply(
            [.put(Delegation(id: 73, mailbox: 20, grantee: .account(5), rights: .open, folders: [folder]))], in: 1)
        #expect(uses(1, 1) && !uses(1, 20) && uses(2, 20) && !uses(3, 20) && !uses(4, 20) && uses(5, 20))
        #expect(!uses(20, 20) && !uses(999, 20) && !uses(1, 999) && !uses(1, 101))
        world.account(2, .user, .suspended)
        #expect(!uses(2, 20))
        world.account(2)
        world.account(20, .functional, .suspended)
        #expect(!uses(2, 20) && !uses(5, 20))
    }
}
