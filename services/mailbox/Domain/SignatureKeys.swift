import Synchronization

/// Whose signatures there are, for which mailboxes, and which of them have lost the access that they were for (rule D13).
///
/// A signature ends with access and does not come back with it. That it has ended is noted here, at the instant in which the
/// access went; its row is removed behind that:
///
/// 1. What takes access away is followed by a judgement of the signatures that it may concern, before the next change of the
///    same source is applied. So no access that comes afterwards is seen by that judgement, and what is noted stays noted
///    until the row is gone, or was set anew.
/// 2. Who judges may do so beside a signature that is set. Each has a number, and what was found of another one is not noted.
/// 3. Where it is not known for certain, for the view of identity is too old, it is only to be asked once more: `doubt`.
/// 4. Nothing of this is on disk. At each start, and after every snapshot of identity, all are judged.
///
/// Not in the feed: no follower asks for signatures, and their texts are nobody's but their account's.
package final class SignatureKeys: Sendable {
    package struct Key: Hashable, Sendable {
        package let account: AccountID
        package let mailbox: MailboxID

        package init(account: AccountID, mailbox: MailboxID) {
            self.account = account
            self.mailbox = mailbox
        }
    }

    /// Which signatures something may concern.
    package enum Concern: Hashable, Sendable {
        case one(Key)
        case account(AccountID)
        case mailbox(MailboxID)
        case all
    }

    /// What there is of one organization: the number of each, by account, and the accounts by mailbox.
    private struct Part {
        var numbers: [AccountID: [MailboxID: Int]] = [:]
        var accounts: [MailboxID: Set<AccountID>] = [:]

        func keys(_ concern: Concern) -> [Key] {
            switch concern {
            case .one(let key): numbers[key.account]?[key.mailbox] == nil ? [] : [key]
            case .account(let account): numbers[account, default: [:]].keys.map { Key(account: account, mailbox: $0) }
            case .mailbox(let mailbox): accounts[mailbox, default: []].map { Key(account: $0, mailbox: mailbox) }
            case .all:
                numbers.flatMap { account, mailboxes in mailboxes.keys.map { Key(account: account, mailbox: $0) } }
            }
        }
    }

    private struct State {
        var parts: [OrganizationID: Part] = [:]
        var lost: [Key: OrganizationID] = [:]
        var doubted: [Key: OrganizationID] = [:]
        var last = 0
    }

    private let state = Mutex(State())
    /// Something was noted: for whoever removes the rows.
    package let noted: AsyncStream<Void>
    private let notes: AsyncStream<Void>.Continuation

    package init() {
        (noted, notes) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    // MARK: What there is

    /// There is one now, or it was set anew. `isReached` is asked behind that.
    package func put(_ key: Key, in organization: OrganizationID, _ isReached: (Key) -> Bool) {
        state.withLock { state in
            state.last += 1
            state.parts[organization, default: Part()].numbers[key.account, default: [:]][key.mailbox] = state.last
            state.parts[organization, default: Part()].accounts[key.mailbox, default: []].insert(key.account)
            state.lost[key] = nil
        }
        judge(.one(key), in: organization, isReached)
    }

    /// There is none any more.
    package func remove(_ key: Key, in organization: OrganizationID) {
        state.withLock { state in
            state.lost[key] = nil
            state.doubted[key] = nil
            guard var part = state.parts.removeValue(forKey: organization) else { return }
            part.numbers[key.account]?[key.mailbox] = nil
            if part.numbers[key.account]?.isEmpty == true { part.numbers[key.account] = nil }
            part.accounts[key.mailbox]?.remove(key.account)
            if part.accounts[key.mailbox]?.isEmpty == true { part.accounts[key.mailbox] = nil }
            if !part.numbers.isEmpty { state.parts[organization] = part }
        }
    }

    /// Those of a mailbox, so many at most.
    package func keys(of mailbox: MailboxID, in organization: OrganizationID, limit: Int) -> [Key] {
        state.withLock { state in
            (state.parts[organization]?.accounts[mailbox] ?? []).prefix(limit).map { Key(account: $0, mailbox: mailbox) }
        }
    }

    // MARK: What is lost

    package func isLost(_ key: Key) -> Bool { state.withLock { $0.lost[key] != nil } }

    /// So many of them at most.
    package func lost(limit: Int) -> [(key: Key, organization: OrganizationID)] {
        state.withLock { $0.lost.prefix(limit).map { ($0.key, $0.value) } }
    }

    /// Those of a mailbox, so many at most.
    package func lost(of mailbox: MailboxID, limit: Int) -> [Key] {
        state.withLock { Array($0.lost.keys.lazy.filter { $0.mailbox == mailbox }.prefix(limit)) }
    }

    /// Lost and doubted, that are still there.
    package var waiting: Int { state.withLock { $0.lost.count + $0.doubted.count } }

    /// Notes which of those concerned are reached by nothing.
    package func judge(_ concern: Concern, in organization: OrganizationID, _ isReached: (Key) -> Bool) {
        let asked = state.withLock { state -> [(key: Key, number: Int?)] in
            guard let part = state.parts[organization] else { return [] }
            return part.keys(concern).map { ($0, part.numbers[$0.account]?[$0.mailbox]) }
        }
        // Not under the lock: each look takes an organization's.
        note(asked.filter { !isReached($0.key) }, in: organization)
    }

    /// All there are, as after a snapshot of identity. What was doubted is known by it.
    package func judgeAll(_ isReached: (Key) -> Bool) {
        let organizations = state.withLock { state in
            state.doubted = [:]
            return Array(state.parts.keys)
        }
        for organization in organizations { judge(.all, in: organization, isReached) }
    }

    private func note(_ unreached: [(key: Key, number: Int?)], in organization: OrganizationID) {
        if unreached.isEmpty { return }
        state.withLock { state in
            for (key, number) in unreached where state.parts[organization]?.numbers[key.account]?[key.mailbox] == number {
                state.lost[key] = organization
            }
        }
        notes.yield()
    }

    // MARK: What is doubted

    /// Those concerned are to be judged once it is known who is in which group.
    package func doubt(_ concern: Concern, in organization: OrganizationID) {
        let isNoted = state.withLock { state in
            let keys = state.parts[organization]?.keys(concern) ?? []
            for key in keys { state.doubted[key] = organization }
            return !keys.isEmpty
        }
        if isNoted { notes.yield() }
    }

    /// Judges what was doubted.
    package func settleDoubts(_ isReached: (Key) -> Bool) {
        let doubted = state.withLock { state in
            defer { state.doubted = [:] }
            return state.doubted
        }
        for (key, organization) in doubted { judge(.one(key), in: organization, isReached) }
    }
}
