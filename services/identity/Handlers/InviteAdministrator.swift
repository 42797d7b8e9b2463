internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import RPC

extension InvitationHandler {
    /// An invitation to hold roles: of an address that nobody has, whose account is INVITED from now on, or of an active
    /// account, which nothing changes until it accepts (A5).
    func inviteAdministrator(
        _ request: InviteAdministratorRequest, _ call: Call
    ) throws(Status) -> Answer<InviteAdministratorResponse> {
        identity.changing(request, call) { [identity] write, administration in
            let roles = try administration.roles(request.roleIds)
            let known: Account? = try write.changing(identity.invited(request, write, administration))
            let waiting = try known.flatMap { try write.tx.waitingInvitation(of: AccountID($0.id)) }
            try administration.administrator.mayInvite(
                try known.map { try write.tx.standing(of: $0) }, waiting: waiting?.id, field: request.fieldOfInvited,
                as: roles, rolesEnabled: administration.organization.rolesEnabled)
            let account = try known ?? request.newAccount().insert(write, identity, type: .user, state: .invited)
            let invitation = try identity.newInvitation(
                of: account, as: roles.map(\.text), isNew: known == nil, by: administration.administrator, write)
            try write.report(known, account) { $0.record(nil, invitation, write) }
            return InviteAdministratorResponse(invitation: invitation, account: account)
        } after: { [identity] write, answer, again in
            try identity.withToken(answer, again: again, validateOnly: request.validateOnly, write)
        }
    }
}

extension Identity {
    /// The account that is to be invited; nil where nobody has the address. An invitation of it that is over ends first, and
    /// with it the account that was there only for it.
    fileprivate func invited(
        _ request: InviteAdministratorRequest, _ write: Write, _ administration: Administration
    ) throws -> Account? {
        let found: Account?
        switch request.invited {
        case .accountId(let id): found = try administration.account(id)
        case .address(let address):
            let address = try EmailAddress(address)
            found = try write.tx.account(addressKey: address.key)
            // Of another organization it is taken, and nothing is said of whose it is.
            if found?.organizationId != administration.organization.id {
                try judge(address, for: administration.administrator.organization, field: "address", write.tx)
                return nil
            }
        case nil: throw Refusal.missing("address")
        }
        guard let found, try hasLapsed(found, write.tx) else { return found }
        if case .accountId = request.invited { return try administration.account(found.id) }
        return found.state == .invited ? nil : found
    }
}

extension InviteAdministratorRequest {
    fileprivate var fieldOfInvited: String {
        switch invited {
        case .accountId: "account_id"
        case .address, nil: "address"
        }
    }

    fileprivate func newAccount() throws(Refusal) -> NewAccount {
        guard case .address(let address) = invited else { throw .notFound }
        return try NewAccount(
            Account(organizationId: organizationId, address: address, displayName: displayName), field: "address")
    }
}
