internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import RPC

/// Billing details: the owner's alone. Whoever else asks is told what is told of an organization that does not exist (A2),
/// by the methods' access (`hidden`), before anything here is looked at.
struct BillingHandler: BillingService {
    let identity: Identity

    func getBillingDetails(
        _ request: GetBillingDetailsRequest, _ call: Call
    ) throws(Status) -> Answer<GetBillingDetailsResponse> {
        identity.reading(request, call) { connection, reader in
            // Judged again on what is read: who was the owner a moment ago sees nothing of what the new one writes.
            let organization = OrganizationID(request.organizationId)
            guard try connection.organization(organization)?.ownerId == reader.accountID else { throw Refusal.notFound }
            return GetBillingDetailsResponse(billingDetails: try connection.billingDetails(of: organization))
        }
    }

    func updateBillingDetails(
        _ request: UpdateBillingDetailsRequest, _ call: Call
    ) throws(Status) -> Answer<UpdateBillingDetailsResponse> {
        identity.changing(request, call) { write, administration in
            let wanted = request.billingDetails ?? BillingDetails()
            guard wanted.organizationId == administration.organization.id else { throw Refusal.notFound }
            let stored = try write.tx.billingDetails(of: administration.administrator.organization)
            let before: BillingDetails = try write.changing(stored)
            var details = try before.taking(wanted, request.updateMask?.paths ?? [])
            if write.differences(before, details).isEmpty {
                return UpdateBillingDetailsResponse(billingDetails: before, unchanged: true)
            }
            details = try write.tx.update(details)
            try write.report(before, details)
            return UpdateBillingDetailsResponse(billingDetails: details)
        }
    }
}

extension BillingDetails {
    /// With the fields of `wanted` that a mask names.
    fileprivate func taking(_ wanted: BillingDetails, _ paths: [String]) throws(Refusal) -> BillingDetails {
        if paths.isEmpty { throw .missing("update_mask") }
        var out = self
        for path in paths {
            switch path {
            case "name": out.name = wanted.name
            case "address_lines": out.addressLines = wanted.addressLines
            case "country": out.country = wanted.country
            case "vat_number": out.vatNumber = wanted.vatNumber
            case "email":
                if !wanted.email.isEmpty { _ = try EmailAddress(wanted.email, field: "billing_details.email") }
                out.email = wanted.email
            case "payment_reference": out.paymentReference = wanted.paymentReference
            default: throw .invalid("update_mask", "it names something that is no billing detail")
            }
        }
        return out
    }
}
