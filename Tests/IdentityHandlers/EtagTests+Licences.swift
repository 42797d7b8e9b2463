import Contract
import IdentityHandlers
import Messages
import RPC

extension EtagTests {
    /// Of what an organization has bought.
    static let ofLicences: [Attempt] = [
        Attempt(TenantServiceMethods.updateTenant, { $0.tenant.etag }) { test, etag, id in
            UpdateTenantRequest(
                tenant: Tenant(id: test.tenant.id, displayName: "Renamed", etag: etag),
                updateMask: FieldMask(paths: ["display_name"]), requestId: id)
        },
        Attempt(TenantServiceMethods.deleteTenant, { $0.tenant.etag }) { test, etag, id in
            DeleteTenantRequest(tenantId: test.tenant.id, requestId: id, etag: etag)
        },
        Attempt(SubscriptionServiceMethods.updateSubscription, { $0.subscription.etag }) { test, etag, id in
            UpdateSubscriptionRequest(
                subscription: Subscription(id: test.subscription.id, plan: "ultra", etag: etag),
                updateMask: FieldMask(paths: ["plan"]), requestId: id)
        },
        Attempt(SubscriptionServiceMethods.cancelSubscription, { $0.subscription.etag }) { test, etag, id in
            CancelSubscriptionRequest(subscriptionId: test.subscription.id, requestId: id, etag: etag)
        },
        // To another subscription: a licence of this one it has.
        Attempt(LicenceServiceMethods.assignLicence, { $0.licence.etag }) { test, etag, id in
            AssignLicenceRequest(
                accountId: test.jo.id, subscriptionId: test.other.id, requestId: id, etag: etag)
        },
        Attempt(LicenceServiceMethods.unassignLicence, { $0.licence.etag }) { test, etag, id in
            UnassignLicenceRequest(
                accountId: test.jo.id, subscriptionId: test.subscription.id, requestId: id, etag: etag)
        },
    ]
}
