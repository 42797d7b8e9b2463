// Generated from mandate/identity/v1/ownership.proto by proto/generate. Do not edit.

package import Messages
package import RPC

/// The methods of mandate.identity.v1.OwnershipService.
package enum OwnershipServiceMethods {
    /// Makes another administrator the owner. It must be active; it holds Full admin from then on, and the old owner stays one
    /// (rule A3). Under policy transfer_needs_acceptance it is only offered: nothing changes before it is accepted. While an
    /// offer is pending there is no other transfer: it is withdrawn first.
    package static let transferOwnership = Method<TransferOwnershipRequest, TransferOwnershipResponse>(
        "mandate.identity.v1.OwnershipService/TransferOwnership", .unary,
        Access(kind: .owner, mutates: true),
        log: MethodLog(action: "ownership.transferred", resourceType: "organization", subject: "account_id"))

    /// Accepts an offer of ownership, by the administrator to whom it was made: the owner is another from then on. Everything is
    /// judged once more (rule A3).
    package static let acceptOwnershipTransfer = Method<AcceptOwnershipTransferRequest, AcceptOwnershipTransferResponse>(
        "mandate.identity.v1.OwnershipService/AcceptOwnershipTransfer", .unary,
        Access(kind: .account, mutates: true),
        log: MethodLog(action: "ownership.accepted", resourceType: "ownership_transfer", target: "ownership_transfer_id"))

    /// Declines an offer of ownership, by the administrator to whom it was made.
    package static let declineOwnershipTransfer = Method<DeclineOwnershipTransferRequest, DeclineOwnershipTransferResponse>(
        "mandate.identity.v1.OwnershipService/DeclineOwnershipTransfer", .unary,
        Access(kind: .account, mutates: true),
        log: MethodLog(action: "ownership.declined", resourceType: "ownership_transfer", target: "ownership_transfer_id", takesAway: true))

    /// Withdraws an offer of ownership.
    package static let withdrawOwnershipTransfer = Method<WithdrawOwnershipTransferRequest, WithdrawOwnershipTransferResponse>(
        "mandate.identity.v1.OwnershipService/WithdrawOwnershipTransfer", .unary,
        Access(kind: .owner, mutates: true),
        log: MethodLog(action: "ownership.withdrawn", resourceType: "ownership_transfer", target: "ownership_transfer_id", takesAway: true))

    /// Returns the organization's last offer of ownership: the pending one where there is one. To the owner, to Full admins and
    /// to the administrator to whom it was made; to everybody else it is NOT_FOUND.
    package static let getOwnershipTransfer = Method<GetOwnershipTransferRequest, GetOwnershipTransferResponse>(
        "mandate.identity.v1.OwnershipService/GetOwnershipTransfer", .unary,
        Access(kind: .account),
        log: MethodLog(action: "ownership_transfer.read", resourceType: "organization", target: "organization_id"))

    /// Every method, as the file declares them.
    package static let all: [MethodDescriptor] = [
        transferOwnership.descriptor,
        acceptOwnershipTransfer.descriptor,
        declineOwnershipTransfer.descriptor,
        withdrawOwnershipTransfer.descriptor,
        getOwnershipTransfer.descriptor,
    ]
}

