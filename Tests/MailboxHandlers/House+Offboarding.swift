import Contract
import MailboxHandlers
import Messages
import RPC

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
}
