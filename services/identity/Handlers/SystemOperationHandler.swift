internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import RPC
internal import SQL

/// Who may do what besides administrator roles: set shared mailboxes up (D10).
struct SystemOperationHandler: SystemOperationService {
    let identity: Identity

    /// To oneself too, as any grant (D20).
    func grantSystemOperation(
        _ request: GrantSystemOperationRequest, _ call: Call
    ) throws(Status) -> Answer<GrantSystemOperationResponse> {
        identity.changing(request, call) { write, administration in
            let judge = try administration.holder(request.holderId)
            let there = try write.changing(write.tx.holding(request.operation, of: request.holderId))
            if let there { return GrantSystemOperationResponse(holding: there, unchanged: true) }
            try judge()
            let holding = try write.tx.insert(
                SystemOperationHolding(
                    organizationId: administration.organization.id, holderId: request.holderId, operation: request.operation,
                    grantedBy: administration.administrator.id.text,
                    createTime: Timestamp(microsecondsSince1970: write.tx.now)))
            try write.report(nil, holding)
            return GrantSystemOperationResponse(holding: holding)
        }
    }

    /// When this has answered, no follower lets anybody set something up by it (D17).
    func revokeSystemOperation(
        _ request: RevokeSystemOperationRequest, _ call: Call
    ) throws(Status) -> Answer<RevokeSystemOperationResponse> {
        identity.changing(request, call) { write, administration in
            let there = try write.tx.holding(request.operation, of: request.holderId)
            let own = there.flatMap { $0.organizationId == administration.organization.id ? $0 : nil }
            guard let holding = try write.changing(own) else { throw Refusal.notFound }
            try write.tx.delete(holding)
            try write.report(holding, nil)
            return RevokeSystemOperationResponse(holding: holding)
        }
    }

    func listSystemOperations(
        _ request: ListSystemOperationsRequest, _ call: Call
    ) throws(Status) -> Answer<ListSystemOperationsResponse> {
        identity.listing(request, call) { connection, _, page in
            let found = try connection.holdings(
                of: OrganizationID(request.organizationId), after: page.after, limit: page.rows)
            let (shown, next) = page.cut(found, \.changeID)
            return ListSystemOperationsResponse(holdings: shown, nextPageToken: next)
        }
    }
}

extension Administration {
    /// An account or a group of the organization, as what judges whether it may be given more; a tombstone is given nothing,
    /// and what it is left with is only about to be removed (B3).
    fileprivate func holder(_ id: String) throws -> () throws -> Void {
        if id.hasPrefix("grp_") {
            if try group(id).state == .deleted { throw Refusal.groupDeleted }
            return {}
        }
        let standing = try tx.standing(of: accountBeside(id))
        return { try standing.mayHoldOperations() }
    }
}
