import Testing

@testable import MailboxDomain

struct GrantRuleTests {
    let world = World()

    private func refusal(_ mailbox: MailboxID, _ grantee: Grantee) -> GrantRefusal? {
        do throws(GrantRefusal) {
            try world.index.judgeGrant(of: mailbox, to: grantee, as: GrantTerms(rights: .open), at: Now(noon))
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
}
