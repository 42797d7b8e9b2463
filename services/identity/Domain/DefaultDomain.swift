internal import IDNA

/// The domain that addresses of a unit's accounts are usually of: as A-labels in lower case, as addresses are compared by.
package struct DefaultDomain: Sendable, Equatable {
    package let ascii: String

    /// In its own script or as A-labels; throws for what no address can be of.
    package init(_ text: String, field: String) throws(Refusal) {
        do { ascii = try DomainName.ascii(text) } catch { throw .invalid(field, "the domain \(error)") }
        guard EmailAddress.isMailDomain(ascii) else { throw .invalid(field, "not a domain of the form example.org") }
    }
}
