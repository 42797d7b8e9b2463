/// Whose delegations a mark has taken away, while their records are still being removed.
///
/// To take fifty thousand records out of their lists takes 30 ms and more, and all that while no question of the
/// organization would be answered. So a mark only notes whose they are, and the records leave a slice at a time, each
/// under a hold of its own:
///
/// 1. What is covered counts nowhere from the mark on: whoever looks for a delegation asks here.
/// 2. The lists stay whole, so any covered record can be removed in any order.
/// 3. What is put behind a mark counts. A mailbox or grantee that is still covered is cleared first, under the same hold:
///    that is slow, and happens only when one transaction takes all away and gives anew.
/// 4. Between two transactions of this service nothing is covered.
struct Clearing: Sendable {
    private(set) var mailboxes: Set<UInt32> = []
    /// With the group bit.
    private(set) var grantees: Set<UInt32> = []
    /// Beside the sets, since every decision that found a delegation asks.
    private(set) var isUnderWay = false

    @inline(__always)
    func covers(mailbox: UInt32, grantee: UInt32) -> Bool { isUnderWay && isNoted(mailbox, grantee) }

    /// Apart, and seldom asked: in each of a decision's look-ups it would keep them from being put together.
    @inline(never)
    private func isNoted(_ mailbox: UInt32, _ grantee: UInt32) -> Bool {
        mailboxes.contains(mailbox) || grantees.contains(grantee)
    }

    mutating func begin(mailbox: UInt32) {
        mailboxes.insert(mailbox)
        isUnderWay = true
    }

    mutating func begin(grantee: UInt32) {
        grantees.insert(grantee)
        isUnderWay = true
    }

    mutating func end(mailbox: UInt32) {
        mailboxes.remove(mailbox)
        isUnderWay = !mailboxes.isEmpty || !grantees.isEmpty
    }

    mutating func end(grantee: UInt32) {
        grantees.remove(grantee)
        isUnderWay = !mailboxes.isEmpty || !grantees.isEmpty
    }
}

extension OrganizationState {
    /// Removes so many of the records that are covered, at most. Each is taken from the head of its owner's list; in the list
    /// of the other side it stands anywhere, which costs no more.
    mutating func clear(_ recordsMax: Int) {
        var left = recordsMax
        while let mailbox = clearing.mailboxes.first {
            while case let grantee = accounts[Int(mailbox)].firstDelegation, grantee != DelegationTable.none {
                if left == 0 { return }
                remove(mailbox: mailbox, grantee: grantee)
                left -= 1
            }
            clearing.end(mailbox: mailbox)
        }
        while let grantee = clearing.grantees.first {
            while case let mailbox = firstGrant(of: grantee), mailbox != DelegationTable.none {
                if left == 0 { return }
                remove(mailbox: mailbox, grantee: grantee)
                left -= 1
            }
            clearing.end(grantee: grantee)
        }
    }
}
