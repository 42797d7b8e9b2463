internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import RPC
internal import SQL

/// Who has the licences of a subscription (A6).
struct LicenceHandler: LicenceService {
    let identity: Identity

    /// An account has one at most. One of another subscription is moved: between two calls the account would have no plan,
    /// and what it shares would end for as long.
    func assignLicence(_ request: AssignLicenceRequest, _ call: Call) throws(Status) -> Answer<AssignLicenceResponse> {
        identity.changing(request, call) { write, administration in
            let organization = administration.organization.id
            let account = try administration.accountBeside(request.accountId)
            let subscription = try write.tx.subscription(request.subscriptionId, of: organization)
            let before = try write.changing(write.tx.licence(of: AccountID(account.id)))
            if let before, before.subscriptionId == subscription.id, subscription.state == .active {
                return AssignLicenceResponse(licence: before, unchanged: true)
            }
            try write.tx.standing(of: account).mayHaveLicence(hasOne: before != nil)
            _ = try subscription.licensing.assigned()
            let licence =
                if let before {
                    try write.tx.move(before, to: subscription)
                } else {
                    try write.tx.insert(
                        Licence(
                            id: write.id("lic"), organizationId: organization, subscriptionId: subscription.id,
                            accountId: account.id, plan: subscription.plan,
                            createTime: Timestamp(microsecondsSince1970: write.tx.now)))
                }
            try write.report(before, licence)
            return AssignLicenceResponse(licence: licence)
        }
    }

    /// Only of the subscription that is named: who was given another one meanwhile keeps that.
    func unassignLicence(
        _ request: UnassignLicenceRequest, _ call: Call
    ) throws(Status) -> Answer<UnassignLicenceResponse> {
        identity.changing(request, call) { write, administration in
            let organization = administration.organization.id
            let account = try administration.accountBeside(request.accountId)
            let subscription = try write.tx.subscription(request.subscriptionId, of: organization)
            let there = try write.changing(write.tx.licence(of: AccountID(account.id)))
            guard let licence = there, licence.subscriptionId == subscription.id else {
                return UnassignLicenceResponse(unchanged: true)
            }
            try write.tx.delete(licence)
            try write.report(licence, nil)
            return UnassignLicenceResponse()
        }
    }

    func listLicences(_ request: ListLicencesRequest, _ call: Call) throws(Status) -> Answer<ListLicencesResponse> {
        identity.listing(request, call) { connection, reader, page in
            let found = try connection.licences(request, of: reader.organizationID, page)
            let (shown, next) = page.cut(found, \.id)
            return ListLicencesResponse(licences: shown, nextPageToken: next)
        }
    }
}

extension Connection {
    /// Of what the filters name, which must be the organization's.
    fileprivate func licences(
        _ request: ListLicencesRequest, of organization: String, _ page: Page
    ) throws -> [Licence] {
        let subscription =
            request.subscriptionId.isEmpty ? nil : try self.subscription(request.subscriptionId, of: organization)
        if !request.accountId.isEmpty {
            let account = try account(AccountID(request.accountId)).found(in: organization)
            let found = try licence(of: AccountID(account.id)).map { [$0] } ?? []
            return page.rest(of: found.filter { subscription == nil || $0.subscriptionId == subscription?.id }, \.id)
        }
        if let subscription {
            return try licences(of: SubscriptionID(subscription.id), after: page.after, limit: page.rows)
        }
        return try licences(of: OrganizationID(organization), after: page.after, limit: page.rows)
    }
}
