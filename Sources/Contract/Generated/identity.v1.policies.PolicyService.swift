// Generated from mandate/identity/v1/policies.proto by proto/generate. Do not edit.

package import Messages
package import RPC

/// The methods of mandate.identity.v1.PolicyService.
package enum PolicyServiceMethods {
    /// Returns an organization's policies: what holds, and where each value comes from.
    package static let getPolicies = Method<GetPoliciesRequest, GetPoliciesResponse>(
        "mandate.identity.v1.PolicyService/GetPolicies", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "organization_account", level: .view)]),
        log: MethodLog(action: "policies.read", resourceType: "policies", target: "organization_id"))

    /// Changes policies, all that the mask names or none: a field that is absent or UNSPECIFIED is as the preset says again.
    /// When this has answered, no follower judges by what held before.
    package static let updatePolicies = Method<UpdatePoliciesRequest, UpdatePoliciesResponse>(
        "mandate.identity.v1.PolicyService/UpdatePolicies", .unary,
        Access(kind: .account, mutates: true, by: "update_mask"),
        log: MethodLog(action: "policies.updated", resourceType: "policies", target: "policies.organization_id"))

    /// Every method, as the file declares them.
    package static let all: [MethodDescriptor] = [
        getPolicies.descriptor,
        updatePolicies.descriptor,
    ]
}

/// Policies: what an organization can decide one way or another. The preset says each until the organization says otherwise.
package protocol PolicyService: Sendable {
    /// Returns an organization's policies: what holds, and where each value comes from.
    func getPolicies(
        _ request: GetPoliciesRequest, _ call: Call
    ) throws(Status) -> Answer<GetPoliciesResponse>
    /// Changes policies, all that the mask names or none: a field that is absent or UNSPECIFIED is as the preset says again.
    /// When this has answered, no follower judges by what held before.
    func updatePolicies(
        _ request: UpdatePoliciesRequest, _ call: Call
    ) throws(Status) -> Answer<UpdatePoliciesResponse>
}

extension Router {
    /// Registers every method of mandate.identity.v1.PolicyService.
    package mutating func add(_ service: some PolicyService) {
        unary(PolicyServiceMethods.getPolicies) { (request, call) throws(Status) in
            try service.getPolicies(request, call)
        }
        unary(PolicyServiceMethods.updatePolicies) { (request, call) throws(Status) in
            try service.updatePolicies(request, call)
        }
    }
}

/// Calls mandate.identity.v1.PolicyService.
package struct PolicyClient: Sendable {
    package let transport: any CallTransport

    package init(transport: any CallTransport) {
        self.transport = transport
    }

    /// Returns an organization's policies: what holds, and where each value comes from.
    package func getPolicies(
        _ request: GetPoliciesRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> GetPoliciesResponse {
        try await transport.unary(PolicyServiceMethods.getPolicies, request, options)
    }

    /// Changes policies, all that the mask names or none: a field that is absent or UNSPECIFIED is as the preset says again.
    /// When this has answered, no follower judges by what held before.
    package func updatePolicies(
        _ request: UpdatePoliciesRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> UpdatePoliciesResponse {
        try await transport.unary(PolicyServiceMethods.updatePolicies, request, options)
    }
}
