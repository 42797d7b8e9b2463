internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import RPC

extension GroupHandler {
    func createGroup(_ request: CreateGroupRequest, _ call: Call) throws(Status) -> Answer<CreateGroupResponse> {
        .later { [identity] in
            try await answering {
                guard let wanted = request.group else { throw Refusal.missing("group") }
                try Field.id(wanted.organizationId, "group.organization_id")
                try Field.names(
                    displayName: wanted.displayName, externalID: wanted.externalId, of: "group", nameRequired: true)
                try Field.requestID(request.requestId)
                return try await identity.administer(
                    Mutation(
                        call, request,
                        Occurrence("group.created", "group", requestID: request.requestId, validateOnly: request.validateOnly)),
                    organization: wanted.organizationId
                ) { write, administration in
                    try create(wanted, write, in: administration.administrator.organization)
                }
            }
        }
    }
}

private func create(
    _ wanted: Group, _ write: Write, in organization: OrganizationID
) throws -> CreateGroupResponse {
    let tx = write.tx
    if try tx.group(displayName: wanted.displayName, in: organization) != nil {
        throw Refusal.taken("group.display_name")
    }
    if try tx.group(externalID: wanted.externalId, in: organization) != nil {
        throw Refusal.taken("group.external_id")
    }
    let group = Group(
        id: write.id("grp"), organizationId: organization.text, displayName: wanted.displayName,
        externalId: wanted.externalId, createTime: Timestamp(microsecondsSince1970: tx.now), revision: 1)
    try tx.insert(group)
    try write.report(in: group.organizationId, differences(group)) { $0.target?.id = group.id }
    return CreateGroupResponse(group: group)
}
