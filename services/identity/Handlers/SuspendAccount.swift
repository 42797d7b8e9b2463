internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import RPC

extension AccountHandler {
    /// Suspends an account and ends its sessions in one transaction (B3). When this has answered, no follower allows on
    /// the old state (D17).
    ///
    /// Who is suspended already is suspended as this request says. Since when stays, but where it takes an end off: then B4
    /// counts from now.
    func suspendAccount(
        _ request: SuspendAccountRequest, _ call: Call
    ) throws(Status) -> Answer<SuspendAccountResponse> {
        identity.changing(request, call) { [identity] write, administration in
            let wanted = try Suspension(request)
            let before = try administration.account(request.accountId)
            let transition = try write.tx.standing(of: before).suspended(
                by: administration.administrator, rolesEnabled: administration.organization.rolesEnabled,
                fullAdmins: administration.fullAdmins)
            if transition.unchanged {
                if before.suspension == wanted { return SuspendAccountResponse(account: before, unchanged: true) }
                try wanted.judge(now: write.tx.now)
                return SuspendAccountResponse(account: try identity.changeSuspension(of: before, wanted, write))
            }
            try wanted.judge(now: write.tx.now)
            let ended = try write.tx.deleteSessions(of: AccountID(before.id))
            let account = try write.store(transition, of: before, suspension: wanted) {
                $0.change("sessions", from: "\(ended)", to: "0")
            }
            try identity.keepTimes(of: account, write.tx)
            return SuspendAccountResponse(account: account, warnings: transition.warnings)
        }
    }

    /// Ends a suspension. The account's grants count again; its sessions do not come back (B3).
    func reactivateAccount(
        _ request: ReactivateAccountRequest, _ call: Call
    ) throws(Status) -> Answer<ReactivateAccountResponse> {
        identity.changing(request, call) { [identity] write, administration in
            let before = try administration.account(request.accountId)
            let transition = try write.tx.standing(of: before).reactivated(by: administration.administrator)
            let account = try write.store(transition, of: before)
            if !transition.unchanged { try identity.keepTimes(of: account, write.tx) }
            return ReactivateAccountResponse(account: account, unchanged: transition.unchanged)
        }
    }
}

extension Identity {
    fileprivate func changeSuspension(of before: Account, _ wanted: Suspension, _ write: Write) throws -> Account {
        var account = before
        account.suspension = wanted
        if wanted.countsAnew(after: before.suspension) {
            account.suspendTime = Timestamp(microsecondsSince1970: write.tx.now)
        }
        account = try write.tx.update(account)
        try write.report(before, account) { $0.action = .accountSuspensionChanged }
        try keepTimes(of: account, write.tx)
        return account
    }
}

extension Suspension {
    fileprivate init(_ request: SuspendAccountRequest) throws(Refusal) {
        self.init(reason: Reason(rawValue: Int64(request.reason.rawValue)) ?? .other)
        guard let end = request.endTime else { return }
        guard let micros = end.microsecondsSince1970 else { throw .invalid("end_time", "it is no time") }
        endTime = micros
    }
}
