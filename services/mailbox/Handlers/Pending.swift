internal import Contract
internal import Messages
internal import RPC

// Methods of the contract that are still to be built: each goes from here to a file of its own.

extension Status {
    fileprivate static let pending = Status(.unimplemented, .unspecified, "not built yet")
}

extension DelegationHandler {
    func revokeMailboxDelegations(
        _ request: RevokeMailboxDelegationsRequest, _ call: Call
    ) throws(Status) -> Answer<RevokeMailboxDelegationsResponse> { throw .pending }
    func revokeGranteeDelegations(
        _ request: RevokeGranteeDelegationsRequest, _ call: Call
    ) throws(Status) -> Answer<RevokeGranteeDelegationsResponse> { throw .pending }
}
