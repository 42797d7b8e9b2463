package import MailboxDomain
package import Messages

// What the rules decide on, inside what is stored and handed back.

extension Rights {
    /// Nil when one of them is no right. Doubles do not matter.
    package init?(_ rights: [Right]) {
        // `self = []` makes the standard library build the empty set from a sequence: as dear as all the rest here.
        self.init(rawValue: 0)
        for right in rights {
            switch right {
            case .open: insert(.open)
            case .send: insert(.send)
            case .setUp: insert(.setUp)
            case .unspecified, .unrecognized: return nil
            }
        }
    }

    /// Without doubles, in the order of the enum.
    package var list: [Right] {
        var list: [Right] = []
        if contains(.open) { list.append(.open) }
        if contains(.send) { list.append(.send) }
        if contains(.setUp) { list.append(.setUp) }
        return list
    }
}

extension Messages.Delegation {
    package var terms: (rights: Rights, window: Window) {
        get {
            (
                Rights(rights) ?? [],
                Window(
                    startTime: startTime?.microsecondsSince1970, expireTime: expireTime?.microsecondsSince1970)
            )
        }
        set {
            rights = newValue.rights.list
            startTime = newValue.window.startTime.map { Timestamp(microsecondsSince1970: $0) }
            expireTime = newValue.window.expireTime.map { Timestamp(microsecondsSince1970: $0) }
        }
    }
}

extension MailboxDomain.Delegation {
    /// Nil when an id is none of ours.
    package init?(_ stored: Messages.Delegation) {
        guard let id = DelegationID(stored.id), let mailbox = MailboxID(stored.mailboxId),
            let grantee = Grantee(stored.granteeId)
        else { return nil }
        let (rights, window) = stored.terms
        self.init(id: id, mailbox: mailbox, grantee: grantee, rights: rights, window: window)
    }
}
