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

extension MailboxDomain.SenderDisplay {
    /// Nil for UNSPECIFIED, which inherits, and for one that is not known.
    package init?(_ display: Messages.SenderDisplay) {
        switch display {
        case .showDelegate: self = .show
        case .hideDelegate: self = .hide
        case .unspecified, .unrecognized: return nil
        }
    }
}

extension Messages.SenderDisplay {
    package init(_ display: MailboxDomain.SenderDisplay?) {
        switch display {
        case .show: self = .showDelegate
        case .hide: self = .hideDelegate
        case nil: self = .unspecified
        }
    }
}

extension Messages.Delegation {
    package var window: Window {
        Window(startTime: startTime?.microsecondsSince1970, expireTime: expireTime?.microsecondsSince1970)
    }

    package var folders: FolderLists {
        get { FolderLists(read: readFolders, write: writeFolders, delete: deleteFolders) }
        set { (readFolders, writeFolders, deleteFolders) = (newValue.read, newValue.write, newValue.delete) }
    }

    /// Throws for folders that are none, which no program of ours has stored.
    package func terms() throws(BrokenFolder) -> GrantTerms {
        GrantTerms(
            rights: Rights(rights) ?? [], window: window, sender: MailboxDomain.SenderDisplay(displayedSender),
            folders: try folders.grants())
    }

    package mutating func set(_ terms: GrantTerms) {
        rights = terms.rights.list
        startTime = terms.window.startTime.map { Timestamp(microsecondsSince1970: $0) }
        expireTime = terms.window.expireTime.map { Timestamp(microsecondsSince1970: $0) }
        displayedSender = Messages.SenderDisplay(terms.sender)
        folders = FolderLists(terms.folders)
    }
}

extension MailboxDomain.Delegation {
    /// Nil when an id is none of ours, or a folder none: left out, it would limit nothing.
    package init?(_ stored: Messages.Delegation) {
        guard let id = DelegationID(stored.id), let mailbox = MailboxID(stored.mailboxId),
            let grantee = Grantee(stored.granteeId), let terms = try? stored.terms()
        else { return nil }
        self.init(
            id: id, mailbox: mailbox, grantee: grantee, rights: terms.rights, window: terms.window, sender: terms.sender,
            folders: terms.folders, frozen: stored.frozen)
    }
}
