// Generated from mandate/identity/v1/subscription.proto by proto/generate. Do not edit.

internal import Messages

extension Subscription: Shown, Listed {
    static var columns: [Column] {
        [
            ("subscription", { $0.id }),
            ("tenant", { $0.tenantId }),
            ("plan", { $0.plan }),
            ("licence count", { $0.licenceCount.text }),
            ("assigned count", { $0.assignedCount.text }),
            ("state", { $0.state.word }),
        ]
    }

    var lines: [Line] {
        [
            ("subscription", id),
            ("organization", organizationId),
            ("tenant", tenantId),
            ("plan", plan),
            ("licence count", licenceCount.text),
            ("assigned count", assignedCount.text),
            ("state", state.word),
            ("created", createTime?.text ?? ""),
            ("cancel time", cancelTime?.text ?? ""),
            ("etag", etag),
        ]
    }
}

extension CreateSubscriptionResponse: Shown {
    var lines: [Line] {
        (subscription?.lines ?? []) + [("event", eventId)]
    }
}

extension UpdateSubscriptionResponse: Shown {
    var lines: [Line] {
        (subscription?.lines ?? [])
            + [
                ("changed", unchanged ? "nothing: there was nothing to do" : "yes"),
                ("event", eventId),
            ]
    }
}

extension CancelSubscriptionResponse: Shown {
    var lines: [Line] {
        (subscription?.lines ?? [])
            + [
                ("changed", unchanged ? "nothing: it was cancelled before" : "yes"),
                ("event", eventId),
            ]
    }
}

extension GetSubscriptionResponse: Shown {
    var lines: [Line] {
        subscription?.lines ?? []
    }
}

extension ListSubscriptionsRequest: PageRequest {}

extension ListSubscriptionsResponse: ListPage {
    static var rowsName: String { "subscriptions" }
    var rows: [Subscription] { subscriptions }
}
