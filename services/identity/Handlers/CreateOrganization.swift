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
            try await answering { try await identity.createOrganization(request, call) }
        }
    }
}

extension Identity {
    fileprivate func createOrganization(
        _ request: CreateOrganizationRequest, _ call: Call
    ) async throws -> CreateOrganizationResponse {
        guard let wanted = request.organization else { throw Refusal.missing("organization") }
        guard let wantedOwner = request.owner else { throw Refusal.missing("owner") }
        try Field.names(
            displayName: wanted.displayName, externalID: wanted.externalId, of: "organization", nameRequired: true)
        let preset = try Preset(asked: wanted.preset)
        let address = try EmailAddress(wantedOwner.address, field: "owner.address")
        try Field.names(
            displayName: wantedOwner.displayName, externalID: wantedOwner.externalId, of: "owner", nameRequired: false)
        try Field.requestID(request.requestId)

        var credential: Credential?
        if !request.ownerPassword.isEmpty {
            try PasswordPolicy.check(request.ownerPassword, field: "owner_password")
            credential = try await passwords.credential(for: request.ownerPassword)
        }
        let ownersCredential = credential
        // The digest is stored: with the password in it, it could be guessed from a stolen database.
        var digested = request
        digested.ownerPassword = ""

        let answer = try await mutator.perform(
            Mutation(
                call, digested,
                Occurrence(
                    "organization.created", "organization", requestID: request.requestId, validateOnly: request.validateOnly,
                    actor: EventActor(operatorOf: call)))
        ) { write in
            let tx = write.tx
            let created = Timestamp(microsecondsSince1970: tx.now)
            let organization = Organization(
                id: write.id("org"), displayName: wanted.displayName, preset: OrganizationPreset(preset),
                ownerId: write.id("acc"), rolesEnabled: preset.rolesEnabled, externalId: wanted.externalId,
                createTime: created, revision: 1)
            let owner = Account(
                id: organization.ownerId, organizationId: organization.id, accountType: .administrator, state: .active,
                address: address.text, displayName: wantedOwner.displayName, externalId: wantedOwner.externalId,
                role: .fullAdmin, owner: true, createTime: created, revision: 1, asciiAddress: address.ascii)
            if try tx.organization(externalID: wanted.externalId) != nil {
                throw Refusal.taken("organization.external_id")
            }
            try tx.refuseTaken(address, field: "owner.address")
            try tx.insert(organization)
            try tx.insert(owner, address: address)
            if let ownersCredential { try tx.set(ownersCredential, of: AccountID(owner.id)) }
            try write.report(in: organization.id, differences(organization)) { $0.target?.id = organization.id }
            try write.report(in: organization.id, differences(Account(), owner)) { event in
                event.action = "account.created"
                event.target = EventTarget(id: owner.id, resourceType: "account")
            }
            return CreateOrganizationResponse(organization: organization, owner: owner)
        }
        if !request.requestId.isEmpty, !request.validateOnly, let id = answer.owner?.id {
            try await requireSame(request.ownerPassword, ownersCredential, of: AccountID(id), call)
        }
        return answer
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
