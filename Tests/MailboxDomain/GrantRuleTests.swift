import Testing

@testable import MailboxDomain

struct GrantRuleTests {
    let world = World()

    private func refusal(
        _ mailbox: MailboxID, _ grantee: Grantee, _ terms: GrantTerms = GrantTerms(rights: .open)
    ) -> GrantRefusal? {
        do throws(GrantRefusal) {
            try world.index.judgeGrant(of: mailbox, to: grantee, as: terms, at: Now(noon))
            return nil
        } catch {
            return error
        }
    }

    @Test("D6 B2 each refused grantee has its own reason")
    func grantees() {
        world.account(40, .user, .invited)
        world.account(41, .user, .suspended)
        world.account(42, .user, .deleted)
        world.group(50)
        world.group(150, in: 2)
        let table: [(MailboxID, Grantee, GrantRefusal?)] = [
            (20, .account(1), nil), (2, .account(1), nil), (2, .account(30), nil), (20, .group(50), nil),
            (41, .account(1), nil),
            (999, .account(1), .noSuchMailbox), (42, .account(1), .noSuchMailbox),
            (20, .account(999), .noSuchGrantee), (20, .group(999), .noSuchGrantee),
            (20, .account(101), .crossOrganization), (20, .group(150), .crossOrganization),
            (1, .account(1), .selfGrant), (20, .account(20), .selfGrant), (41, .account(41), .selfGrant),
            (20, .account(40), .wrongState(.invited)), (20, .account(41), .wrongState(.suspended)),
            (20, .account(42), .wrongState(.deleted)), (2, .account(20), .functionalGrantee),
        ]
        for (mailbox, grantee, expected) in table {
            #expect(refusal(mailbox, grantee) == expected, "\(mailbox) \(grantee)")
        }
    }

    @Test("B2 the same grant succeeds once the invitation is accepted")
    func accepted() {
        world.account(40, .user, .invited)
        #expect(refusal(20, .account(40)) == .wrongState(.invited))
        world.account(40)
        #expect(refusal(20, .account(40)) == nil)
    }

    @Test("D6 C6 D8 a registered mailbox is not granted to its owner; no group is given an administrator's own mailbox")
    func ownersAndGuards() {
        world.register(80, owner: 30)
        world.group(50)
        let table: [(MailboxID, Grantee, GrantRefusal?)] = [
            (80, .account(30), .selfGrant), (80, .account(1), nil), (80, .group(50), nil), (80, .account(80), .noSuchGrantee),
            (30, .group(50), .administratorGuarded), (30, .account(1), nil), (30, .group(999), .noSuchGrantee),
            (1, .group(50), nil),
        ]
        for (mailbox, grantee, expected) in table {
            #expect(refusal(mailbox, grantee) == expected, "\(mailbox) \(grantee)")
        }
        world.account(1, .administrator)
        #expect(refusal(1, .group(50)) == .administratorGuarded)
    }

    @Test("D19 terms: an end before the beginning and one in the past are refused")
    func terms() {
        let table: [(Window, GrantRefusal?)] = [
            (.always, nil), (Window(startTime: 5), nil), (Window(expireTime: 11), nil),
            (Window(expireTime: 10), .endsInThePast), (Window(startTime: 20, expireTime: 20), .endsBeforeItBegins),
            (Window(startTime: 20, expireTime: 19), .endsBeforeItBegins),
        ]
        for (window, expected) in table {
            var found: GrantRefusal?
            do throws(GrantRefusal) { try GrantTerms(rights: [], window: window).judge(at: Now(10)) } catch { found = error }
            #expect(found == expected)
        }
    }

    @Test("D3 D27 folders limit what is opened, so they are given with open only; any set is given without them")
    func foldersAndRights() throws {
        let folders = [FolderGrant(path: try FolderPath("/Inbox"))]
        for set in (0...7).map({ Rights(rawValue: UInt8($0)) }) {
            for limits in [[], folders] {
                var found: GrantRefusal?
                let terms = GrantTerms(rights: set, folders: limits)
                do throws(GrantRefusal) { try terms.judge(at: Now(noon)) } catch { found = error }
                #expect(found == (limits.isEmpty || set.contains(.open) ? nil : .foldersWithoutOpen))
                #expect(refusal(20, .account(1), GrantTerms(rights: set, folders: limits)) == nil)
            }
        }
    }

