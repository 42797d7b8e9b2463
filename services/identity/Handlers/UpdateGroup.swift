internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import RPC

extension GroupHandler {
    /// Changes the names that the mask lists.
    func updateGroup(_ request: UpdateGroupRequest, _ call: Call) throws(Status) -> Answer<UpdateGroupResponse> {
        identity.changing(request, call) { write, administration in
            let wanted = request.group ?? Group()
            try Field.required(wanted.id, "group.id")
            let paths = try Field.mask(request.updateMask, of: ["display_name", "external_id"])
            let before = try write.changing(administration.group(wanted.id))
            try Selectors(chosen: "group.id").expect("group.organization_id", wanted.organizationId, is: before.organizationId)
            var group = before
            if paths.contains("display_name") {
                try Field.required(wanted.displayName, "group.display_name")
                group.displayName = wanted.displayName
            }
            if paths.contains("external_id") { group.externalId = wanted.externalId }
            if write.differences(before, group).isEmpty { return UpdateGroupResponse(group: before, unchanged: true) }
            if before.state == .deleted { throw Refusal.groupDeleted }
            try write.tx.refuseTaken(group, before)
            group = try write.tx.update(group)
            try write.report(before, group)
            return UpdateGroupResponse(group: group)
        }
    }
}
