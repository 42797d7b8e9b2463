package import DNS

/// What an operator has decided about domains, and how DNS is asked (B5).
package struct DomainRules: Sendable {
    /// Whether an organization may have addresses in domains that it has not verified: for demonstrations and tests. Never in one
    /// that another organization has.
    package let allowsUnverified: Bool
    /// Of a name, in its own time: `Resolver.texts`.
    let texts: @Sendable (String) async -> TextLookup

    package init(allowsUnverified: Bool, texts: @escaping @Sendable (String) async -> TextLookup) {
        self.allowsUnverified = allowsUnverified
        self.texts = texts
    }
}
