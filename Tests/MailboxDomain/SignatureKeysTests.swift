import Synchronization
import Testing

@testable import MailboxDomain

/// D13: which signatures have lost their access, as it is noted in memory.
struct SignatureKeysTests {
    private let keys = SignatureKeys()

    private func key(_ account: AccountID, _ mailbox: MailboxID) -> SignatureKeys.Key {
        SignatureKeys.Key(account: account, mailbox: mailbox)
    }

    private func lost() -> Set<SignatureKeys.Key> { Set(keys.lost(limit: 100).map(\.key)) }

    private func put(_ all: (AccountID, MailboxID)..., in organization: OrganizationID = 1) {
        for (account, mailbox) in all { keys.put(key(account, mailbox), in: organization) { _ in true } }
    }

    @Test("D13 a judgement notes those concerned that nothing reaches, and no other")
    func concerns() {
        put((1, 20), (1, 21), (2, 20), (3, 30))
        put((9, 20), in: 2)
        for (concern, found) in [
            (.one(key(1, 20)), [key(1, 20)]), (.one(key(4, 20)), []), (.account(1), [key(1, 20), key(1, 21)]), (.account(9), []),
            (.mailbox(20), [key(1, 20), key(2, 20)]), (.mailbox(99), []),
            (.all, [key(1, 20), key(1, 21), key(2, 20), key(3, 30)]),
        ] as [(SignatureKeys.Concern, Set<SignatureKeys.Key>)] {
            let asked = Mutex<Set<SignatureKeys.Key>>([])
            keys.judge(concern, in: 1) { key in
                asked.withLock { $0.insert(key).inserted }
            }
            #expect(asked.withLock { $0 } == found)
            #expect(lost().isEmpty)
        }
        keys.judge(.mailbox(20), in: 1) { $0.account == 2 }
        #expect(lost() == [key(1, 20)] && keys.isLost(key(1, 20)) && !keys.isLost(key(2, 20)))
        #expect(keys.lost(of: 20, limit: 9) == [key(1, 20)] && keys.lost(of: 21, limit: 9).isEmpty)
        keys.judgeAll { $0.account != 9 && $0.account != 1 }
        #expect(lost() == [key(1, 20), key(1, 21), key(9, 20)] && keys.lost(limit: 2).count == 2 && keys.waiting == 3)
    }

    @Test("D13 what is lost stays lost when it is reached again, until its row is gone or it was set anew")
    func stays() {
        put((1, 20), (2, 20))
        keys.judge(.all, in: 1) { _ in false }
        keys.judge(.all, in: 1) { _ in true }
        keys.judgeAll { _ in true }
        #expect(lost() == [key(1, 20), key(2, 20)])
        keys.remove(key(1, 20), in: 1)
        put((2, 20))
        #expect(lost().isEmpty)
        keys.judge(.all, in: 1) { _ in false }
        #expect(lost() == [key(2, 20)])
        #expect(keys.keys(of: 20, in: 1, limit: 9) == [key(2, 20)] && keys.keys(of: 20, in: 2, limit: 9).isEmpty)
        keys.remove(key(2, 20), in: 1)
        keys.judge(.all, in: 1) { _ in false }
        #expect(lost().isEmpty && keys.waiting == 0)
    }

    @Test("D13 one that is set is judged behind that: access may have gone before it was there")
    func setBehind() {
        keys.put(key(1, 20), in: 1) { _ in false }
        #expect(lost() == [key(1, 20)])
    }

    @Test("D13 what was found of a signature is not noted of another one that was set meanwhile, nor of one that is gone")
    func anew() {
        put((1, 20), (2, 20))
        keys.judge(.all, in: 1) { key in
            if key.account == 1 { put((1, 20)) } else { keys.remove(key, in: 1) }
            return false
        }
        #expect(lost().isEmpty && keys.waiting == 0)
    }

    @Test("D13 what is doubted is judged once it is known, and a snapshot knows it")
    func doubts() {
        put((1, 20), (2, 20))
        keys.doubt(.mailbox(20), in: 1)
        #expect(lost().isEmpty && keys.waiting == 2)
        keys.settleDoubts { $0.account == 1 }
        #expect(lost() == [key(2, 20)] && keys.waiting == 1)
        keys.settleDoubts { _ in false }
        #expect(lost() == [key(2, 20)])
        keys.doubt(.account(1), in: 1)
        keys.judgeAll { _ in true }
        keys.settleDoubts { _ in false }
        #expect(lost() == [key(2, 20)] && keys.waiting == 1)
    }

    @Test("D13 whoever removes the rows hears of what is noted, once however much it is")
    func heard() async {
        put((1, 20), (2, 20))
        keys.judge(.account(1), in: 1) { _ in true }
        keys.judge(.account(1), in: 1) { _ in false }
        keys.doubt(.account(2), in: 1)
        var notes = keys.noted.makeAsyncIterator()
        #expect(await notes.next() != nil)
        keys.judge(.account(2), in: 1) { _ in false }
        #expect(await notes.next() != nil)
    }
}
