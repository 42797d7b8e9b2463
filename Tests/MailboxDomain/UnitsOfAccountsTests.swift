import Lots
import Testing

@testable import MailboxDomain

struct UnitsOfAccountsTests {
    @Test("C14 a mailbox is in its account's unit, and a registered one in its owner's")
    func mailboxes() {
        let world = World()
        func place(_ number: UInt64, in unit: UnitID?) {
            let account = Account(id: AccountID(bits: UInt128(number)), type: .user, state: .active, unit: unit)
            world.index.apply([.account(account)], in: 1)
        }
        func unit(_ mailbox: MailboxID) -> UnitID? { world.index.mailbox(mailbox)?.unit }
        let (north, south) = (UnitID(bits: 1), UnitID(bits: 2))
        world.register(500, owner: 3)
        #expect(unit(3) == nil && unit(500) == nil)
        place(3, in: north)
        #expect(unit(3) == north && unit(500) == north && unit(4) == nil)
        place(3, in: south)
        #expect(unit(3) == south && unit(500) == south)
        world.register(500, owner: 4)
        #expect(unit(500) == nil)
    }

    @Test("C14 whoever comes, moves and leaves, in any order: as a plain table says", arguments: 1...20 as ClosedRange<UInt64>)
    func random(seed: UInt64) {
        var random = SplitMix(seed: seed)
        var (units, plain) = (UnitsOfAccounts(), [UInt32: UnitID]())
        for _ in 0..<2000 {
            let handle = UInt32.random(in: 0..<300, using: &random)
            let unit = Bool.random(using: &random) ? UnitID(bits: UInt128.random(in: 0..<9, using: &random)) : nil
            units[handle] = unit
            plain[handle] = unit
        }
        for handle in UInt32(0)..<400 { #expect(units[handle] == plain[handle]) }
    }
}
