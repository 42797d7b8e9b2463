internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import RPC

/// Accounts. Each use case that changes something has its own file.
struct AccountHandler: AccountService {
    let identity: Identity

    func getAccount(_ request: GetAccountRequest, _ call: Call) throws(Status) -> Answer<GetAccountResponse> {
        identity.reading(request, call) { connection, reader in
            let named: Account? =
                switch request.key {
                case .accountId(let id): try connection.account(AccountID(id))
                case .address(let address): try connection.account(addressKey: EmailAddress.key(address))
                case nil: nil
                }
            var found = try named.found(in: reader.organizationID)
            found.plan = try connection.licence(of: AccountID(found.id))?.plan ?? ""
            return GetAccountResponse(account: found)
        }
    }

    func listAccounts(_ request: ListAccountsRequest, _ call: Call) throws(Status) -> Answer<ListAccountsResponse> {
        identity.listing(request, call) { connection, reader, page in
            try Field.names(
                request.accountIds.count + request.addresses.count + request.externalIds.count, "external_ids")
            let organization = OrganizationID(request.organizationId)
            if !request.unitId.isEmpty { _ = try connection.unit(request.unitId, of: organization) }
            let found =
                if request.namesNone, !request.unitId.isEmpty {
                    try connection.accounts(
                        of: UnitID(request.unitId), type: request.accountType, state: request.state, after: page.after,
                        limit: page.rows)
                } else if request.namesNone {
                    try connection.accounts(
                        of: organization, type: request.accountType, state: request.state, after: page.after,
                        limit: page.rows)
                } else {
                    page.rest(
                        of: try connection.accounts(
                            of: organization, ids: request.accountIds,
                            addressKeys: request.addresses.map { EmailAddress.key($0) }, externalIDs: request.externalIds
                        ).filter { request.admits($0) }, \.id)
                }
            let (shown, next) = page.cut(found, \.id)
            return ListAccountsResponse(accounts: shown, nextPageToken: next)
        }
    }
}

extension ListAccountsRequest {
    /// It asks for all.
    fileprivate var namesNone: Bool { accountIds.isEmpty && addresses.isEmpty && externalIds.isEmpty }

    fileprivate func admits(_ account: Account) -> Bool {
        (accountType == .unspecified || account.accountType == accountType)
            && (state == .unspecified || account.state == state)
            && (unitId.isEmpty || account.unitId == unitId)
    }
}
