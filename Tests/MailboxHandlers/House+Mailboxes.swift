import Contract
import MailboxHandlers
import MailboxStorage
import Messages
import RPC
import SQL

extension House {
    /// By the owner, unless said otherwise.
    @discardableResult
    func register(
        _ address: String, for owner: Int, by account: Int? = nil, _ change: (inout RegisterMailboxRequest) -> Void = { _ in }
    ) async throws(Status) -> Messages.Mailbox {
        var request = RegisterMailboxRequest(ownerId: acc(owner), address: address, displayName: "Shop")
        change(&request)
        return try await call(MailboxServiceMethods.registerMailbox, request, as: acc(account ?? owner)).mailbox
            ?? Messages.Mailbox()
    }

    @discardableResult
    func transfer(
        _ mailbox: Messages.Mailbox, to owner: Int, by account: Int, _ change: (inout TransferMailboxRequest) -> Void = { _ in }
    ) async throws(Status) -> TransferMailboxResponse {
        var request = TransferMailboxRequest(mailboxId: mailbox.id, ownerId: acc(owner))
        change(&request)
        return try await call(MailboxServiceMethods.transferMailbox, request, as: acc(account))
    }

    @discardableResult
    func unregister(
        _ mailbox: Messages.Mailbox, by account: Int, _ change: (inout UnregisterMailboxRequest) -> Void = { _ in }
    ) async throws(Status) -> UnregisterMailboxResponse {
        var request = UnregisterMailboxRequest(mailboxId: mailbox.id)
        change(&request)
        return try await call(MailboxServiceMethods.unregisterMailbox, request, as: acc(account))
    }

    /// `change`: of the mailbox in the request.
    @discardableResult
    func rename(
        _ mailbox: Messages.Mailbox, _ name: String, by account: Int, _ change: (inout Messages.Mailbox) -> Void = { _ in }
    ) async throws(Status) -> UpdateMailboxResponse {
        var wanted = Messages.Mailbox(id: mailbox.id, displayName: name)
        change(&wanted)
        return try await call(
            MailboxServiceMethods.updateMailbox,
            UpdateMailboxRequest(mailbox: wanted, updateMask: FieldMask(paths: ["display_name"])), as: acc(account))
    }

    /// Gives somebody a system operation.
    func hold(_ operation: Messages.SystemOperation, _ holder: String) async throws {
        let holding = SystemOperationHolding(organizationId: org(1), holderId: holder, operation: operation)
        try await say([
            ChangeRecord(
                organization: org(1), id: "\(holder)/\(operation.shortName.lowercased())", type: SystemOperationHolding.name,
                value: holding.encoded())
        ])
    }

    func registered(of organization: Int = 1, by account: Int = 30) async throws(Status) -> [Messages.Mailbox] {
        try await call(
            MailboxServiceMethods.listRegisteredMailboxes, ListRegisteredMailboxesRequest(organizationId: org(organization)),
            as: acc(account)
        ).mailboxes
    }

    /// Asks whether somebody may open a mailbox.
    func reason(_ account: Int, _ mailbox: CheckRequest.Mailbox) async throws(Status) -> DecisionReason {
        try await call(
            AccessServiceMethods.check, CheckRequest(account: .accountId(acc(account)), mailbox: mailbox, right: .open)
        ).reason
    }

    /// How many registrations, and mailboxes that are gone, identity may keep an address of without need.
    func pending() async throws -> Int { try await store.read { try $0.pendingAddresses(after: nil, limit: 1000).count } }

    /// Policies under which who acts for itself needs nothing.
    func decideNothing(sharing: PolicySwitch = .on) async throws {
        try await say([House.policies(OrganizationPolicies(setupNeedsOperations: .off, sharingDefault: sharing))])
    }
}
