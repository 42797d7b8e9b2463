/// Whose flattened lists are yet to be made anew, and what leads to them.
///
/// A group of fifty thousand members that is deleted, or put into another, changes the list of each: 20 ms and more in which
/// no question of the organization would be answered. So the work is cut into steps, and the lock is given back between some
/// of them:
///
/// 1. The change itself is whole from the first hold on: memberships and groups are what they are. Until all is settled
///    whoever decides walks up from the account (`Membership.groups`), which needs no list.
/// 2. Nothing that identity tells is changed meanwhile (`OrganizationIndex` settles first), so a place in a group's members stays
///    what it is. What this service names meanwhile is in no group.
/// 3. Each account is flattened once, however many ways lead to it.
struct Settling: Sendable {
    enum Step {
        /// A member was marked, or a group begun.
        case marked
        case flatten(UInt32)
    }

    private var accounts: [UInt32] = []
    private var markedAccounts: Set<UInt32> = []
    /// Groups whose members are to be marked, and how many of them are.
    private var groups: [(group: UInt32, marked: Int)] = []
    private var markedGroups: Set<UInt32> = []
    /// Beside them, since every decision asks.
    private(set) var isUnderWay = false

    mutating func mark(account: UInt32) {
        isUnderWay = true
        if markedAccounts.insert(account).inserted { accounts.append(account) }
    }

    /// With all who are in it.
    mutating func mark(group: UInt32) {
        isUnderWay = true
        if markedGroups.insert(group).inserted { groups.append((group, 0)) }
    }

    /// Takes the next step; nil when there is none, and then nothing is under way any more.
    mutating func next(_ all: borrowing ContiguousArray<Membership.Group>) -> Step? {
        if let last = groups.indices.last {
            let (group, marked) = groups[last]
            if marked < all[Int(group)].accounts.count {
                groups[last].marked += 1
                mark(account: all[Int(group)].accounts[marked])
            } else {
                groups.removeLast()
                for below in all[Int(group)].groups { mark(group: below) }
            }
            return .marked
        }
        if let account = accounts.popLast() {
            markedAccounts.remove(account)
            return .flatten(account)
        }
        markedGroups = []
        isUnderWay = false
        return nil
    }
}
