internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import RPC

extension OrganizationHandler {
    /// Changes the names that the mask lists.
    func updateOrganization(
        _ request: UpdateOrganizationRequest, _ call: Call
    ) throws(Status) -> Answer<UpdateOrganizationResponse> {
        identity.changing(request, call) { write, administration in
            let wanted = request.organization ?? Organization()
            try Field.required(wanted.id, "organization.id")
            guard wanted.id == administration.organization.id else { throw Refusal.notFound }
            let before = try write.changing(administration.organization)
            var organization = try before.renamed(as: wanted, request.updateMask?.paths ?? [])
            if write.differences(before, organization).isEmpty {
                return UpdateOrganizationResponse(organization: before, unchanged: true)
            }
            organization = try write.tx.update(organization)
            try write.report(before, organization)
            return UpdateOrganizationResponse(organization: organization)
        }
    }
}

extension Organization {
    /// With the name of `wanted`, which is all that a mask can list: the external id is the operator's.
    fileprivate func renamed(as wanted: Organization, _ paths: [String]) throws(Refusal) -> Organization {
        if paths.isEmpty { throw .missing("update_mask") }
        guard paths.allSatisfy({ $0 == "display_name" }) else {
            throw .invalid("update_mask", "only display_name can be changed")
        }
        try Field.required(wanted.displayName, "organization.display_name")
        var out = self
        out.displayName = wanted.displayName
        return out
    }
}
