internal import MailboxDomain
internal import Synchronization

/// Registered mailboxes that calls are changing at both services just now, and those whose address is being compared: never
/// one of them at once. In memory alone: whatever a process was about is over when it is.
final class MailboxUses: Sendable {
    /// The calls on each; `comparing` for a comparison.
    private let uses = Mutex<[MailboxID: Int]>([:])
    private static let comparing = -1

    /// One call's use of one mailbox.
    final class Use: Sendable {
        private let uses: MailboxUses
        private let mailbox = Mutex<MailboxID?>(nil)

        fileprivate init(_ uses: MailboxUses) { self.uses = uses }

        /// False while the mailbox's address is being compared.
        func begin(_ id: MailboxID) -> Bool {
            mailbox.withLock { held in
                if held == id { return true }
                precondition(held == nil, "a use is of one mailbox")
                guard uses.add(id) else { return false }
                held = id
                return true
            }
        }

        /// Also of one that has not begun.
        func end() {
            mailbox.withLock { held in
                if let id = held { uses.remove(id) }
                held = nil
            }
        }
    }

    func use() -> Use { Use(self) }

    /// False while a call, or another comparison, is about it. To be given back.
    func take(_ id: MailboxID) -> Bool {
        uses.withLock { uses in
            guard uses[id] == nil else { return false }
            uses[id] = Self.comparing
            return true
        }
    }

    func giveBack(_ id: MailboxID) { uses.withLock { $0[id] = nil } }

    private func add(_ id: MailboxID) -> Bool {
        uses.withLock { uses in
            guard uses[id] != Self.comparing else { return false }
            uses[id, default: 0] += 1
            return true
        }
    }

    private func remove(_ id: MailboxID) {
        uses.withLock { uses in
            let left = (uses[id] ?? 1) - 1
            uses[id] = left == 0 ? nil : left
        }
    }
}
