import Contract
import IdentityHandlers
import Messages
import RPC

extension EtagTests {
    /// Of what an organization has bought.
    static let ofLicences: [Attempt] = [
        Attempt(request: UpdateTenantRequest.name, current: { $0.tenant.etag }) { (test, etag, id) throws(Status) in
            let request = UpdateTenantRequest(
                tenant: Tenant(id: test.tenant.id, displayName: "Renamed", etag: etag),
                updateMask: FieldMask(paths: ["display_name"]), requestId: id)
            _ = try await test.call(TenantServiceMethods.updateTenant, request)
        },
        Attempt(request: DeleteTenantRequest.name, current: { $0.tenant.etag }) { (test, etag, id) throws(Status) in
            let request = DeleteTenantRequest(tenantId: test.tenant.id, requestId: id, etag: etag)
            _ = try await test.call(TenantServiceMethods.deleteTenant, request)
        },
        Attempt(request: UpdateSubscriptionRequest.name, current: { $0.subscription.etag }) { (test, etag, id) throws(Status) in
            let request = UpdateSubscriptionRequest(
                subscription: Subscription(id: test.subscription.id, plan: "ultra", etag: etag),
                updateMask: FieldMask(paths: ["plan"]), requestId: id)
            _ = try await test.call(SubscriptionServiceMethods.updateSubscription, request)
        },
        Attempt(request: CancelSubscriptionRequest.name, current: { $0.subscription.etag }) { (test, etag, id) throws(Status) in
            let request = CancelSubscriptionRequest(subscriptionId: test.subscription.id, requestId: id, etag: etag)
            _ = try await test.call(SubscriptionServiceMethods.cancelSubscription, request)
        },
        // To another subscription: a licence of this one it has.
        Attempt(request: AssignLicenceRequest.name, current: { $0.licence.etag }) { (test, etag, id) throws(Status) in
            let request = AssignLicenceRequest(
                accountId: test.jo.id, subscriptionId: test.other.id, requestId: id, etag: etag)
            _ = try await test.call(LicenceServiceMethods.assignLicence, request)
        },
        Attempt(request: UnassignLicenceRequest.name, current: { $0.licence.etag }) { (test, etag, id) throws(Status) in
            let request = UnassignLicenceRequest(
                accountId: test.jo.id, subscriptionId: test.subscription.id, requestId: id, etag: etag)
            _ = try await test.call(LicenceServiceMethods.unassignLicence, request)
        },
    ]
}
