internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import RPC

extension OrganizationHandler {
    /// An organization with its owner, who holds Full admin (A1), in one transaction.
    func createOrganization(
        _ request: CreateOrganizationRequest, _ call: Call
    ) throws(Status) -> Answer<CreateOrganizationResponse> {
        .later { [identity] in
            try await answering {
                try await identity.refusing(request, call, { $0.actor = EventActor(operatorOf: call) }) {
                    try await identity.createOrganization(request, call)
                }
            }
        }
    }
}

extension Identity {
    fileprivate func createOrganization(
        _ request: CreateOrganizationRequest, _ call: Call
    ) async throws -> CreateOrganizationResponse {
        let new = try NewOrganization(request)
        let credential = try await firstPassword(
            request.ownerPassword, field: "owner_password", validateOnly: request.validateOnly)
        var occurrence = request.occurrence
        occurrence.actor = EventActor(operatorOf: call)
        let answer = try await mutator.perform(Mutation(call, request, occurrence)) { write in
            let (organization, owner, role) = try new.insert(write, self)
            if let credential { try write.tx.set(credential, of: AccountID(owner.id)) }
            try write.report(nil, organization)
            try write.report(nil, owner) { event in
                event.record(write.differences(nil, role), of: owner.id)
                event.action = .accountCreated
                event.target = EventTarget(id: owner.id, resourceType: "account")
            }
            return CreateOrganizationResponse(organization: organization, owner: owner)
        }
        if !request.requestId.isEmpty, !request.validateOnly, let id = answer.owner?.id {
            try await requireSame(request.ownerPassword, credential, of: AccountID(id), call)
        }
        return answer
    }
}

/// What a request says of an organization to be made, checked.
private struct NewOrganization: Sendable {
    let wanted: Organization
    let preset: Preset
    let owner: Account
    let address: EmailAddress

    init(_ request: CreateOrganizationRequest) throws(Refusal) {
        (wanted, owner) = (request.organization ?? Organization(), request.owner ?? Account())
        try Field.required(wanted.displayName, "organization.display_name")
        preset = try Preset(asked: wanted.preset)
        address = try EmailAddress(owner.address, field: "owner.address")
    }

    func insert(_ write: Write, _ identity: Identity) throws -> (Organization, Account, RoleAssignment) {
        let tx = write.tx
        let created = Timestamp(microsecondsSince1970: tx.now)
        var organization = Organization(
            id: write.id("org"), displayName: wanted.displayName, preset: OrganizationPreset(preset),
            ownerId: write.id("acc"), rolesEnabled: preset.rolesEnabled, externalId: wanted.externalId,
            createTime: created)
        let account = Account(
            id: organization.ownerId, organizationId: organization.id, accountType: .administrator, state: .active,
            address: address.text, displayName: owner.displayName, externalId: owner.externalId,
            owner: true, createTime: created, asciiAddress: address.ascii, unshared: !Policies(preset).sharesNewMailboxes)
        if try tx.organization(externalID: wanted.externalId) != nil {
            throw Refusal.taken("organization.external_id")
        }
        try identity.judge(address, for: nil, field: "owner.address", tx)
        organization = try tx.insert(organization)
        try tx.insert(OrganizationPolicies(organizationId: organization.id, preset: organization.preset))
        try tx.insert(BillingDetails(organizationId: organization.id))
        let assignment = RoleAssignment(
            id: write.id("asg"), organizationId: organization.id, accountId: account.id, roleId: RoleID.fullAdmin.text,
            createTime: created)
        var owner = try tx.insert(account)
        try tx.insert(assignment)
        owner.roleIds = [assignment.roleId]
        return (organization, owner, assignment)
    }
}

extension Preset {
    /// UNSPECIFIED means the first.
    init(asked preset: OrganizationPreset) throws(Refusal) {
        if preset == .unspecified {
            self = .functionalAccounts
        } else if let known = Preset(rawValue: Int64(preset.rawValue)) {
            self = known
        } else {
            throw .invalid("organization.preset", "no such preset")
        }
    }
}

extension OrganizationPreset {
    init(_ preset: Preset) { self.init(rawValue: Int32(preset.rawValue)) }
}
