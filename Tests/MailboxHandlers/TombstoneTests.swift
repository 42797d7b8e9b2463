import MailboxDomain
import MailboxStorage
import Messages
import RPC
import SQL
import Testing

@testable import MailboxHandlers

/// What is deleted gives nothing from that instant, and is not forgotten; and what a mark takes away.
struct TombstoneTests {
    private func mark(_ named: String, _ type: String = GroupMember.name) -> ChangeRecord {
        ChangeRecord(organization: org(1), id: named, type: type, value: [], deleted: true, cascade: true)
    }

    private func answers(_ house: House, _ questions: (Int, Int, Right)...) async throws -> [Bool] {
        var answers: [Bool] = []
        for (account, mailbox, right) in questions {
            answers.append(try await house.check(account, mailbox, right).allowed)
        }
        return answers
    }

    @Test("B3 a deleted account gives nothing: not to itself, not as a mailbox, not through a group")
    func account() async throws {
        let house = try await House.built()
        try await house.group(50, acc(1), acc(2))
        try await house.grant(20, grp(50), .open)
        try await house.grant(1, acc(2), .open)
        #expect(try await answers(house, (1, 20, .open), (2, 1, .open)) == [true, true])
        try await house.say([House.account(1, .user, .deleted, in: 1)])
        #expect(try await house.check(1, 20).reason == .accountDeleted)
        // Its own mailbox is not there either, which is looked at first.
        #expect(try await house.check(1, 1).reason == .noSuchMailbox)
        #expect(try await house.check(2, 1).reason == .noSuchMailbox)
        #expect(try await house.check(2, 20).allowed)
        let refused = await failure { () throws(Status) in try await house.grant(20, acc(1), .send) }
        #expect(refused?.reason == .wrongState)
    }

    @Test("B3 B10 a deleted group ends every path through it, and being in it", arguments: [false, true])
    func group(isSnapshot: Bool) async throws {
        let house = try await House.built()
        // 51 is in 50; account 1 in 51, account 2 in 50.
        try await house.group(50, acc(2), grp(51))
        try await house.group(51, acc(1))
        try await house.grant(20, grp(50), .open)
        try await house.grant(20, grp(51), .send)
        #expect(try await answers(house, (1, 20, .open), (2, 20, .open), (1, 20, .send)) == [true, true, true])
        let members = [House.member(acc(2), of: 50), House.member(grp(51), of: 50), House.member(acc(1), of: 51)]
        if isSnapshot {
            let people = [1, 2, 20].map { House.account($0, $0 == 20 ? .functional : .user, .active, in: 1) }
            try await house.replica.replace(with: people + [House.group(50, .active), House.group(51, .deleted)] + members)
        } else {
            try await house.say([House.group(51, .deleted)])
        }
        #expect(try await house.check(1, 20).reason == .noGrant)
        #expect(try await house.check(1, 20, .send).reason == .noGrant)
        #expect(try await house.check(2, 20).allowed)
        // The rows of its members change nothing, whenever they come.
        try await house.say(members)
        #expect(try await house.check(1, 20).reason == .noGrant)
        try await house.say([House.group(50, .deleted)])
        #expect(try await house.check(2, 20).reason == .noGrant)
    }

    @Test("a group of a state that is not known gives nothing")
    func unknown() async throws {
        let house = try await House.built()
        try await house.group(50, acc(1))
        try await house.grant(20, grp(50), .open)
        for state in [GroupState.unspecified, .unrecognized(9)] {
            try await house.say([House.group(50, .active)])
            #expect(try await house.check(1, 20).allowed)
            try await house.say([House.group(50, state)])
            #expect(try await house.check(1, 20).reason == .noGrant)
        }
    }

    @Test("B10 D17 a mark ends all memberships of what it names, and leaves the rest")
    func memberships() async throws {
        let house = try await House.built()
        try await house.group(50, acc(1), acc(2), grp(51))
        try await house.group(51, acc(3))
        try await house.grant(20, grp(50), .open)
        try await house.say([mark(acc(1))])
        #expect(try await answers(house, (1, 20, .open), (2, 20, .open), (3, 20, .open)) == [false, true, true])
        try await house.say([mark(grp(51))])
        #expect(try await answers(house, (2, 20, .open), (3, 20, .open)) == [true, false])
        // What comes behind the mark counts.
        try await house.say([mark(grp(50)), House.member(acc(3), of: 50)])
        #expect(try await answers(house, (2, 20, .open), (3, 20, .open)) == [false, true])
    }

    @Test("a mark that cannot be carried out is refused, so that the whole state comes; one of an unknown type is passed over")
    func unreadable() async throws {
        let house = try await House.built()
        let refused = [
            mark("acc_1"), mark(""), mark(acc(1), Messages.Account.name), mark(org(1), Messages.Group.name),
            mark(org(1), Messages.Organization.name),
        ]
        for change in refused {
            await #expect(throws: UnreadableChange.self, "\(change.id)") { try await house.say([change]) }
        }
        try await house.say([mark(acc(1), "mandate.identity.v1.Later")])
    }

    @Test("D17 a mark of the service's own takes away all delegations of a mailbox, or to a grantee, from the commit on")
    func delegations() async throws {
        let house = try await House.built()
        let organization = try #require(OrganizationID(org(1)))
        let (mailbox, grantee) = (try #require(MailboxID(mbx(20))), try #require(Grantee(acc(2))))
        try await house.grant(20, acc(1), .open)
        try await house.grant(20, acc(2), .open)
        try await house.grant(1, acc(2), .open)
        _ = try await house.store.write { try $0.mark(.grantee(grantee), in: organization, behalf: "") }
        #expect(try await answers(house, (1, 20, .open), (2, 20, .open), (2, 1, .open)) == [true, false, false])
        _ = try await house.store.write { try $0.mark(.mailbox(mailbox), in: organization, behalf: "") }
        #expect(try await house.check(1, 20).reason == .noGrant)
        try await house.grant(20, acc(1), .open)
        #expect(try await house.check(1, 20).allowed)
    }
}
