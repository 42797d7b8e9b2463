import Lots
import Testing

@testable import MailboxDomain

struct DelegationTableTests {
    private func delegation(
        _ id: UInt128, _ rights: Rights = .open, _ window: Window = .always, _ folders: [FolderGrant] = []
    ) -> Delegation {
        Delegation(
            id: DelegationID(bits: id), mailbox: 1, grantee: .account(1), rights: rights, window: window, folders: folders)
    }

    private func insert(_ delegation: Delegation, _ mailbox: UInt32, _ grantee: UInt32, in table: inout DelegationTable) {
        table.insert(DelegationTable.Record(delegation, mailbox: mailbox, grantee: grantee), delegation)
    }

    @Test("a window is held for exactly those that have one, wherever they move to")
    func windows() throws {
        var table = DelegationTable()
        for number in UInt32(0)..<1000 {
            let window = number % 3 == 0 ? Window(expireTime: Int64(number)) : .always
            insert(delegation(UInt128(number), .open, window), number % 7, number, in: &table)
        }
        for number in UInt32(0)..<1000 where number % 2 == 0 {
            let there = try #require(table.find(mailbox: number % 7, grantee: number))
            let window = number % 4 == 0 ? Window(startTime: Int64(number)) : .always
            table.replace(there, with: delegation(UInt128(number) + 5000, .send, window))
        }
        for number in UInt32(0)..<1000 where number % 5 == 0 {
            table.remove(try #require(table.find(mailbox: number % 7, grantee: number)))
            insert(delegation(9000), number % 7, number, in: &table)
        }
        var held = 0
        for number in UInt32(0)..<1000 {
            let there = try #require(table.find(mailbox: number % 7, grantee: number))
            let expected: (UInt32, Window) =
                switch (number % 5 == 0, number % 4 == 0, number % 2 == 0, number % 3 == 0) {
                case (true, _, _, _): (9000, .always)
                case (_, true, _, _): (number + 5000, Window(startTime: Int64(number)))
                case (_, _, true, _): (number + 5000, .always)
                case (_, _, _, true): (number, Window(expireTime: Int64(number)))
                default: (number, .always)
                }
            #expect(table[there].id.bits == UInt128(expected.0))
            #expect(table.window(there) == expected.1)
            #expect(table[there].hasWindow == (expected.1 != .always))
            if expected.1 != .always { held += 1 }
        }
        #expect(table.windows.count == held)
    }

    @Test("D27 folders are held for exactly those that have some, beside a window or without one")
    func folders() throws {
        var table = DelegationTable()
        let inbox = [FolderGrant(path: try FolderPath("/Inbox"))]
        let end = Window(expireTime: 5)
        for number in UInt32(0)..<400 {
            insert(
                delegation(1, .open, number % 2 == 0 ? end : .always, number % 3 == 0 ? inbox : []), 1, number, in: &table)
        }
        for number in UInt32(0)..<400 where number % 4 == 0 {
            let there = try #require(table.find(mailbox: 1, grantee: number))
            #expect(table.folders(there) == (number % 3 == 0 ? inbox : []) && table.window(there) == end)
            table.replace(there, with: delegation(1, .open, .always, number % 8 == 0 ? inbox : []))
        }
        for number in UInt32(0)..<400 {
            let there = try #require(table.find(mailbox: 1, grantee: number))
            let hasFolders = number % 4 == 0 ? number % 8 == 0 : number % 3 == 0
            let hasWindow = number % 4 != 0 && number % 2 == 0
            #expect(table.folders(there) == (hasFolders ? inbox : []) && table[there].hasFolders == hasFolders)
            #expect(table.window(there) == (hasWindow ? end : .always) && table[there].hasWindow == hasWindow)
            #expect(table[there].isPlain == (!hasFolders && !hasWindow))
            table.remove(there)
        }
        #expect(table.windows.isEmpty && table.folders.isEmpty && table.count == 0)
    }

    @Test("D2 D14 a record says whether it is frozen and whom it shows, and has the id it was given")
    func marks() throws {
        var table = DelegationTable()
        let id = UInt128(0x0123_4567_89AB_CDEF) << 64 | 0xFEDC_BA98_7654_3210
        for sender in [nil, SenderDisplay.show, .hide] {
            for frozen in [false, true] {
                var marked = delegation(id, .all)
                (marked.sender, marked.frozen) = (sender, frozen)
                insert(marked, 1, 2, in: &table)
                let there = try #require(table.find(mailbox: 1, grantee: 2))
                #expect(table[there].sender == sender && table[there].isFrozen == frozen && table[there].isPlain == !frozen)
                #expect(table[there].id.bits == id && table[there].rights == .all)
                table.replace(there, with: delegation(id + 1))
                #expect(table[there].sender == nil && !table[there].isFrozen && table[there].id.bits == id + 1)
                table.remove(there)
            }
        }
    }

    @Test("a record is 44 bytes, and a delegation at most 64 with all that is held for it")
    func size() {
        #expect(MemoryLayout<DelegationTable.Record>.stride == 44)
        var table = DelegationTable()
        var worst = 0.0
        for number in UInt32(0)..<60_000 {
            insert(delegation(UInt128(number)), number / 7, number, in: &table)
            if number > 10_000 { worst = max(worst, Double(table.bytesHeld) / Double(table.count)) }
        }
        #expect(worst <= 64)
    }

    @Test("lists hold what was put and not removed, in both directions, while the table grows and shrinks")
    func lists() {
        var random = SplitMix(seed: 3)
        var state = OrganizationState(organization: 1)
        for number in UInt64(1)...20 { _ = state.addAccount(AccountID(bits: UInt128(number))) }
        for number in UInt64(1)...20 { _ = state.addGroup(GroupID(bits: UInt128(number))) }
        var expected: Set<[UInt32]> = []
        for step in 0..<6000 {
            let mailbox = UInt32.random(in: 0..<20, using: &random)
            let grantee =
                UInt32.random(in: 0..<20, using: &random) | (Bool.random(using: &random) ? DelegationTable.groupBit : 0)
            // First mostly puts, then mostly removals.
            if Int.random(in: 0..<6000, using: &random) > step {
                state.put(delegation(1), mailbox: mailbox, grantee: grantee)
                expected.insert([mailbox, grantee])
            } else {
                state.remove(mailbox: mailbox, grantee: grantee)
                expected.remove([mailbox, grantee])
            }
            if step % 100 == 0 { #expect(both(state) == [expected, expected]) }
        }
        #expect(both(state) == [expected, expected])
        for handle in UInt32(0)..<20 {
            #expect(state.accounts[Int(handle)].delegationCount == expected.count { $0[0] == handle })
        }
    }

    /// All delegations as the mailboxes' lists have them, and as the grantees' lists have them; each once.
    private func both(_ state: OrganizationState) -> [Set<[UInt32]>] {
        var ofMailboxes: [[UInt32]] = []
        var ofGrantees: [[UInt32]] = []
        for handle in UInt32(0)..<20 {
            state.forEachDelegation(of: handle) {
                #expect(state.delegations[$0].mailbox == handle)
                ofMailboxes.append([handle, state.delegations[$0].grantee])
            }
            for grantee in [handle, handle | DelegationTable.groupBit] {
                state.forEachDelegation(to: grantee) {
                    #expect(state.delegations[$0].grantee == grantee)
                    ofGrantees.append([state.delegations[$0].mailbox, grantee])
                }
            }
        }
        #expect(ofMailboxes.count == state.delegations.count)
        #expect(ofGrantees.count == state.delegations.count)
        return [Set(ofMailboxes), Set(ofGrantees)]
    }
}
