import Contract
import IdentityHandlers
import Messages
import RPC

extension Installation {
    func tenant(_ name: String, of acme: Acme, externalID: String = "") async throws(Status) -> Tenant {
        let request = CreateTenantRequest(
            tenant: Tenant(organizationId: acme.id, displayName: name, externalId: externalID))
        return try await call(TenantServiceMethods.createTenant, request, as: acme.owner).tenant ?? Tenant()
    }

    func subscription(
        _ plan: String, _ count: Int32, of acme: Acme, tenant: Tenant? = nil, by administrator: Account? = nil
    ) async throws(Status) -> Subscription {
        let wanted = Subscription(
            organizationId: acme.id, tenantId: tenant?.id ?? "", plan: plan, licenceCount: count)
        let answer = try await call(
            SubscriptionServiceMethods.createSubscription, CreateSubscriptionRequest(subscription: wanted),
            as: administrator ?? acme.owner)
        return answer.subscription ?? Subscription()
    }

    @discardableResult
    func change(
        _ subscription: Subscription, plan: String? = nil, count: Int32? = nil, by administrator: Account, etag: String = ""
    ) async throws(Status) -> UpdateSubscriptionResponse {
        let wanted = Subscription(id: subscription.id, plan: plan ?? "", licenceCount: count ?? 0, etag: etag)
        let mask = FieldMask(paths: (plan == nil ? [] : ["plan"]) + (count == nil ? [] : ["licence_count"]))
        return try await call(
            SubscriptionServiceMethods.updateSubscription,
            UpdateSubscriptionRequest(subscription: wanted, updateMask: mask), as: administrator)
    }

    @discardableResult
    func cancel(_ subscription: Subscription, by administrator: Account) async throws(Status) -> CancelSubscriptionResponse {
        try await call(
            SubscriptionServiceMethods.cancelSubscription, CancelSubscriptionRequest(subscriptionId: subscription.id),
            as: administrator)
    }

    func get(_ subscription: Subscription, by reader: Account) async throws(Status) -> Subscription {
        let request = GetSubscriptionRequest(subscriptionId: subscription.id)
        return try await call(SubscriptionServiceMethods.getSubscription, request, as: reader).subscription ?? Subscription()
    }

    @discardableResult
    func license(
        _ account: Account, _ subscription: Subscription, by administrator: Account, etag: String = "",
        validateOnly: Bool = false
    ) async throws(Status) -> AssignLicenceResponse {
        try await call(
            LicenceServiceMethods.assignLicence,
            AssignLicenceRequest(
                accountId: account.id, subscriptionId: subscription.id, validateOnly: validateOnly, etag: etag),
            as: administrator)
    }

    @discardableResult
    func unlicense(
        _ account: Account, _ subscription: Subscription, by administrator: Account
    ) async throws(Status) -> UnassignLicenceResponse {
        try await call(
            LicenceServiceMethods.unassignLicence,
            UnassignLicenceRequest(accountId: account.id, subscriptionId: subscription.id), as: administrator)
    }

    func licences(
        of acme: Acme, _ subscription: Subscription? = nil, account: Account? = nil, by reader: Account? = nil
    ) async throws(Status) -> [Licence] {
        let request = ListLicencesRequest(
            organizationId: acme.id, subscriptionId: subscription?.id ?? "", accountId: account?.id ?? "", pageSize: 1000)
        return try await call(LicenceServiceMethods.listLicences, request, as: reader ?? acme.owner).licences
    }

    /// As GetAccount shows it.
    func plan(of account: Account, by reader: Account) async throws(Status) -> String {
        let request = GetAccountRequest(key: .accountId(account.id))
        return try await call(AccountServiceMethods.getAccount, request, as: reader).account?.plan ?? ""
    }
}
