// Generated from mandate/mailbox/v1/offboarding.proto by proto/generate. Do not edit.

package import Messages
package import RPC

/// The methods of mandate.mailbox.v1.OffboardingService.
package enum OffboardingServiceMethods {
    /// Begins to offboard an account, or says where the offboarding stands that it has. With validate_only it says what would be
    /// done.
    package static let offboardAccount = Method<OffboardAccountRequest, OffboardAccountResponse>(
        "mandate.mailbox.v1.OffboardingService/OffboardAccount", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "delegations", level: .edit), AccessDemand(scope: "account_status", level: .edit)], mutates: true),
        log: MethodLog(action: "account.offboarded", resourceType: "account", target: "account_id", subject: "account_id", takesAway: true))

    /// Returns an offboarding, with its report so far.
    package static let getOffboarding = Method<GetOffboardingRequest, GetOffboardingResponse>(
        "mandate.mailbox.v1.OffboardingService/GetOffboarding", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "delegations", level: .view)]),
        log: MethodLog(action: "offboarding.read", resourceType: "offboarding", target: "offboarding_id"))

    /// Every method, as the file declares them.
    package static let all: [MethodDescriptor] = [
        offboardAccount.descriptor,
        getOffboarding.descriptor,
    ]
}

/// Offboardings. The account is suspended first, by identity; then its delegations are revoked or moved and its registered
/// mailboxes given to another, in slices, until all is done: a server that stops goes on where it was.
package protocol OffboardingService: Sendable {
    /// Begins to offboard an account, or says where the offboarding stands that it has. With validate_only it says what would be
    /// done.
    func offboardAccount(
        _ request: OffboardAccountRequest, _ call: Call
    ) throws(Status) -> Answer<OffboardAccountResponse>
    /// Returns an offboarding, with its report so far.
    func getOffboarding(
        _ request: GetOffboardingRequest, _ call: Call
    ) throws(Status) -> Answer<GetOffboardingResponse>
}

extension Router {
    /// Registers every method of mandate.mailbox.v1.OffboardingService.
    package mutating func add(_ service: some OffboardingService) {
        unary(OffboardingServiceMethods.offboardAccount) { (request, call) throws(Status) in
            try service.offboardAccount(request, call)
        }
        unary(OffboardingServiceMethods.getOffboarding) { (request, call) throws(Status) in
            try service.getOffboarding(request, call)
        }
    }
}

/// Calls mandate.mailbox.v1.OffboardingService.
package struct OffboardingClient: Sendable {
    package let transport: any CallTransport

    package init(transport: any CallTransport) {
        self.transport = transport
    }

    /// Begins to offboard an account, or says where the offboarding stands that it has. With validate_only it says what would be
    /// done.
    package func offboardAccount(
        _ request: OffboardAccountRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> OffboardAccountResponse {
        try await transport.unary(OffboardingServiceMethods.offboardAccount, request, options)
    }

    /// Returns an offboarding, with its report so far.
    package func getOffboarding(
        _ request: GetOffboardingRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> GetOffboardingResponse {
        try await transport.unary(OffboardingServiceMethods.getOffboarding, request, options)
    }
}
