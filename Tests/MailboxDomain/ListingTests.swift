import Lots
import Testing

@testable import MailboxDomain

struct ListingTests {
    let world = World()

    @Test("D9 surfaces follow from the rights")
    func surfaces() {
        let table: [(Rights, [Surface])] = [
            ([], []), (.setUp, []), (.open, [.sections]),
            (.send, [.communicationPanel, .fromField, .automatedProcesses]), (.all, Surface.allCases),
        ]
        for (rights, expected) in table { #expect(Surface.with(rights) == expected) }
    }

    @Test("D15 D24 the own mailbox first, then by id, with the rights that count now")
    func mailboxes() throws {
        world.group(50, [.account(5)])
        world.grant(70, 3, .account(5), .open)
        world.grant(71, 3, .group(50), .send)
        world.grant(72, 2, .group(50), .setUp)
        world.grant(73, 9, .account(5), .open, Window(startTime: noon + 1))
        world.grant(74, 20, .account(5), .all)
        world.grant(75, 4, .account(5), [])
        world.grant(76, 5, .group(50), .open)
        let all = try #require(world.index.accessible(to: 5, after: nil, limit: 10, at: Now(noon)))
        #expect(all.map(\.mailbox.id) == [5, 2, 3, 20])
        #expect(all.map(\.owner) == [true, false, false, false])
        #expect(all.map(\.rights) == [.all, .setUp, [.open, .send], .all])
        #expect(all.map(\.delegations) == [[], [72], [70, 71], [74]])
        #expect(all.map(\.mailbox.kind) == [.personal, .personal, .personal, .functional])
        #expect(all[3].mailbox.address == "20@a.example")
        world.account(3, .user, .suspended)
        #expect(world.index.accessible(to: 5, after: nil, limit: 10, at: Now(noon + 1))?.map(\.mailbox.id) == [5, 2, 9, 20])
    }

    @Test("D24 pages join up to the whole, whatever their size")
    func pages() throws {
        for number in UInt64(1)...9 where number != 5 {
            world.grant(DelegationID(bits: UInt128(number)), MailboxID(bits: UInt128(number)), .account(5), .open)
        }
        let whole = try #require(world.index.accessible(to: 5, after: nil, limit: 100, at: Now(noon)))
        #expect(whole.count == 9)
        for limit in 1...10 {
            var joined: [AccessibleMailbox] = []
            while true {
                let page = try #require(
                    world.index.accessible(to: 5, after: joined.last?.mailbox.id, limit: limit, at: Now(noon)))
                joined += page
                if page.count < limit { break }
            }
            #expect(joined == whole)
        }
    }

    @Test("D24 so do pages of many mailboxes, each reached by several delegations and some of no use")
    func longList() throws {
        world.group(50, [.account(5)])
        world.group(51, [.account(5)])
        var random = SplitMix(seed: 5)
        for number in (UInt64(1000)..<1300).shuffled(using: &random) {
            world.account(number, .functional, number % 10 == 0 ? .suspended : .active)
            let grantees: [Grantee] = [.account(5), .group(50), .group(51)]
            for (place, grantee) in grantees.enumerated() where number % 7 != UInt64(place) {
                let window = number % 11 == 0 ? Window(expireTime: noon) : .always
                world.grant(
                    DelegationID(bits: UInt128(number) * 4 + UInt128(place)), MailboxID(bits: UInt128(number)), grantee,
                    number % 13 == 0 ? [] : .open, window)
            }
        }
        let useful = (UInt64(1000)..<1300).filter { $0 % 10 != 0 && $0 % 11 != 0 && $0 % 13 != 0 }
        let expected: [MailboxID] = [5] + useful.map { MailboxID(bits: UInt128($0)) }
        for limit in [1, 2, 7, 100, 1000] {
            var joined: [MailboxID] = []
            while true {
                let page = try #require(world.index.accessible(to: 5, after: joined.last, limit: limit, at: Now(noon)))
                joined += page.map(\.mailbox.id)
                if page.count < limit { break }
            }
            #expect(joined == expected)
        }
    }

    @Test("B1 B3 who can do nothing has no mailboxes; who is not there is not listed")
    func nobody() {
        world.grant(70, 2, .account(1), .open)
        world.account(1, .user, .suspended)
        #expect(world.index.accessible(to: 1, after: nil, limit: 10, at: Now(noon)) == [])
        #expect(world.index.accessible(to: 20, after: nil, limit: 10, at: Now(noon)) == [])
        #expect(world.index.accessible(to: 999, after: nil, limit: 10, at: Now(noon)) == nil)
    }

    @Test("D24 who can do something in a mailbox, with the path from the granted group down")
    func ways() {
        world.account(41, .user, .suspended)
        world.group(52, [.account(1), .account(41), .account(20)])
        world.group(51, [.group(52)])
        world.group(50, [.group(51), .account(2)])
        world.grant(71, 20, .group(50), .open)
        world.grant(70, 20, .account(1), .send)
        world.grant(72, 20, .account(3), .send, Window(expireTime: noon))
        #expect(
            world.index.ways(to: 20, at: Now(noon)) == [
                Way(account: 1, delegation: 70, through: []),
                Way(account: 1, delegation: 71, through: [50, 51, 52]),
                Way(account: 2, delegation: 71, through: [50]),
            ])
        world.account(20, .functional, .suspended)
        #expect(world.index.ways(to: 20, at: Now(noon)).isEmpty)
        #expect(world.index.ways(to: 999, at: Now(noon)).isEmpty)
    }
}
