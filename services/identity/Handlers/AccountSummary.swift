internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import RPC
internal import SQL

extension AccountHandler {
    /// As many groups as a page for people shows.
    private static let groupsMax = 100

    func getAccountSummary(
        _ request: GetAccountSummaryRequest, _ call: Call
    ) throws(Status) -> Answer<GetAccountSummaryResponse> {
        identity.reading(request, call) { [identity] connection, reader in
            let id = AccountID(request.accountId)
            let account = try connection.account(id).found(in: reader.organizationID)
            let now = identity.clock().latest
            var shown = GetAccountSummaryResponse(
                account: account, assignments: try connection.assignments(of: id),
                groupCount: Int32(try connection.groupCount(of: id.text, at: now)),
                licence: try connection.licence(of: id),
                sessionCount: Int32(identity.index.sessionCount(of: id, now: now)))
            for group in try connection.groups(of: id.text, at: now, limit: Self.groupsMax) {
                guard let found = try connection.group(group), let membership = try connection.member(id.text, of: group)
                else { continue }
                shown.groups.append(found)
                shown.memberships.append(membership)
            }
            return shown
        }
    }
}
