internal import IdentityDomain
internal import Messages

/// What belongs to one organization.
protocol OfOrganization {
    var organizationId: String { get }
}

extension Account: OfOrganization {}
extension Group: OfOrganization {}
extension Invitation: OfOrganization {}
extension Messages.Domain: OfOrganization {}
extension Messages.Unit: OfOrganization {}
extension OwnershipTransfer: OfOrganization {}
extension Subscription: OfOrganization {}
extension Tenant: OfOrganization {}

extension Optional where Wrapped: OfOrganization {
    /// What was looked for, where it is the organization's. Another organization's is not found either: nobody learns which of
    /// the two it was (D28).
    func found(in organization: String) throws(Refusal) -> Wrapped {
        guard let self, self.organizationId == organization else { throw .notFound }
        return self
    }
}