    @Test("D3 all_or_nothing gives open and send of a whole mailbox, and refuses any other set")
    func allOrNothing() throws {
        let folders = [FolderGrant(path: try FolderPath("/Inbox"))]
        world.decide { $0.allOrNothing = true }
        for set in (0...7).map({ Rights(rawValue: UInt8($0)) }) {
            #expect(refusal(20, .account(1), GrantTerms(rights: set)) == (set == [.open, .send] ? nil : .unsupportedSet))
        }
        #expect(refusal(20, .account(1), GrantTerms(rights: [.open, .send], folders: folders)) == .unsupportedSet)
        // What concerns who it is comes first.
        #expect(refusal(20, .account(20), GrantTerms(rights: .open)) == .selfGrant)
    }

    @Test("D14 no_displayed_sender refuses one that is asked for")
    func displayedSender() {
        for sender in [nil, SenderDisplay.show, .hide] {
            world.decide { _ in }
            #expect(refusal(20, .account(1), GrantTerms(rights: .send, sender: sender)) == nil)
            world.decide { $0.noDisplayedSender = true }
            #expect(
                refusal(20, .account(1), GrantTerms(rights: .send, sender: sender)) == (sender == nil ? nil : .senderUnsupported))
        }
    }

    @Test("D12 owner_plans refuses a grant of a mailbox whose owner has none of them, and says which it has")
    func ownerPlan() {
        world.register(80, owner: 1)
        world.decide { $0.ownerPlans = ["pro", "ultra"] }
        let none = GrantRefusal.ownerPlan(has: nil, takes: ["pro", "ultra"])
        #expect(refusal(1, .account(2)) == none && refusal(80, .account(2)) == none && refusal(20, .account(2)) == nil)
        let subscription = SubscriptionID(bits: 900)
        world.index.apply([.plan(.licence(1, of: subscription)), .plan(.subscription(subscription, plan: "basic"))], in: 1)
        #expect(refusal(80, .account(2)) == .ownerPlan(has: "basic", takes: ["pro", "ultra"]))
        world.index.apply([.plan(.subscription(subscription, plan: "ultra"))], in: 1)
        #expect(refusal(1, .account(2)) == nil && refusal(80, .account(2)) == nil)
    }

    @Test("D11 common_group refuses a grant to whom the mailbox's owner shares no group with, an account or all of a group")
    func commonGroup() {
        world.register(80, owner: 1)
        world.group(50, [.account(1)])
        world.group(51, [.account(1), .account(2)])
        world.group(53, [.account(3)])
        world.group(52, [.group(53), .account(1)])
        world.group(54, [.account(4)])
        world.group(55)
        world.index.apply(
            [.member(.account(5), of: 51, until: noon), .member(.group(54), of: 50, until: noon + minute)], in: 1)
        world.decide { $0.commonGroup = true }
        let table: [(Grantee, GrantRefusal?)] = [
            (.account(2), nil), (.account(3), nil), (.account(4), nil), (.account(6), .noCommonGroup),
            (.account(5), .noCommonGroup),
            (.group(50), nil), (.group(51), nil), (.group(52), nil), (.group(53), nil), (.group(54), nil),
            (.group(55), .noCommonGroup),
        ]
        for mailbox in [1, 80] as [MailboxID] {
            for (grantee, expected) in table { #expect(refusal(mailbox, grantee) == expected, "\(mailbox) \(grantee)") }
        }
        #expect(refusal(20, .account(6)) == nil && refusal(20, .group(55)) == nil)
        world.index.apply([.member(.group(54), of: 50, until: noon)], in: 1)
        #expect(refusal(1, .group(54)) == .noCommonGroup && refusal(1, .account(4)) == .noCommonGroup)
        // A member of what the owner is in by way of the grantee's own groups is not enough: all of them share, or none is given.
        world.group(56, [.account(2), .account(7)])
        #expect(refusal(1, .group(56)) == .noCommonGroup)
    }
}
