import Lots
import Testing

@testable import MailboxDomain

struct SenderIdentityTests {
    let world = World()

    private func named(_ number: UInt64, _ keys: String..., type: AccountType = .user, in organization: OrganizationID = 1) {
        let account = Account(
            id: AccountID(bits: UInt128(number)), type: type, state: .active, address: keys[0].uppercased(),
            displayName: "Number \(number)", keys: keys.compactMap { AddressKey($0) })
        world.index.apply([.account(account)], in: organization)
    }

    /// Page by page.
    private func all(_ account: AccountID, by size: Int = 100) throws -> [SenderIdentity] {
        var joined: [SenderIdentity] = []
        while true {
            let page = try #require(
                world.index.senderIdentities(of: .id(account), after: joined.last?.place, limit: size, at: Now(noon)))
            #expect(page.count <= size)
            joined += page
            if page.count < size { return joined }
        }
    }

    @Test("D14 the own addresses first, the primary one as given before its aliases, then other mailboxes by id")
    func order() throws {
        named(3, "c@a.example", "z@a.example", "d@a.example")
        named(20, "info@a.example", "help@a.example", type: .functional)
        named(2, "b@a.example", "x@a.example")
        world.group(50, [.account(3)])
        world.register(15, owner: 3)
        world.grant(70, 20, .group(50), .send)
        world.grant(71, 2, .account(3), .open)
        let whole = try all(3)
        #expect(
            whole.map(\.address) == [
                "C@A.EXAMPLE", "d@a.example", "z@a.example", "15@boxes.example", "INFO@A.EXAMPLE", "help@a.example",
            ])
        #expect(whole.map(\.isPrimary) == [true, false, false, true, true, false])
        #expect(whole.map(\.owner) == [true, true, true, true, false, false])
        #expect(whole.map(\.kind) == [.personal, .personal, .personal, .registered, .functional, .functional])
        #expect(whole.map(\.decision.delegation) == [nil, nil, nil, nil, 70, 70])
        for size in 1...7 { #expect(try all(3, by: size) == whole) }
        #expect(world.index.senderIdentities(of: .id(999), after: nil, limit: 9, at: Now(noon)) == nil)
        #expect(
            world.index.senderIdentities(of: .address(AddressKey("Z@A.example")), after: nil, limit: 9, at: Now(noon)) == whole)
    }

    @Test("D14 a page that ended in a mailbox which is lost meanwhile goes on behind it")
    func lostBetweenPages() throws {
        named(20, "info@a.example", "help@a.example", type: .functional)
        world.grant(70, 20, .account(3), .send)
        world.grant(71, 2, .account(3), .send)
        let place = SenderIdentity.Place(mailbox: 2, alias: "")
        world.revoke(2, .account(3))
        let rest = try #require(world.index.senderIdentities(of: .id(3), after: place, limit: 9, at: Now(noon)))
        #expect(rest.map(\.address) == ["INFO@A.EXAMPLE", "help@a.example"])
        // One that no organization of the account has says nothing of itself.
        let elsewhere = SenderIdentity.Place(mailbox: 101, alias: "")
        #expect(world.index.senderIdentities(of: .id(3), after: elsewhere, limit: 9, at: Now(noon)) == [])
    }

    // MARK: Random worlds

    private static let people: [UInt64] = Array(1...9) + [20, 30]
    private static let boxes: [UInt64] = [15, 25, 35]

    private func draw(_ random: inout SplitMix) -> [MailboxID: [String]] {
        var addresses: [MailboxID: [String]] = [:]
        for number in Self.people {
            let keys = (0...Int(random.below(4))).map { "\(number)-\($0)@a.example" }
            let types: [AccountType] = [.user, .user, .administrator, .functional]
            let states: [AccountState] = [.active, .active, .active, .suspended, .invited]
            let account = Account(
                id: AccountID(bits: UInt128(number)), type: types[Int(random.below(4))],
                state: states[Int(random.below(5))], address: keys[0], displayName: "Number \(number)",
                keys: keys.compactMap { AddressKey($0) }, unshared: random.once(in: 6),
                sender: [nil, .show, .hide][Int(random.below(3))])
            world.index.apply([.account(account)], in: 1)
            addresses[account.id.mailbox] = keys
        }
        for box in Self.boxes {
            world.register(box, owner: AccountID(bits: UInt128(1 + random.below(9))))
            addresses[MailboxID(bits: UInt128(box))] = ["\(box)@boxes.example"]
        }
        var policies = Policies(guardsAdministrators: random.once(in: 2))
        policies.allOrNothing = random.once(in: 4)
        policies.commonGroup = random.once(in: 4)
        policies.noDisplayedSender = random.once(in: 4)
        policies.displayedSender = [nil, .show, .hide][Int(random.below(3))]
        world.index.apply([.policies(policies)], in: 1)
        for group in 50...53 as ClosedRange<UInt64> {
            let members = (0..<4).map { _ in Grantee.account(AccountID(bits: UInt128(1 + random.below(9)))) }
            world.group(group, members + (group > 50 ? [.group(GroupID(bits: UInt128(group - 1)))] : []))
        }
        for number in 0..<40 as Range<UInt64> { grant(1000 + number, &random) }
        return addresses
    }

    private func grant(_ number: UInt64, _ random: inout SplitMix) {
        let mailboxes = Self.people + Self.boxes
        let grantee: Grantee =
            random.once(in: 2)
            ? .account(AccountID(bits: UInt128(1 + random.below(9)))) : .group(GroupID(bits: UInt128(50 + random.below(4))))
        var delegation = Delegation(
            id: DelegationID(bits: UInt128(number)),
            mailbox: MailboxID(bits: UInt128(mailboxes[Int(random.below(Int64(mailboxes.count)))])), grantee: grantee,
            rights: Rights(rawValue: UInt8(random.below(8))), sender: [nil, .show, .hide][Int(random.below(3))],
            frozen: random.once(in: 5))
        if random.once(in: 4) { delegation.window = Window(expireTime: noon + random.below(3) - 1) }
        if random.once(in: 4), delegation.rights.contains(.open) {
            delegation.folders = [FolderGrant(path: .top, operations: .read)]
        }
        world.index.apply([.put(delegation)], in: 1)
    }

    @Test("D14 the list holds exactly what Check allows to send as, with what Check says that recipients see", arguments: 0..<60)
    func agreesWithCheck(_ seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let addresses = draw(&random)
        var sent = 0
        for number in Self.people {
            let account = AccountID(bits: UInt128(number))
            let others = addresses.keys.filter { $0 != account.mailbox }.sorted { $0.bits < $1.bits }
            let expected = ([account.mailbox] + others).flatMap { mailbox -> [SenderIdentity] in
                let decision = world.decide(account, mailbox, .send)
                guard decision.allowed, let mailbox = world.index.mailbox(mailbox) else { return [] }
                return addresses[mailbox.id, default: []].enumerated().map { place, address in
                    SenderIdentity(
                        place: SenderIdentity.Place(mailbox: mailbox.id, alias: place == 0 ? "" : address), address: address,
                        kind: mailbox.kind, owner: mailbox.owner == account, decision: decision)
                }
            }
            #expect(try all(account) == expected)
            #expect(try all(account, by: 1 + Int(random.below(4))) == expected)
            for identity in expected {
                let question = Question(account: .id(account), mailbox: .address(AddressKey(identity.address)), right: .send)
                #expect(world.index.decide(question, at: Now(noon)) == identity.decision)
            }
            sent += expected.count { !$0.owner }
        }
        #expect(sent > 0 || seed > 0, "a world in which nobody is lent anything proves little")
    }
}
