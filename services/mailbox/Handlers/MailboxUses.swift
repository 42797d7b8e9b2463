internal import MailboxDomain
internal import Synchronization

/// Registered mailboxes that calls are changing at both services just now, and those whose address is being compared: never
/// one of them at once. In memory alone: whatever a process was about is over when it is.
final class MailboxUses: Sendable {
    private struct State {
        /// The calls on each.
        var calls: [MailboxID: Int] = [:]
        /// Of which one is to be the only one of its kind.
        var alone: Set<MailboxID> = []
        var compared: Set<MailboxID> = []
    }

    private let state = Mutex(State())

    /// One call's use of one mailbox.
    final class Use: Sendable {
        private let uses: MailboxUses
        private let held = Mutex<(id: MailboxID, alone: Bool)?>(nil)

        fileprivate init(_ uses: MailboxUses) { self.uses = uses }

        /// False while the mailbox's address is being compared, and where it is to be alone while another is.
        func begin(_ id: MailboxID, alone: Bool = false) -> Bool {
            held.withLock { held in
                if held?.id == id { return true }
                precondition(held == nil, "a use is of one mailbox")
                guard uses.add(id, alone: alone) else { return false }
                held = (id, alone)
                return true
            }
        }

        /// Also of one that has not begun.
        func end() {
            held.withLock { held in
                if let (id, alone) = held { uses.remove(id, alone: alone) }
                held = nil
            }
        }
    }

    func use() -> Use { Use(self) }

    /// False while a call, or another comparison, is about it. To be given back.
    func take(_ id: MailboxID) -> Bool {
        state.withLock { $0.calls[id] == nil && $0.compared.insert(id).inserted }
    }

    func giveBack(_ id: MailboxID) { state.withLock { _ = $0.compared.remove(id) } }

    private func add(_ id: MailboxID, alone: Bool) -> Bool {
        state.withLock { state in
            guard !state.compared.contains(id), !alone || state.alone.insert(id).inserted else { return false }
            state.calls[id, default: 0] += 1
            return true
        }
    }

    private func remove(_ id: MailboxID, alone: Bool) {
        state.withLock { state in
            let left = (state.calls[id] ?? 1) - 1
            state.calls[id] = left == 0 ? nil : left
            if alone { state.alone.remove(id) }
        }
    }
}
