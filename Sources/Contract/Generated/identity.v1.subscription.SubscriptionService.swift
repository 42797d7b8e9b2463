// Generated from mandate/identity/v1/subscription.proto by proto/generate. Do not edit.

package import Messages
package import RPC

/// The methods of mandate.identity.v1.SubscriptionService.
package enum SubscriptionServiceMethods {
    /// Buys a subscription: so many licences of a plan.
    package static let createSubscription = Method<CreateSubscriptionRequest, CreateSubscriptionResponse>(
        "mandate.identity.v1.SubscriptionService/CreateSubscription", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "subscription", level: .edit)], mutates: true),
        log: MethodLog(action: "subscription.created", resourceType: "subscription"))

    /// Changes a subscription's plan, its number of licences, or both. Who has one of its licences has the new plan when
    /// this has answered (rule D17). Refused for fewer licences than are assigned.
    package static let updateSubscription = Method<UpdateSubscriptionRequest, UpdateSubscriptionResponse>(
        "mandate.identity.v1.SubscriptionService/UpdateSubscription", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "subscription", level: .edit)], mutates: true),
        log: MethodLog(action: "subscription.updated", resourceType: "subscription", target: "subscription.id"))

    /// Ends a subscription, for good. When this has answered, nobody has its plan any more (rule D17); its licences are
    /// freed within seconds, each with an event.
    package static let cancelSubscription = Method<CancelSubscriptionRequest, CancelSubscriptionResponse>(
        "mandate.identity.v1.SubscriptionService/CancelSubscription", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "subscription", level: .edit)], mutates: true),
        log: MethodLog(action: "subscription.cancelled", resourceType: "subscription", target: "subscription_id", takesAway: true))

    /// Returns one subscription.
    package static let getSubscription = Method<GetSubscriptionRequest, GetSubscriptionResponse>(
        "mandate.identity.v1.SubscriptionService/GetSubscription", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "subscription", level: .view)]),
        log: MethodLog(action: "subscription.read", resourceType: "subscription", target: "subscription_id"))

    /// Lists an organization's subscriptions, by id.
    package static let listSubscriptions = Method<ListSubscriptionsRequest, ListSubscriptionsResponse>(
        "mandate.identity.v1.SubscriptionService/ListSubscriptions", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "subscription", level: .view)]),
        log: MethodLog(action: "subscription.listed", resourceType: "organization", target: "organization_id"))

    /// Every method, as the file declares them.
    package static let all: [MethodDescriptor] = [
        createSubscription.descriptor,
        updateSubscription.descriptor,
        cancelSubscription.descriptor,
        getSubscription.descriptor,
        listSubscriptions.descriptor,
    ]
}

/// An organization's subscriptions (rule A6).
package protocol SubscriptionService: Sendable {
    /// Buys a subscription: so many licences of a plan.
    func createSubscription(
        _ request: CreateSubscriptionRequest, _ call: Call
    ) throws(Status) -> Answer<CreateSubscriptionResponse>
    /// Changes a subscription's plan, its number of licences, or both. Who has one of its licences has the new plan when
    /// this has answered (rule D17). Refused for fewer licences than are assigned.
    func updateSubscription(
        _ request: UpdateSubscriptionRequest, _ call: Call
    ) throws(Status) -> Answer<UpdateSubscriptionResponse>
    /// Ends a subscription, for good. When this has answered, nobody has its plan any more (rule D17); its licences are
    /// freed within seconds, each with an event.
    func cancelSubscription(
        _ request: CancelSubscriptionRequest, _ call: Call
    ) throws(Status) -> Answer<CancelSubscriptionResponse>
    /// Returns one subscription.
    func getSubscription(
        _ request: GetSubscriptionRequest, _ call: Call
    ) throws(Status) -> Answer<GetSubscriptionResponse>
    /// Lists an organization's subscriptions, by id.
    func listSubscriptions(
        _ request: ListSubscriptionsRequest, _ call: Call
    ) throws(Status) -> Answer<ListSubscriptionsResponse>
}

extension Router {
    /// Registers every method of mandate.identity.v1.SubscriptionService.
    package mutating func add(_ service: some SubscriptionService) {
        unary(SubscriptionServiceMethods.createSubscription) { (request, call) throws(Status) in
            try service.createSubscription(request, call)
        }
        unary(SubscriptionServiceMethods.updateSubscription) { (request, call) throws(Status) in
            try service.updateSubscription(request, call)
        }
        unary(SubscriptionServiceMethods.cancelSubscription) { (request, call) throws(Status) in
            try service.cancelSubscription(request, call)
        }
        unary(SubscriptionServiceMethods.getSubscription) { (request, call) throws(Status) in
            try service.getSubscription(request, call)
        }
        unary(SubscriptionServiceMethods.listSubscriptions) { (request, call) throws(Status) in
            try service.listSubscriptions(request, call)
        }
    }
}

/// Calls mandate.identity.v1.SubscriptionService.
package struct SubscriptionClient: Sendable {
    package let transport: any CallTransport

    package init(transport: any CallTransport) {
        self.transport = transport
    }

    /// Buys a subscription: so many licences of a plan.
    package func createSubscription(
        _ request: CreateSubscriptionRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> CreateSubscriptionResponse {
        try await transport.unary(SubscriptionServiceMethods.createSubscription, request, options)
    }

    /// Changes a subscription's plan, its number of licences, or both. Who has one of its licences has the new plan when
    /// this has answered (rule D17). Refused for fewer licences than are assigned.
    package func updateSubscription(
        _ request: UpdateSubscriptionRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> UpdateSubscriptionResponse {
        try await transport.unary(SubscriptionServiceMethods.updateSubscription, request, options)
    }

    /// Ends a subscription, for good. When this has answered, nobody has its plan any more (rule D17); its licences are
    /// freed within seconds, each with an event.
    package func cancelSubscription(
        _ request: CancelSubscriptionRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> CancelSubscriptionResponse {
        try await transport.unary(SubscriptionServiceMethods.cancelSubscription, request, options)
    }

    /// Returns one subscription.
    package func getSubscription(
        _ request: GetSubscriptionRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> GetSubscriptionResponse {
        try await transport.unary(SubscriptionServiceMethods.getSubscription, request, options)
    }

    /// Lists an organization's subscriptions, by id.
    package func listSubscriptions(
        _ request: ListSubscriptionsRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> ListSubscriptionsResponse {
        try await transport.unary(SubscriptionServiceMethods.listSubscriptions, request, options)
    }
}
