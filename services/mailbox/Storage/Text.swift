package import MailboxDomain
internal import Messages

// Ids of the rules and their text in messages and tables.

extension AccountID {
    package init?(_ text: String) {
        guard let bits = Identifier.bits(text, of: "acc") else { return nil }
        self.init(bits: bits)
    }
    package var text: String { Identifier.text(bits, prefix: "acc") }
}

extension GroupID {
    package init?(_ text: String) {
        guard let bits = Identifier.bits(text, of: "grp") else { return nil }
        self.init(bits: bits)
    }
    package var text: String { Identifier.text(bits, prefix: "grp") }
}

extension MailboxID {
    package init?(_ text: String) {
        guard let bits = Identifier.bits(text, of: "mbx") else { return nil }
        self.init(bits: bits)
    }
    package var text: String { Identifier.text(bits, prefix: "mbx") }
}

extension DelegationID {
    package init?(_ text: String) {
        guard let bits = Identifier.bits(text, of: "dlg") else { return nil }
        self.init(bits: bits)
    }
    package var text: String { Identifier.text(bits, prefix: "dlg") }
}

extension OrganizationID {
    package init?(_ text: String) {
        guard let bits = Identifier.bits(text, of: "org") else { return nil }
        self.init(bits: bits)
    }
    package var text: String { Identifier.text(bits, prefix: "org") }
}

extension UnitID {
    package init?(_ text: String) {
        guard let bits = Identifier.bits(text, of: "unt") else { return nil }
        self.init(bits: bits)
    }
    package var text: String { Identifier.text(bits, prefix: "unt") }
}

extension SubscriptionID {
    package init?(_ text: String) {
        guard let bits = Identifier.bits(text, of: "sub") else { return nil }
        self.init(bits: bits)
    }
}

extension Grantee {
    package init?(_ text: String) {
        if let account = AccountID(text) {
            self = .account(account)
        } else if let group = GroupID(text) {
            self = .group(group)
        } else {
            return nil
        }
    }

    package var text: String {
        switch self {
        case .account(let id): id.text
        case .group(let id): id.text
        }
    }
}
