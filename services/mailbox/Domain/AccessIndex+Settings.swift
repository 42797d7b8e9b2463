// What holds of a mailbox's settings, whoever has said it.
extension AccessIndex {
    /// Whether anybody but its owner has any right in it (rule D7), and whom recipients see when a delegate's grant says nothing
    /// (rule D14); nil: it is not said. Of a mailbox of which nothing is known nothing is shared.
    package func holding(of mailbox: MailboxID) -> (shared: Bool, sender: SenderDisplay?) {
        guard let place = directories.accounts.place(of: mailbox.bits) else { return (false, nil) }
        return place.organization.read { state in
            (
                !state.facts[Int(place.handle)].isUnshared,
                state.policies.noDisplayedSender ? nil : state.inherited(place.handle)?.display
            )
        }
    }
}

// Of who may set it up.
extension AccessIndex {
    /// What keeps an account from setting the mailbox up that has the right to (rule D10); none where it has not.
    package func missingOperations(of account: AccountID, toSetUp mailbox: MailboxID, at now: Now) -> [SystemOperation] {
        guard let (place, other) = directories.accounts.place(of: account.bits, with: mailbox.bits), let other else {
            return []
        }
        return place.organization.read { state in
            state.policies.setupNeedsOperations && state.has(.setUp, place.handle, other, at: now)
                ? state.missingOperations(place.handle, at: now) : []
        }
    }
}

// Of what is deleted.
extension AccessIndex {
    /// Whether anything is set of an account's mailbox; of a group's there is nothing.
    package func hasSettings(_ grantee: Grantee) -> Bool {
        guard case .account(let account) = grantee else { return false }
        return settings(of: account.mailbox).isStored
    }

    /// Whether identity says by now that the account is deleted.
    package func isDeleted(_ account: AccountID) -> Bool {
        directories.accounts.place(of: account.bits)?.isDeleted ?? false
    }
}

extension Place {
    fileprivate var isDeleted: Bool { organization.read { $0.facts[Int(handle)].state == .deleted } }
}
