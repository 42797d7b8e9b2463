internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import RPC

/// Who owns an organization, and who is to own it next (A1, A3).
struct OwnershipHandler: OwnershipService {
    let identity: Identity

    /// Passes ownership, or offers it where the new owner must accept. One that is pending is withdrawn before another is
    /// made: whom it was made to would not know that it is void.
    func transferOwnership(
        _ request: TransferOwnershipRequest, _ call: Call
    ) throws(Status) -> Answer<TransferOwnershipResponse> {
        identity.changing(request, call, givesAway: true) { [identity] write, administration in
            let organization = try write.changing(administration.organization)
            let account = try administration.accountBeside(request.accountId)
            try write.tx.standing(of: account).mayOwn(after: AccountID(organization.ownerId))
            if let pending = try identity.pendingTransfer(of: organization, write) {
                guard pending.accountId == account.id else { throw Refusal.transferPending(pending) }
                return TransferOwnershipResponse(
                    organization: organization, account: account, ownershipTransfer: pending, unchanged: true)
            }
            let policies = administration.administrator.policies
            guard policies.transferNeedsAcceptance else {
                let (changed, owner) = try write.passOwnership(of: organization, to: account)
                return TransferOwnershipResponse(organization: changed, account: owner)
            }
            let offer = try identity.offerOwnership(
                of: organization, to: account, lifetime: policies.invitationLifetimeMicros, write)
            return TransferOwnershipResponse(organization: organization, account: account, ownershipTransfer: offer)
        }
    }

    /// The administrator to whom it is offered becomes the owner, in one transaction; everything is judged again.
    func acceptOwnershipTransfer(
        _ request: AcceptOwnershipTransferRequest, _ call: Call
    ) throws(Status) -> Answer<AcceptOwnershipTransferResponse> {
        identity.changing(request, call) { [identity] write, administration in
            let transfer = try write.transfer(request.ownershipTransferId, administration)
            let organization = administration.organization
            let account = try administration.accountBeside(administration.administrator.id.text)
            guard
                try transfer.offer.accepted(
                    by: try write.tx.standing(of: account), of: AccountID(organization.ownerId), now: identity.latest(write))
            else {
                return AcceptOwnershipTransferResponse(
                    ownershipTransfer: transfer, organization: organization, account: account, unchanged: true)
            }
            let ended = try identity.end(transfer, as: .accepted, write)
            let (changed, owner) = try write.passOwnership(of: organization, to: account) { event in
                event.action = .ownershipTransferred
                event.behalf = [EventBehalf(accountId: transfer.ownerId)]
            }
            return AcceptOwnershipTransferResponse(ownershipTransfer: ended, organization: changed, account: owner)
        }
    }

    func declineOwnershipTransfer(
        _ request: DeclineOwnershipTransferRequest, _ call: Call
    ) throws(Status) -> Answer<DeclineOwnershipTransferResponse> {
        identity.changing(request, call) { [identity] write, administration in
            let transfer = try write.transfer(request.ownershipTransferId, administration)
            guard try transfer.offer.declined(by: administration.administrator.id, now: identity.latest(write)) else {
                return DeclineOwnershipTransferResponse(ownershipTransfer: transfer, unchanged: true)
            }
            return DeclineOwnershipTransferResponse(ownershipTransfer: try identity.end(transfer, as: .declined, write))
        }
    }

    func withdrawOwnershipTransfer(
        _ request: WithdrawOwnershipTransferRequest, _ call: Call
    ) throws(Status) -> Answer<WithdrawOwnershipTransferResponse> {
        identity.changing(request, call) { [identity] write, administration in
            let transfer = try write.transfer(request.ownershipTransferId, administration)
            guard try transfer.offer.withdrawn(now: identity.latest(write)) else {
                return WithdrawOwnershipTransferResponse(ownershipTransfer: transfer, unchanged: true)
            }
            return WithdrawOwnershipTransferResponse(ownershipTransfer: try identity.end(transfer, as: .withdrawn, write))
        }
    }

    func getOwnershipTransfer(
        _ request: GetOwnershipTransferRequest, _ call: Call
    ) throws(Status) -> Answer<GetOwnershipTransferResponse> {
        identity.reading(request, call) { connection, reader in
            guard let found = try connection.lastTransfer(of: OrganizationID(request.organizationId)),
                try found.offer.isSeen(by: AccountID(reader.accountID), owner: reader.owner, fullAdmin: reader.fullAdmin)
            else { throw Refusal.notFound }
            return GetOwnershipTransferResponse(ownershipTransfer: found)
        }
    }
}

extension Write {
    /// An offer that the caller may know of, and is going to answer.
    fileprivate func transfer(_ id: String, _ administration: Administration) throws -> OwnershipTransfer {
        let who = administration.administrator
        let found = try tx.ownershipTransfer(id).found(in: administration.organization.id)
        guard try found.offer.isSeen(by: who.id, owner: who.owner, fullAdmin: who.isFullAdmin) else { throw Refusal.notFound }
        return try changing(found)
    }
}

extension Refusal {
    fileprivate static func transferPending(_ pending: OwnershipTransfer) -> Refusal {
        Refusal(
            .transferPending, "ownership is offered to another administrator: withdraw that first",
            details: ["ownership_transfer_id": pending.id])
    }
}
