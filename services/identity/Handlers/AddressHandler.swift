internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import RPC

/// Addresses of accounts: aliases, and which one is the primary (B5, C6).
struct AddressHandler: AddressService {
    let identity: Identity

    func addAlias(_ request: AddAliasRequest, _ call: Call) throws(Status) -> Answer<AddAliasResponse> {
        identity.changing(request, call) { [identity] write, administration in
            let alias = try EmailAddress(request.alias, field: "alias")
            let before = try administration.addressed(request.accountId)
            let addresses = try before.addresses.adding(alias)
            if addresses == before.addresses { return AddAliasResponse(account: before, unchanged: true) }
            try identity.judge(alias, for: administration.administrator.organization, field: "alias", write.tx)
            let account = try write.store(addresses, of: before)
            try write.report(before, account) { $0.tell(.alias, "", alias.text, of: account) }
            return AddAliasResponse(account: account)
        }
    }

    func removeAlias(_ request: RemoveAliasRequest, _ call: Call) throws(Status) -> Answer<RemoveAliasResponse> {
        identity.changing(request, call) { write, administration in
            let before = try administration.addressed(request.accountId)
            let key = EmailAddress.key(request.alias)
            let addresses = try before.addresses.removing(key)
            guard let alias = before.addresses.alias(key) else {
                return RemoveAliasResponse(account: before, unchanged: true)
            }
            let account = try write.store(addresses, of: before)
            try write.report(before, account) { $0.tell(.alias, alias, "", of: account) }
            return RemoveAliasResponse(account: account)
        }
    }

    /// Both accounts change in one transaction, which followers apply as one: the alias never names both (D17).
    func moveAlias(_ request: MoveAliasRequest, _ call: Call) throws(Status) -> Answer<MoveAliasResponse> {
        identity.changing(request, call) { write, administration in
            let gaining = try administration.addressed(request.accountId)
            let key = EmailAddress.key(request.alias)
            if gaining.addresses.alias(key) != nil { return MoveAliasResponse(account: gaining, unchanged: true) }
            let losing = try administration.holder(of: key)
            guard let alias = losing.addresses.alias(key) else { throw AccountAddresses.primaryIsNoAlias }
            let lost = try write.store(losing.addresses.removing(key), of: losing)
            let gained = try write.store(gaining.addresses.adding(EmailAddress(alias)), of: gaining)
            try write.report(gaining, gained) {
                $0.tell(.alias, "", alias, of: gained)
                $0.change("alias_of", from: lost.id, to: gained.id)
            }
            try write.report(losing, lost) {
                $0.action = .accountAliasRemoved
                $0.target = EventTarget(id: lost.id, resourceType: "account", subjectId: lost.id)
                $0.tell(.alias, alias, "", of: lost)
                $0.change("alias_of", from: lost.id, to: gained.id)
            }
            return MoveAliasResponse(account: gained, previousAccount: lost)
        }
    }

    func changePrimaryAddress(
        _ request: ChangePrimaryAddressRequest, _ call: Call
    ) throws(Status) -> Answer<ChangePrimaryAddressResponse> {
        identity.changing(request, call) { [identity] write, administration in
            let primary = try EmailAddress(request.address, field: "address")
            let before = try administration.addressed(request.accountId)
            let addresses = try before.addresses.changingPrimary(to: primary)
            if addresses == before.addresses { return ChangePrimaryAddressResponse(account: before, unchanged: true) }
            if !before.addresses.contains(primary.key) {
                try identity.judge(primary, for: administration.administrator.organization, field: "address", write.tx)
            }
            let account = try write.store(addresses, of: before)
            try write.report(before, account) { event in
                let (was, became) = (before.addresses.alias(primary.key), account.addresses.alias(before.addresses.primaryKey))
                event.tell(.alias, was ?? "", became ?? "", of: account)
            }
            return ChangePrimaryAddressResponse(account: account)
        }
    }

    func listAddresses(_ request: ListAddressesRequest, _ call: Call) throws(Status) -> Answer<ListAddressesResponse> {
        identity.listing(request, call) { connection, _, page in
            let domain = request.domainName.isEmpty ? "" : try DomainClaim(request.domainName, field: "domain_name").name
            let found = try connection.addresses(
                of: OrganizationID(request.organizationId),
                account: request.accountId.isEmpty ? nil : AccountID(request.accountId), domain: domain, after: page.after,
                limit: page.rows)
            let (shown, next) = page.cut(found, \.key)
            return ListAddressesResponse(addresses: shown, nextPageToken: next)
        }
    }
}
