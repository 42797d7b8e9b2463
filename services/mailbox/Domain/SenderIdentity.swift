/// An address that an account can send as, and what recipients see then (rule D14).
package struct SenderIdentity: Hashable, Sendable {
    /// Where it stands in the list of all of an account.
    package struct Place: Hashable, Sendable {
        package var mailbox: MailboxID
        /// Empty for the mailbox's primary address.
        package var alias: String

        package init(mailbox: MailboxID, alias: String) {
            self.mailbox = mailbox
            self.alias = alias
        }
    }

    package var place: Place
    /// The primary one as it was given, an alias as it is compared.
    package var address: String
    package var kind: Mailbox.Kind
    package var owner: Bool
    /// That it may be sent as; it names the delegation and the sender.
    package var decision: Decision

    package var isPrimary: Bool { place.alias.isEmpty }
}

extension OrganizationState {
    /// Addresses that an account can send as at this instant: its own first, of each mailbox the primary one before its aliases
    /// in their order, then by mailbox (rule D14).
    ///
    /// `after` is the last one of the page before, and `begun` its mailbox, in which there may be more, or the own one. At most
    /// `limit` are returned.
    func identities(
        of account: UInt32, after: SenderIdentity.Place?, from begun: UInt32?, limit: Int, at now: Now
    ) -> [SenderIdentity] {
        guard acts(account), limit > 0 else { return [] }
        var page: [SenderIdentity] = []
        if let begun { page += identities(of: account, in: begun, behind: after?.alias, at: now).prefix(limit) }
        let floor = after.flatMap { $0.mailbox == accounts[Int(account)].id.mailbox ? nil : $0.mailbox }
        let ways = WaysUp(account, self, at: now)
        let found = nearest(limit - page.count, to: account, ways, above: floor, at: now) { position in
            let guarded = delegations[position].group != nil && isGuarded(delegations[position].mailbox)
            return standing(position, guarded: guarded, Asked(.send), at: now) == .counts
        }
        for handle in found where page.count < limit {
            page += identities(of: account, in: handle, behind: nil, at: now).prefix(limit - page.count)
        }
        return page
    }

    /// `behind`: an alias of it, or the empty text of its primary address.
    private func identities(
        of account: UInt32, in handle: UInt32, behind: String?, at now: Now
    ) -> [SenderIdentity] {
        let decision = decide(account: account, mailbox: handle, Asked(.send), at: now)
        guard decision.allowed, let mailbox = mailbox(handle) else { return [] }
        let isOwn = owns(account, handle)
        func identity(_ address: String, alias: String) -> SenderIdentity {
            SenderIdentity(
                place: SenderIdentity.Place(mailbox: mailbox.id, alias: alias), address: address, kind: mailbox.kind,
                owner: isOwn, decision: decision)
        }
        var all = behind == nil ? [identity(mailbox.address, alias: "")] : []
        for alias in aliases(ofMailbox: handle) where behind.map({ $0.utf8.lexicographicallyPrecedes(alias.utf8) }) ?? true {
            all.append(identity(alias, alias: alias))
        }
        return all
    }

    /// By their bytes. A registered mailbox has none.
    private func aliases(ofMailbox handle: UInt32) -> [String] {
        guard !facts[Int(handle)].isRegistered, let further = furtherKeys[handle] else { return [] }
        return further.map(\.text).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
