// Generated from mandate/identity/v1/subscription.proto by proto/generate. Do not edit.

package import Messages

extension CreateSubscriptionRequest: ChangeRequest {
    package var justification: String { "" }
    package var etag: String { "" }
    package var occurrence: Occurrence {
        Occurrence(
            .subscriptionCreated,
            "subscription",
            requestID: requestId,
            validateOnly: validateOnly)
    }
    package var organizationNamed: String {
        subscription?.organizationId ?? ""
    }
}

extension CreateSubscriptionResponse: ChangeAnswer {
    package var unchanged: Bool { false }
}

extension UpdateSubscriptionRequest: ChangeRequest {
    package var justification: String { "" }
    package var etag: String { subscription?.etag ?? "" }
    package var occurrence: Occurrence {
        Occurrence(
            .subscriptionUpdated,
            "subscription",
            subscription?.id ?? "",
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension UpdateSubscriptionResponse: ChangeAnswer {}

extension CancelSubscriptionRequest: ChangeRequest {
    package static var takesAway: Bool { true }
    package var occurrence: Occurrence {
        Occurrence(
            .subscriptionCancelled,
            "subscription",
            subscriptionId,
            justification: justification,
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension CancelSubscriptionResponse: ChangeAnswer {}

extension GetSubscriptionRequest: LoggedRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .subscriptionRead,
            "subscription",
            subscriptionId)
    }
}

extension ListSubscriptionsRequest: PagedRequest {}

extension ListSubscriptionsRequest: LoggedRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .subscriptionListed,
            "organization",
            organizationId)
    }
    package var organizationNamed: String {
        organizationId
    }
}
