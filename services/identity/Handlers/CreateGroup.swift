internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import RPC

extension GroupHandler {
    func createGroup(_ request: CreateGroupRequest, _ call: Call) throws(Status) -> Answer<CreateGroupResponse> {
        identity.changing(request, call) { write, administration in
            let wanted = request.group ?? Group()
            try Field.required(wanted.organizationId, "group.organization_id")
            try Field.required(wanted.displayName, "group.display_name")
            let (tx, organization) = (write.tx, administration.administrator.organization)
            try tx.refuseTaken(wanted, nil)
            let group = try tx.insert(
                Group(
                    id: write.id("grp"), organizationId: organization.text, displayName: wanted.displayName,
                    externalId: wanted.externalId, createTime: Timestamp(microsecondsSince1970: tx.now), state: .active))
            try write.report(nil, group)
            return CreateGroupResponse(group: group)
        }
    }
}