/// The transfer of an organization to another of its administrators (rules A1 to A4).
package protocol OwnershipService: Sendable {
    /// Makes another administrator the owner. It must be active; it holds Full admin from then on, and the old owner stays one
    /// (rule A3). Under policy transfer_needs_acceptance it is only offered: nothing changes before it is accepted. While an
    /// offer is pending there is no other transfer: it is withdrawn first.
    func transferOwnership(
        _ request: TransferOwnershipRequest, _ call: Call
    ) throws(Status) -> Answer<TransferOwnershipResponse>
    /// Accepts an offer of ownership, by the administrator to whom it was made: the owner is another from then on. Everything is
    /// judged once more (rule A3).
    func acceptOwnershipTransfer(
        _ request: AcceptOwnershipTransferRequest, _ call: Call
    ) throws(Status) -> Answer<AcceptOwnershipTransferResponse>
    /// Declines an offer of ownership, by the administrator to whom it was made.
    func declineOwnershipTransfer(
        _ request: DeclineOwnershipTransferRequest, _ call: Call
    ) throws(Status) -> Answer<DeclineOwnershipTransferResponse>
    /// Withdraws an offer of ownership.
    func withdrawOwnershipTransfer(
        _ request: WithdrawOwnershipTransferRequest, _ call: Call
    ) throws(Status) -> Answer<WithdrawOwnershipTransferResponse>
    /// Returns the organization's last offer of ownership: the pending one where there is one. To the owner, to Full admins and
    /// to the administrator to whom it was made; to everybody else it is NOT_FOUND.
    func getOwnershipTransfer(
        _ request: GetOwnershipTransferRequest, _ call: Call
    ) throws(Status) -> Answer<GetOwnershipTransferResponse>
}

extension Router {
    /// Registers every method of mandate.identity.v1.OwnershipService.
    package mutating func add(_ service: some OwnershipService) {
        unary(OwnershipServiceMethods.transferOwnership) { (request, call) throws(Status) in
            try service.transferOwnership(request, call)
        }
        unary(OwnershipServiceMethods.acceptOwnershipTransfer) { (request, call) throws(Status) in
            try service.acceptOwnershipTransfer(request, call)
        }
        unary(OwnershipServiceMethods.declineOwnershipTransfer) { (request, call) throws(Status) in
            try service.declineOwnershipTransfer(request, call)
        }
        unary(OwnershipServiceMethods.withdrawOwnershipTransfer) { (request, call) throws(Status) in
            try service.withdrawOwnershipTransfer(request, call)
        }
        unary(OwnershipServiceMethods.getOwnershipTransfer) { (request, call) throws(Status) in
            try service.getOwnershipTransfer(request, call)
        }
    }
}

/// Calls mandate.identity.v1.OwnershipService.
package struct OwnershipClient: Sendable {
    package let transport: any CallTransport

    package init(transport: any CallTransport) {
        self.transport = transport
    }

    /// Makes another administrator the owner. It must be active; it holds Full admin from then on, and the old owner stays one
    /// (rule A3). Under policy transfer_needs_acceptance it is only offered: nothing changes before it is accepted. While an
    /// offer is pending there is no other transfer: it is withdrawn first.
    package func transferOwnership(
        _ request: TransferOwnershipRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> TransferOwnershipResponse {
        try await transport.unary(OwnershipServiceMethods.transferOwnership, request, options)
    }

    /// Accepts an offer of ownership, by the administrator to whom it was made: the owner is another from then on. Everything is
    /// judged once more (rule A3).
    package func acceptOwnershipTransfer(
        _ request: AcceptOwnershipTransferRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> AcceptOwnershipTransferResponse {
        try await transport.unary(OwnershipServiceMethods.acceptOwnershipTransfer, request, options)
    }

    /// Declines an offer of ownership, by the administrator to whom it was made.
    package func declineOwnershipTransfer(
        _ request: DeclineOwnershipTransferRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> DeclineOwnershipTransferResponse {
        try await transport.unary(OwnershipServiceMethods.declineOwnershipTransfer, request, options)
    }

    /// Withdraws an offer of ownership.
    package func withdrawOwnershipTransfer(
        _ request: WithdrawOwnershipTransferRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> WithdrawOwnershipTransferResponse {
        try await transport.unary(OwnershipServiceMethods.withdrawOwnershipTransfer, request, options)
    }

    /// Returns the organization's last offer of ownership: the pending one where there is one. To the owner, to Full admins and
    /// to the administrator to whom it was made; to everybody else it is NOT_FOUND.
    package func getOwnershipTransfer(
        _ request: GetOwnershipTransferRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> GetOwnershipTransferResponse {
        try await transport.unary(OwnershipServiceMethods.getOwnershipTransfer, request, options)
    }
}
