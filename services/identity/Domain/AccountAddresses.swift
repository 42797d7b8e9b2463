/// The addresses of an account: one primary, and aliases (B5). Each once, compared without case.
package struct AccountAddresses: Sendable, Equatable {
    package static let aliasesMax = 100

    /// As given.
    package private(set) var primary: String
    /// As given, in the order in which they came.
    package private(set) var aliases: [String]

    package init(primary: String, aliases: [String]) {
        self.primary = primary
        self.aliases = aliases
    }

    package var primaryKey: String { EmailAddress.key(primary) }

    package func contains(_ key: String) -> Bool { isPrimary(key) || alias(key) != nil }

    package func isPrimary(_ key: String) -> Bool { primaryKey == key }

    /// The alias that the key is of, as given.
    package func alias(_ key: String) -> String? { aliases.first { EmailAddress.key($0) == key } }

    /// The same where it has the address already, in whatever spelling.
    package func adding(_ alias: EmailAddress) throws(Refusal) -> AccountAddresses {
        if contains(alias.key) { return self }
        var changed = self
        changed.aliases.append(alias.text)
        return try changed.limited()
    }

    /// The same where it has no such alias.
    package func removing(_ key: String) throws(Refusal) -> AccountAddresses {
        if isPrimary(key) { throw Self.primaryIsNoAlias }
        var changed = self
        changed.aliases.removeAll { EmailAddress.key($0) == key }
        return changed
    }

    /// The alias of that address in its place, or a new address; the primary one before becomes an alias. The primary address
    /// in another spelling is only spelled anew.
    package func changingPrimary(to address: EmailAddress) throws(Refusal) -> AccountAddresses {
        var changed = self
        changed.primary = address.text
        if isPrimary(address.key) { return changed }
        changed.aliases.removeAll { EmailAddress.key($0) == address.key }
        changed.aliases.append(primary)
        return try changed.limited()
    }

    package static let primaryIsNoAlias = Refusal(.wrongState, "the primary address is no alias: change it first")

    private func limited() throws(Refusal) -> AccountAddresses {
        guard aliases.count <= Self.aliasesMax else {
            throw .tooLong("account.aliases", "\(Self.aliasesMax) addresses")
        }
        return self
    }
}

extension Standing {
    /// Who may change an account's addresses, and of which (B5): nobody else's than those of a person or function that is
    /// there. Only a Full admin changes another administrator's (C6), for who has an address gets its mail.
    package func mayChangeAddresses(by administrator: Administrator) throws(Refusal) {
        try administrator.mayManage(self)
        switch state {
        case .active, .suspended: break
        case .invited: throw .wrongState(state, "it must be accepted first")
        case .deleted: throw .wrongState(state, "it cannot be changed")
        }
    }
}
