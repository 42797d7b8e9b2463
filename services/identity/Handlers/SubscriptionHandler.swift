internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import RPC
internal import SQL

/// What an organization has bought (A6).
struct SubscriptionHandler: SubscriptionService {
    let identity: Identity

    func createSubscription(
        _ request: CreateSubscriptionRequest, _ call: Call
    ) throws(Status) -> Answer<CreateSubscriptionResponse> {
        identity.changing(request, call) { write, administration in
            let wanted = request.subscription ?? Subscription()
            try Field.required(wanted.organizationId, "subscription.organization_id")
            try wanted.requireTerms()
            let organization = administration.organization.id
            if !wanted.tenantId.isEmpty { _ = try write.tx.tenant(wanted.tenantId, of: organization) }
            let subscription = try write.tx.insert(
                Subscription(
                    id: write.id("sub"), organizationId: organization, tenantId: wanted.tenantId, plan: wanted.plan,
                    licenceCount: wanted.licenceCount, state: .active,
                    createTime: Timestamp(microsecondsSince1970: write.tx.now)))
            try write.report(nil, subscription)
            return CreateSubscriptionResponse(subscription: subscription)
        }
    }

    /// One row, whoever has its licences: their plan is read from it, here and by followers (D17).
    func updateSubscription(
        _ request: UpdateSubscriptionRequest, _ call: Call
    ) throws(Status) -> Answer<UpdateSubscriptionResponse> {
        identity.changing(request, call) { write, administration in
            let wanted = request.subscription ?? Subscription()
            try Field.required(wanted.id, "subscription.id")
            let paths = try Field.mask(request.updateMask, of: ["plan", "licence_count"])
            let before = try write.changing(write.tx.subscription(wanted.id, of: administration.organization.id))
            try Selectors(chosen: "subscription.id")
                .expect("subscription.organization_id", wanted.organizationId, is: before.organizationId)
            var changed = before
            if paths.contains("plan") { changed.plan = wanted.plan }
            if paths.contains("licence_count") { changed.licenceCount = wanted.licenceCount }
            try changed.requireTerms()
            if write.differences(before, changed).isEmpty {
                return UpdateSubscriptionResponse(subscription: before, unchanged: true)
            }
            _ = try before.licensing.changed(plan: changed.plan, count: Int(changed.licenceCount))
            let subscription = try write.tx.update(changed)
            try write.report(before, subscription)
            return UpdateSubscriptionResponse(subscription: subscription)
        }
    }

    /// Its state takes the plan from everybody at once; the licences go behind it, in slices: see `freeLicences`.
    func cancelSubscription(
        _ request: CancelSubscriptionRequest, _ call: Call
    ) throws(Status) -> Answer<CancelSubscriptionResponse> {
        identity.changing(request, call) { [identity] write, administration in
            let before = try write.changing(write.tx.subscription(request.subscriptionId, of: administration.organization.id))
            if before.state == .cancelled { return CancelSubscriptionResponse(subscription: before, unchanged: true) }
            var cancelled = before
            cancelled.state = .cancelled
            cancelled.cancelTime = Timestamp(microsecondsSince1970: write.tx.now)
            let subscription = try write.tx.update(cancelled)
            try write.report(before, subscription)
            if before.assignedCount > 0 { try identity.freeLicences(of: subscription, write.tx) }
            return CancelSubscriptionResponse(subscription: subscription)
        }
    }

    func getSubscription(
        _ request: GetSubscriptionRequest, _ call: Call
    ) throws(Status) -> Answer<GetSubscriptionResponse> {
        identity.reading(request, call) { connection, reader in
            GetSubscriptionResponse(
                subscription: try connection.subscription(request.subscriptionId, of: reader.organizationID))
        }
    }

    func listSubscriptions(
        _ request: ListSubscriptionsRequest, _ call: Call
    ) throws(Status) -> Answer<ListSubscriptionsResponse> {
        identity.listing(request, call) { connection, _, page in
            let found = try connection.subscriptions(
                of: OrganizationID(request.organizationId), state: request.state, after: page.after, limit: page.rows)
            let (shown, next) = page.cut(found, \.id)
            return ListSubscriptionsResponse(subscriptions: shown, nextPageToken: next)
        }
    }
}

extension Connection {
    /// A subscription of the organization.
    func subscription(_ id: String, of organization: String) throws -> Subscription {
        try subscription(SubscriptionID(id)).found(in: organization)
    }
}

extension Subscription {
    /// The contract takes a message without them, since an update need not name both.
    fileprivate func requireTerms() throws(Refusal) {
        try Field.required(plan, "subscription.plan")
        if licenceCount == 0 { throw .missing("subscription.licence_count") }
    }
}
