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
            // A directory's key names one organization of the installation.
            if ExactText(organization.externalId) != ExactText(before.externalId),
                try write.tx.organization(externalID: organization.externalId) != nil
            {
                throw Refusal.taken("organization.external_id")
            }
            organization = try write.tx.update(organization)
            try write.report(before, organization)
            return UpdateOrganizationResponse(organization: organization)
        }
    }
}

extension Organization {
    /// With the names of `wanted` that a mask lists.
    fileprivate func renamed(as wanted: Organization, _ paths: [String]) throws(Refusal) -> Organization {
        if paths.isEmpty { throw .missing("update_mask") }
        var out = self
        for path in paths {
            switch path {
            case "display_name":
                try Field.required(wanted.displayName, "organization.display_name")
                out.displayName = wanted.displayName
            case "external_id": out.externalId = wanted.externalId
            default: throw .invalid("update_mask", "only display_name and external_id can be changed")
            }
        }
        return out
    }
}
