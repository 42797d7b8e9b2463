// Generated from mandate/identity/v1/licence.proto by proto/generate. Do not edit.

package import Messages
package import RPC

/// The methods of mandate.identity.v1.LicenceService.
package enum LicenceServiceMethods {
    /// Gives an account a licence of a subscription. An account has one at most: one of another subscription is moved here
    /// in the same change, so that the account is never without a plan. Refused when none is left.
    package static let assignLicence = Method<AssignLicenceRequest, AssignLicenceResponse>(
        "mandate.identity.v1.LicenceService/AssignLicence", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "subscription", level: .edit)], mutates: true),
        log: MethodLog(action: "licence.assigned", resourceType: "subscription", target: "subscription_id", subject: "account_id"))

    /// Takes the licence of a subscription from an account. When this has answered, it has no plan any more (rule D17).
    package static let unassignLicence = Method<UnassignLicenceRequest, UnassignLicenceResponse>(
        "mandate.identity.v1.LicenceService/UnassignLicence", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "subscription", level: .edit)], mutates: true),
        log: MethodLog(action: "licence.unassigned", resourceType: "subscription", target: "subscription_id", subject: "account_id", takesAway: true))

    /// Lists an organization's licences, by id: all, those of a subscription, or that of an account.
    package static let listLicences = Method<ListLicencesRequest, ListLicencesResponse>(
        "mandate.identity.v1.LicenceService/ListLicences", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "subscription", level: .view)]),
        log: MethodLog(action: "licence.listed", resourceType: "organization", target: "organization_id"))

    /// Every method, as the file declares them.
    package static let all: [MethodDescriptor] = [
        assignLicence.descriptor,
        unassignLicence.descriptor,
        listLicences.descriptor,
    ]
}

/// Licences: which account has one, and so which plan (rule A6).
package protocol LicenceService: Sendable {
    /// Gives an account a licence of a subscription. An account has one at most: one of another subscription is moved here
    /// in the same change, so that the account is never without a plan. Refused when none is left.
    func assignLicence(
        _ request: AssignLicenceRequest, _ call: Call
    ) throws(Status) -> Answer<AssignLicenceResponse>
    /// Takes the licence of a subscription from an account. When this has answered, it has no plan any more (rule D17).
    func unassignLicence(
        _ request: UnassignLicenceRequest, _ call: Call
    ) throws(Status) -> Answer<UnassignLicenceResponse>
    /// Lists an organization's licences, by id: all, those of a subscription, or that of an account.
    func listLicences(
        _ request: ListLicencesRequest, _ call: Call
    ) throws(Status) -> Answer<ListLicencesResponse>
}

extension Router {
    /// Registers every method of mandate.identity.v1.LicenceService.
    package mutating func add(_ service: some LicenceService) {
        unary(LicenceServiceMethods.assignLicence) { (request, call) throws(Status) in
            try service.assignLicence(request, call)
        }
        unary(LicenceServiceMethods.unassignLicence) { (request, call) throws(Status) in
            try service.unassignLicence(request, call)
        }
        unary(LicenceServiceMethods.listLicences) { (request, call) throws(Status) in
            try service.listLicences(request, call)
        }
    }
}

/// Calls mandate.identity.v1.LicenceService.
package struct LicenceClient: Sendable {
    package let transport: any CallTransport

    package init(transport: any CallTransport) {
        self.transport = transport
    }

    /// Gives an account a licence of a subscription. An account has one at most: one of another subscription is moved here
    /// in the same change, so that the account is never without a plan. Refused when none is left.
    package func assignLicence(
        _ request: AssignLicenceRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> AssignLicenceResponse {
        try await transport.unary(LicenceServiceMethods.assignLicence, request, options)
    }

    /// Takes the licence of a subscription from an account. When this has answered, it has no plan any more (rule D17).
    package func unassignLicence(
        _ request: UnassignLicenceRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> UnassignLicenceResponse {
        try await transport.unary(LicenceServiceMethods.unassignLicence, request, options)
    }

    /// Lists an organization's licences, by id: all, those of a subscription, or that of an account.
    package func listLicences(
        _ request: ListLicencesRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> ListLicencesResponse {
        try await transport.unary(LicenceServiceMethods.listLicences, request, options)
    }
}
