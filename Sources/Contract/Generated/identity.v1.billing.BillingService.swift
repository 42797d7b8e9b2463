// Generated from mandate/identity/v1/billing.proto by proto/generate. Do not edit.

package import Messages
package import RPC

/// The methods of mandate.identity.v1.BillingService.
package enum BillingServiceMethods {
    /// Returns an organization's billing details, to its owner.
    package static let getBillingDetails = Method<GetBillingDetailsRequest, GetBillingDetailsResponse>(
        "mandate.identity.v1.BillingService/GetBillingDetails", .unary,
        Access(kind: .owner, hidden: true),
        log: MethodLog(action: "billing_details.read", resourceType: "billing_details", target: "organization_id"))

    /// Changes billing details, all that the mask names, or none.
    package static let updateBillingDetails = Method<UpdateBillingDetailsRequest, UpdateBillingDetailsResponse>(
        "mandate.identity.v1.BillingService/UpdateBillingDetails", .unary,
        Access(kind: .owner, mutates: true, hidden: true),
        log: MethodLog(action: "billing_details.updated", resourceType: "billing_details", target: "billing_details.organization_id"))

    /// Every method, as the file declares them.
    package static let all: [MethodDescriptor] = [
        getBillingDetails.descriptor,
        updateBillingDetails.descriptor,
    ]
}

/// Billing details, which the owner alone sees and changes: to everybody else they are not there (rule A2).
package protocol BillingService: Sendable {
    /// Returns an organization's billing details, to its owner.
    func getBillingDetails(
        _ request: GetBillingDetailsRequest, _ call: Call
    ) throws(Status) -> Answer<GetBillingDetailsResponse>
    /// Changes billing details, all that the mask names, or none.
    func updateBillingDetails(
        _ request: UpdateBillingDetailsRequest, _ call: Call
    ) throws(Status) -> Answer<UpdateBillingDetailsResponse>
}

extension Router {
    /// Registers every method of mandate.identity.v1.BillingService.
    package mutating func add(_ service: some BillingService) {
        unary(BillingServiceMethods.getBillingDetails) { (request, call) throws(Status) in
            try service.getBillingDetails(request, call)
        }
        unary(BillingServiceMethods.updateBillingDetails) { (request, call) throws(Status) in
            try service.updateBillingDetails(request, call)
        }
    }
}

/// Calls mandate.identity.v1.BillingService.
package struct BillingClient: Sendable {
    package let transport: any CallTransport

    package init(transport: any CallTransport) {
        self.transport = transport
    }

    /// Returns an organization's billing details, to its owner.
    package func getBillingDetails(
        _ request: GetBillingDetailsRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> GetBillingDetailsResponse {
        try await transport.unary(BillingServiceMethods.getBillingDetails, request, options)
    }

    /// Changes billing details, all that the mask names, or none.
    package func updateBillingDetails(
        _ request: UpdateBillingDetailsRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> UpdateBillingDetailsResponse {
        try await transport.unary(BillingServiceMethods.updateBillingDetails, request, options)
    }
}
