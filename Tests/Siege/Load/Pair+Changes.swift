internal import Contract
internal import Messages

extension Pair {
    typealias Request = (path: String, message: [UInt8])

    /// The call that lets the account in, or keeps it out. `registered`: the mailbox that the last one has registered.
    func change(to allowed: Bool, registered: String, requestID: String) -> Request {
        switch kind {
        case .grant, .freeze: delegation(allowed, requestID)
        case .sharing, .transfer, .register: box(allowed, registered, requestID)
        case .suspend, .member, .common, .alias, .operation: person(allowed, requestID)
        case .plan, .policy: decided(allowed, requestID)
        }
    }

    private func delegation(_ allowed: Bool, _ requestID: String) -> Request {
        typealias Methods = DelegationServiceMethods
        return switch (kind, allowed) {
        case (.freeze, true):
            (
                Methods.unfreezeDelegation.descriptor.path,
                UnfreezeDelegationRequest(mailboxId: mailbox, granteeId: account, requestId: requestID).encoded()
            )
        case (.freeze, false):
            (
                Methods.freezeDelegation.descriptor.path,
                FreezeDelegationRequest(mailboxId: mailbox, granteeId: account, requestId: requestID).encoded()
            )
        case (_, true):
            (
                Methods.grantDelegation.descriptor.path,
                GrantDelegationRequest(mailboxId: mailbox, granteeId: account, rights: [.open], requestId: requestID).encoded()
            )
        case (_, false):
            (
                Methods.revokeDelegation.descriptor.path,
                RevokeDelegationRequest(mailboxId: mailbox, granteeId: account, requestId: requestID).encoded()
            )
        }
    }

    private func box(_ allowed: Bool, _ registered: String, _ requestID: String) -> Request {
        typealias Methods = MailboxServiceMethods
        return switch (kind, allowed) {
        case (.sharing, _):
            (
                Methods.updateMailboxSettings.descriptor.path,
                UpdateMailboxSettingsRequest(
                    mailboxSettings: MailboxSettings(mailboxId: mailbox, allowSharedAccess: allowed ? .on : .off),
                    updateMask: FieldMask(paths: ["allow_shared_access"]), requestId: requestID
                ).encoded()
            )
        case (.transfer, _):
            (
                Methods.transferMailbox.descriptor.path,
                TransferMailboxRequest(mailboxId: mailbox, ownerId: allowed ? account : other, requestId: requestID).encoded()
            )
        case (_, true):
            (
                Methods.registerMailbox.descriptor.path,
                RegisterMailboxRequest(ownerId: account, address: other, displayName: "Siege", requestId: requestID).encoded()
            )
        case (_, false):
            (
                Methods.unregisterMailbox.descriptor.path,
                UnregisterMailboxRequest(mailboxId: registered, requestId: requestID).encoded()
            )
        }
    }

    private func person(_ allowed: Bool, _ requestID: String) -> Request {
        switch (kind, allowed) {
        case (.suspend, true):
            (
                AccountServiceMethods.reactivateAccount.descriptor.path,
                ReactivateAccountRequest(accountId: account, requestId: requestID).encoded()
            )
        case (.suspend, false):
            (
                AccountServiceMethods.suspendAccount.descriptor.path,
                SuspendAccountRequest(accountId: account, requestId: requestID).encoded()
            )
        case (.alias, _):
            (
                AddressServiceMethods.moveAlias.descriptor.path,
                MoveAliasRequest(
                    accountId: allowed ? account : otherAndAlias.account, alias: otherAndAlias.alias, requestId: requestID
                ).encoded()
            )
        case (.operation, true):
            (
                SystemOperationServiceMethods.grantSystemOperation.descriptor.path,
                GrantSystemOperationRequest(
                    holderId: account, operation: .sharedMailboxSynchronization, requestId: requestID
                ).encoded()
            )
        case (.operation, false):
            (
                SystemOperationServiceMethods.revokeSystemOperation.descriptor.path,
                RevokeSystemOperationRequest(
                    holderId: account, operation: .sharedMailboxSynchronization, requestId: requestID
                ).encoded()
            )
        case (_, true):
            (
                GroupServiceMethods.addGroupMember.descriptor.path,
                AddGroupMemberRequest(groupId: other, memberId: account, requestId: requestID).encoded()
            )
        case (_, false):
            (
                GroupServiceMethods.removeGroupMember.descriptor.path,
                RemoveGroupMemberRequest(groupId: other, memberId: account, requestId: requestID).encoded()
            )
        }
    }

    /// Nobody of the owners has a licence of what `ultra` asks for.
    private func decided(_ allowed: Bool, _ requestID: String) -> Request {
        switch kind {
        case .plan:
            (
                SubscriptionServiceMethods.updateSubscription.descriptor.path,
                UpdateSubscriptionRequest(
                    subscription: Subscription(id: other, plan: allowed ? "pro" : "free"),
                    updateMask: FieldMask(paths: ["plan"]), requestId: requestID
                ).encoded()
            )
        default:
            (
                PolicyServiceMethods.updatePolicies.descriptor.path,
                UpdatePoliciesRequest(
                    policies: OrganizationPolicies(
                        organizationId: other, ownerPlans: PolicyNames(names: allowed ? [] : ["ultra"])),
                    updateMask: FieldMask(paths: ["owner_plans"]), requestId: requestID
                ).encoded()
            )
        }
    }
}
