import Contract
import Messages
import RPC

@testable import MailboxHandlers

extension House {
    /// By the Full admin, unless said otherwise.
    @discardableResult
    func offboard(
        _ account: Int, by admin: Int = 30, _ change: (inout OffboardAccountRequest) -> Void = { _ in }
    ) async throws(Status) -> Offboarding {
        var request = OffboardAccountRequest(accountId: acc(account))
        change(&request)
        return try await call(OffboardingServiceMethods.offboardAccount, request, as: acc(admin)).offboarding ?? Offboarding()
    }

    func offboarding(_ id: String) async throws(Status) -> Offboarding {
        try await call(
            OffboardingServiceMethods.getOffboarding, GetOffboardingRequest(offboardingId: id), as: acc(30)
        ).offboarding ?? Offboarding()
    }

    /// As the server's task does, once identity has told of the suspension.
    func carryOut(_ offboarding: Offboarding) async throws {
        guard let number = (1...5).first(where: { acc($0) == offboarding.accountId }) else { return }
        try await say([House.account(number, .user, .suspended, in: 1)])
        try await mailboxes.carryOut(offboarding.id)
    }
}
