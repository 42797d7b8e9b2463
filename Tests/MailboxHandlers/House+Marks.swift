import Contract
import MailboxStorage
import Messages
import RPC

@testable import MailboxHandlers

extension House {
    /// The rows that marks have taken away go, as the server's loop has them removed.
    func removeMarked() async throws {
        while mailboxes.marks.count > 0 {
            var stream = mailboxes.marks.stream.makeAsyncIterator()
            guard let mark = await stream.next() else { return }
            try await mailboxes.removeDelegations(takenBy: mark)
            mailboxes.marks.done()
        }
    }

    @discardableResult
    func revokeAll(
        of mailbox: Int, by admin: Int = 30, _ change: (inout RevokeMailboxDelegationsRequest) -> Void = { _ in }
    ) async throws(Status) -> RevokeMailboxDelegationsResponse {
        var request = RevokeMailboxDelegationsRequest(mailboxId: mbx(mailbox))
        change(&request)
        return try await call(DelegationServiceMethods.revokeMailboxDelegations, request, as: acc(admin))
    }

    @discardableResult
    func revokeAll(
        to grantee: String, by admin: Int = 30, _ change: (inout RevokeGranteeDelegationsRequest) -> Void = { _ in }
    ) async throws(Status) -> RevokeGranteeDelegationsResponse {
        var request = RevokeGranteeDelegationsRequest(granteeId: grantee)
        change(&request)
        return try await call(DelegationServiceMethods.revokeGranteeDelegations, request, as: acc(admin))
    }
}
