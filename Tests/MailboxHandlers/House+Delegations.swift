import Contract
import Messages
import RPC
import SQL

extension House {
    @discardableResult
    func update(
        _ mailbox: Int, _ grantee: String, _ paths: String..., by admin: Int = 30,
        _ change: (inout UpdateDelegationRequest) -> Void = { _ in }
    ) async throws(Status) -> UpdateDelegationResponse {
        var request = UpdateDelegationRequest(
            delegation: Delegation(id: try await id(of: mailbox, to: grantee)), updateMask: FieldMask(paths: paths))
        change(&request)
        return try await call(DelegationServiceMethods.updateDelegation, request, as: acc(admin))
    }

    @discardableResult
    func freeze(
        _ mailbox: Int, _ grantee: String, by admin: Int = 30, _ change: (inout FreezeDelegationRequest) -> Void = { _ in }
    ) async throws(Status) -> FreezeDelegationResponse {
        var request = FreezeDelegationRequest(mailboxId: mbx(mailbox), granteeId: grantee)
        change(&request)
        return try await call(DelegationServiceMethods.freezeDelegation, request, as: acc(admin))
    }

    @discardableResult
    func unfreeze(
        _ mailbox: Int, _ grantee: String, by admin: Int = 30, _ change: (inout UnfreezeDelegationRequest) -> Void = { _ in }
    ) async throws(Status) -> UnfreezeDelegationResponse {
        var request = UnfreezeDelegationRequest(mailboxId: mbx(mailbox), granteeId: grantee)
        change(&request)
        return try await call(DelegationServiceMethods.unfreezeDelegation, request, as: acc(admin))
    }

    func delegates(
        _ mailbox: Int, flatten: Bool = false, by reader: Int = 30
    ) async throws(Status) -> [Delegate] {
        try await call(
            DelegationServiceMethods.listDelegates, ListDelegatesRequest(mailboxId: mbx(mailbox), flatten: flatten),
            as: acc(reader)
        ).delegates
    }

    /// As a Full admin of the mailbox's organization sees it; one that is not there is none's.
    private func id(of mailbox: Int, to grantee: String) async throws(Status) -> String {
        try await delegates(mailbox).compactMap(\.delegation).first { $0.granteeId == grantee }?.id
            ?? "dlg_00000000000000000000000000"
    }

    /// Identity says of some policies that they are on; of all others what it says by default.
    func decide(_ change: (inout OrganizationPolicies) -> Void) async throws {
        var policies = OrganizationPolicies(
            guardAdministrators: .on, ownerGrants: .off, allOrNothing: .off, setUpManagesAccess: .off,
            setupNeedsOperations: .on, commonGroup: .off, sharingDefault: .on, noDisplayedSender: .off)
        change(&policies)
        try await say([House.policies(policies)])
    }

    static func holding(_ holder: String, _ operation: SystemOperation, gone: Bool = false) -> ChangeRecord {
        let value = SystemOperationHolding(organizationId: org(1), holderId: holder, operation: operation)
        return ChangeRecord(
            organization: org(1), id: "\(holder)/\(operation.shortName.lowercased())", type: SystemOperationHolding.name,
            value: gone ? [] : value.encoded(), deleted: gone)
    }

    /// Both system operations.
    func giveOperations(to holder: String) async throws {
        try await say([
            Self.holding(holder, .sharedAccountSetup), Self.holding(holder, .sharedMailboxSynchronization),
        ])
    }
}
