internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import RPC

extension OrganizationHandler {
    /// Changes the name, which is all that the mask can list: the external id is the operator's.
    func updateOrganization(
        _ request: UpdateOrganizationRequest, _ call: Call
    ) throws(Status) -> Answer<UpdateOrganizationResponse> {
        identity.changing(request, call) { write, administration in
            let wanted = request.organization ?? Organization()
            try Field.required(wanted.id, "organization.id")
            guard wanted.id == administration.organization.id else { throw Refusal.notFound }
            let before = try write.changing(administration.organization)
            _ = try Field.mask(request.updateMask, of: ["display_name"])
            try Field.required(wanted.displayName, "organization.display_name")
            var organization = before
            organization.displayName = wanted.displayName
            if write.differences(before, organization).isEmpty {
                return UpdateOrganizationResponse(organization: before, unchanged: true)
            }
            organization = try write.tx.update(organization)
            try write.report(before, organization)
            return UpdateOrganizationResponse(organization: organization)
        }
    }
}
