// Generated from the option log of every method and also of every service by proto/generate. Do not edit.

extension EventAction {
    /// Of InvitationService/AcceptInvitation.
    package static let accountAccepted = EventAction("account.accepted")
    /// The time after a deletion for which the account's addresses stayed taken was over: they are free.
    package static let accountAddressesReleased = EventAction("account.addresses_released")
    /// Of AddressService/AddAlias.
    package static let accountAliasAdded = EventAction("account.alias_added")
    /// Of AddressService/MoveAlias.
    package static let accountAliasMoved = EventAction("account.alias_moved")
    /// Of AddressService/RemoveAlias.
    package static let accountAliasRemoved = EventAction("account.alias_removed")
    /// Of AccountService/CreateFunctionalAccount.
    package static let accountCreated = EventAction("account.created")
    /// Of AccountService/DeleteAccount.
    package static let accountDeleted = EventAction("account.deleted")
    /// Of InvitationService/DeclineInvitation, InvitationService/DeclineOwnInvitation.
    package static let accountInvitationDeclined = EventAction("account.invitation_declined")
    /// An invitation ended without having been accepted.
    package static let accountInvitationExpired = EventAction("account.invitation_expired")
    /// Of InvitationService/ResendInvitation.
    package static let accountInvitationRenewed = EventAction("account.invitation_renewed")
    /// Of InvitationService/WithdrawInvitation.
    package static let accountInvitationWithdrawn = EventAction("account.invitation_withdrawn")
    /// Of AccountService/InviteAccount.
    package static let accountInvited = EventAction("account.invited")
    /// Of AccountService/ListAccounts.
    package static let accountListed = EventAction("account.listed")
    /// Of OffboardingService/OffboardAccount.
    package static let accountOffboarded = EventAction("account.offboarded")
    /// Of AddressService/ChangePrimaryAddress.
    package static let accountPrimaryAddressChanged = EventAction("account.primary_address_changed")
    /// Of AccountService/UpdateProfile.
    package static let accountProfileUpdated = EventAction("account.profile_updated")
    /// Of AccountService/ReactivateAccount.
    package static let accountReactivated = EventAction("account.reactivated")
    /// Of AccountService/GetAccount, AccountService/GetAccountSummary.
    package static let accountRead = EventAction("account.read")
    /// Of AccountService/SuspendAccount.
    package static let accountSuspended = EventAction("account.suspended")
    /// A suspended account was suspended again, with another end or another reason.
    package static let accountSuspensionChanged = EventAction("account.suspension_changed")
    /// A suspension reached its end, and the account is active again.
    package static let accountSuspensionEnded = EventAction("account.suspension_ended")
    /// Of AccountService/ChangeAccountType.
    package static let accountTypeChanged = EventAction("account.type_changed")
    /// Of UnitService/SetAccountUnit.
    package static let accountUnitChanged = EventAction("account.unit_changed")
    /// Of AccountService/UpdateAccount.
    package static let accountUpdated = EventAction("account.updated")
    /// Of AddressService/ListAddresses.
    package static let addressListed = EventAction("address.listed")
    /// Of InvitationService/AcceptOwnInvitation.
    package static let administratorAccepted = EventAction("administrator.accepted")
    /// Of InvitationService/InviteAdministrator.
    package static let administratorInvited = EventAction("administrator.invited")
    /// Of LogService/GetLogRoot, LogService/ProveLogConsistency, EventService/ListEvents, EventService/ProveEvent.
    package static let auditLogRead = EventAction("audit_log.read")
    /// Of EventService/WatchEvents.
    package static let auditLogWatchBegun = EventAction("audit_log.watch_begun")
    /// A watch of the log was over: how many events it was sent, and why it ended.
    package static let auditLogWatchEnded = EventAction("audit_log.watch_ended")
    /// Of BillingService/GetBillingDetails.
    package static let billingDetailsRead = EventAction("billing_details.read")
    /// Of BillingService/UpdateBillingDetails.
    package static let billingDetailsUpdated = EventAction("billing_details.updated")
    /// An operator let decisions follow a jump of the wall clock.
    package static let clockAccepted = EventAction("clock.accepted")
    /// The wall clock moved by itself.
    package static let clockJumped = EventAction("clock.jumped")
    /// What was there was granted with other rights or times.
    package static let delegationChanged = EventAction("delegation.changed")
    /// The time came at which a delegation ended.
    package static let delegationExpired = EventAction("delegation.expired")
    /// Of DelegationService/FreezeDelegation.
    package static let delegationFrozen = EventAction("delegation.frozen")
    /// Of DelegationService/GrantDelegation.
    package static let delegationGranted = EventAction("delegation.granted")
    /// Of DelegationService/ListDelegates.
    package static let delegationListed = EventAction("delegation.listed")
    /// A delegation went with what it was of: its mailbox or grantee was deleted, or all of theirs were revoked at once.
    package static let delegationRemoved = EventAction("delegation.removed")
    /// Of DelegationService/RevokeDelegation.
    package static let delegationRevoked = EventAction("delegation.revoked")
    /// The time came from which a delegation counts.
    package static let delegationStarted = EventAction("delegation.started")
    /// Of DelegationService/UnfreezeDelegation.
    package static let delegationUnfrozen = EventAction("delegation.unfrozen")
    /// Of DelegationService/UpdateDelegation.
    package static let delegationUpdated = EventAction("delegation.updated")
    /// Of DomainService/ClaimDomain.
    package static let domainClaimed = EventAction("domain.claimed")
    /// Of DomainService/ListDomains.
    package static let domainListed = EventAction("domain.listed")
    /// Of DomainService/GetDomain.
    package static let domainRead = EventAction("domain.read")
    /// Of DomainService/ReleaseDomain.
    package static let domainReleased = EventAction("domain.released")
    /// Of DomainService/VerifyDomain.
    package static let domainVerified = EventAction("domain.verified")
    /// Of DelegationService/RevokeGranteeDelegations.
    package static let granteeDelegationsRevoked = EventAction("grantee.delegations_revoked")
    /// Of GroupService/CreateGroup.
    package static let groupCreated = EventAction("group.created")
    /// Of GroupService/DeleteGroup.
    package static let groupDeleted = EventAction("group.deleted")
    /// Of GroupService/ListGroups, GroupService/ListGroupMembers.
    package static let groupListed = EventAction("group.listed")
    /// Of GroupService/AddGroupMember, GroupService/AddGroupMembers.
    package static let groupMemberAdded = EventAction("group.member_added")
    /// Who was a member was added with another end, or without one.
    package static let groupMemberChanged = EventAction("group.member_changed")
    /// The time came at which a membership ended.
    package static let groupMemberExpired = EventAction("group.member_expired")
    /// Of GroupService/RemoveGroupMember, GroupService/RemoveGroupMembers.
    package static let groupMemberRemoved = EventAction("group.member_removed")
    /// Of GroupService/SetGroupMembers.
    package static let groupMembersSet = EventAction("group.members_set")
    /// Of GroupService/GetGroup.
    package static let groupRead = EventAction("group.read")
    /// Of GroupService/UpdateGroup.
    package static let groupUpdated = EventAction("group.updated")
    /// Of InvitationService/ListInvitations.
    package static let invitationListed = EventAction("invitation.listed")
    /// Of InvitationService/GetInvitation, InvitationService/GetOwnInvitation.
    package static let invitationRead = EventAction("invitation.read")
    /// Of LicenceService/AssignLicence.
    package static let licenceAssigned = EventAction("licence.assigned")
    /// A licence went with its subscription, which was cancelled. What goes with an account its own event tells.
    package static let licenceFreed = EventAction("licence.freed")
    /// Of LicenceService/ListLicences.
    package static let licenceListed = EventAction("licence.listed")
    /// Of LicenceService/UnassignLicence.
    package static let licenceUnassigned = EventAction("licence.unassigned")
    /// A source sent other bytes under a number that the log has.
    package static let logEquivocationRefused = EventAction("log.equivocation_refused")
    /// A source sent an event behind the one that the log expects: what lies between is in no log.
    package static let logGapRefused = EventAction("log.gap_refused")
    /// A source counts anew, since its database was restored from a backup.
    package static let logSourceRestored = EventAction("log.source_restored")
    /// Of DelegationService/RevokeMailboxDelegations.
    package static let mailboxDelegationsRevoked = EventAction("mailbox.delegations_revoked")
    /// Of MailboxService/ListRegisteredMailboxes.
    package static let mailboxListed = EventAction("mailbox.listed")
    /// Of MailboxService/OpenMailbox.
    package static let mailboxOpened = EventAction("mailbox.opened")
    /// Of MailboxService/GetMailbox.
    package static let mailboxRead = EventAction("mailbox.read")
    /// Of MailboxService/RegisterMailbox.
    package static let mailboxRegistered = EventAction("mailbox.registered")
    /// Of MailboxService/GetMailboxSettings.
    package static let mailboxSettingsRead = EventAction("mailbox.settings_read")
    /// A mailbox's settings went with the mailbox.
    package static let mailboxSettingsRemoved = EventAction("mailbox.settings_removed")
    /// Of MailboxService/UpdateMailboxSettings.
    package static let mailboxSettingsUpdated = EventAction("mailbox.settings_updated")
    /// Of MailboxService/TransferMailbox.
    package static let mailboxTransferred = EventAction("mailbox.transferred")
    /// Of MailboxService/UnregisterMailbox.
    package static let mailboxUnregistered = EventAction("mailbox.unregistered")
    /// Of MailboxService/UpdateMailbox.
    package static let mailboxUpdated = EventAction("mailbox.updated")
    /// Of MailboxAddressService/ClaimMailboxAddress.
    package static let mailboxAddressClaimed = EventAction("mailbox_address.claimed")
    /// Of MailboxAddressService/ReleaseMailboxAddress.
    package static let mailboxAddressReleased = EventAction("mailbox_address.released")
    /// Everything that an offboarding was to do is done.
    package static let offboardingCompleted = EventAction("offboarding.completed")
    /// Of OffboardingService/GetOffboarding.
    package static let offboardingRead = EventAction("offboarding.read")
    /// Of OrganizationService/CreateOrganization.
    package static let organizationCreated = EventAction("organization.created")
    /// Of OrganizationService/GetOrganization, OrganizationService/GetOrganizationSummary.
    package static let organizationRead = EventAction("organization.read")
    /// Of OrganizationService/SwitchRoles.
    package static let organizationRolesSwitched = EventAction("organization.roles_switched")
    /// Of OrganizationService/UpdateOrganization.
    package static let organizationUpdated = EventAction("organization.updated")
    /// Of OwnershipService/AcceptOwnershipTransfer.
    package static let ownershipAccepted = EventAction("ownership.accepted")
    /// Of OwnershipService/DeclineOwnershipTransfer.
    package static let ownershipDeclined = EventAction("ownership.declined")
    /// An offer of ownership ended without having been accepted or declined.
    package static let ownershipExpired = EventAction("ownership.expired")
    /// The owner offered ownership to an administrator, who must accept it under policy transfer_needs_acceptance.
    package static let ownershipOffered = EventAction("ownership.offered")
    /// Of OwnershipService/TransferOwnership.
    package static let ownershipTransferred = EventAction("ownership.transferred")
    /// Of OwnershipService/WithdrawOwnershipTransfer.
    package static let ownershipWithdrawn = EventAction("ownership.withdrawn")
    /// Of OwnershipService/GetOwnershipTransfer.
    package static let ownershipTransferRead = EventAction("ownership_transfer.read")
    /// Of PolicyService/GetPolicies.
    package static let policiesRead = EventAction("policies.read")
    /// Of PolicyService/UpdatePolicies.
    package static let policiesUpdated = EventAction("policies.updated")
    /// Refusals of too many actors to count them apart.
    package static let refusalCounted = EventAction("refusal.counted")
    /// Of AdministratorService/AssignRole.
    package static let roleAssigned = EventAction("role.assigned")
    /// Of RoleService/ListRoles.
    package static let roleListed = EventAction("role.listed")
    /// Of AdministratorService/UnassignRole.
    package static let roleUnassigned = EventAction("role.unassigned")
    /// Of AdministratorService/ListRoleAssignments.
    package static let roleAssignmentListed = EventAction("role_assignment.listed")
    /// Of SessionService/CreateSession.
    package static let sessionCreated = EventAction("session.created")
    /// Of SessionService/DeleteSession.
    package static let sessionEnded = EventAction("session.ended")
    /// Somebody was refused who wanted to sign in.
    package static let sessionRefused = EventAction("session.refused")
    /// Of SignatureService/DeleteSignature.
    package static let signatureDeleted = EventAction("signature.deleted")
    /// Of SignatureService/ListSignatures.
    package static let signatureListed = EventAction("signature.listed")
    /// Of SignatureService/GetSignature.
    package static let signatureRead = EventAction("signature.read")
    /// A signature went with the access that it was for, or with its account or mailbox.
    package static let signatureRemoved = EventAction("signature.removed")
    /// Of SignatureService/SetSignature.
    package static let signatureSet = EventAction("signature.set")
    /// Of SubscriptionService/CancelSubscription.
    package static let subscriptionCancelled = EventAction("subscription.cancelled")
    /// Of SubscriptionService/CreateSubscription.
    package static let subscriptionCreated = EventAction("subscription.created")
    /// Of SubscriptionService/ListSubscriptions.
    package static let subscriptionListed = EventAction("subscription.listed")
    /// Of SubscriptionService/GetSubscription.
    package static let subscriptionRead = EventAction("subscription.read")
    /// Of SubscriptionService/UpdateSubscription.
    package static let subscriptionUpdated = EventAction("subscription.updated")
    /// Of SystemOperationService/GrantSystemOperation.
    package static let systemOperationGranted = EventAction("system_operation.granted")
    /// Of SystemOperationService/ListSystemOperations.
    package static let systemOperationListed = EventAction("system_operation.listed")
    /// A group was deleted that held a system operation. What an account held stands in its own event.
    package static let systemOperationRemoved = EventAction("system_operation.removed")
    /// Of SystemOperationService/RevokeSystemOperation.
    package static let systemOperationRevoked = EventAction("system_operation.revoked")
    /// Of TenantService/CreateTenant.
    package static let tenantCreated = EventAction("tenant.created")
    /// Of TenantService/DeleteTenant.
    package static let tenantDeleted = EventAction("tenant.deleted")
    /// Of TenantService/ListTenants.
    package static let tenantListed = EventAction("tenant.listed")
    /// Of TenantService/GetTenant.
    package static let tenantRead = EventAction("tenant.read")
    /// Of TenantService/UpdateTenant.
    package static let tenantUpdated = EventAction("tenant.updated")
    /// Of UnitService/CreateUnit.
    package static let unitCreated = EventAction("unit.created")
    /// Of UnitService/DeleteUnit.
    package static let unitDeleted = EventAction("unit.deleted")
    /// Of UnitService/ListUnits.
    package static let unitListed = EventAction("unit.listed")
    /// Of UnitService/MoveUnit.
    package static let unitMoved = EventAction("unit.moved")
    /// Of UnitService/GetUnit.
    package static let unitRead = EventAction("unit.read")
    /// Of UnitService/UpdateUnit.
    package static let unitUpdated = EventAction("unit.updated")

    /// Every action that an event can have, by name.
    package static let all: [EventAction] = [
        .accountAccepted,
        .accountAddressesReleased,
        .accountAliasAdded,
        .accountAliasMoved,
        .accountAliasRemoved,
        .accountCreated,
        .accountDeleted,
        .accountInvitationDeclined,
        .accountInvitationExpired,
        .accountInvitationRenewed,
        .accountInvitationWithdrawn,
        .accountInvited,
        .accountListed,
        .accountOffboarded,
        .accountPrimaryAddressChanged,
        .accountProfileUpdated,
        .accountReactivated,
        .accountRead,
        .accountSuspended,
        .accountSuspensionChanged,
        .accountSuspensionEnded,
        .accountTypeChanged,
        .accountUnitChanged,
        .accountUpdated,
        .addressListed,
        .administratorAccepted,
        .administratorInvited,
        .auditLogRead,
        .auditLogWatchBegun,
        .auditLogWatchEnded,
        .billingDetailsRead,
        .billingDetailsUpdated,
        .clockAccepted,
        .clockJumped,
        .delegationChanged,
        .delegationExpired,
        .delegationFrozen,
        .delegationGranted,
        .delegationListed,
        .delegationRemoved,
        .delegationRevoked,
        .delegationStarted,
        .delegationUnfrozen,
        .delegationUpdated,
        .domainClaimed,
        .domainListed,
        .domainRead,
        .domainReleased,
        .domainVerified,
        .granteeDelegationsRevoked,
        .groupCreated,
        .groupDeleted,
        .groupListed,
        .groupMemberAdded,
        .groupMemberChanged,
        .groupMemberExpired,
        .groupMemberRemoved,
        .groupMembersSet,
        .groupRead,
        .groupUpdated,
        .invitationListed,
        .invitationRead,
        .licenceAssigned,
        .licenceFreed,
        .licenceListed,
        .licenceUnassigned,
        .logEquivocationRefused,
        .logGapRefused,
        .logSourceRestored,
        .mailboxDelegationsRevoked,
        .mailboxListed,
        .mailboxOpened,
        .mailboxRead,
        .mailboxRegistered,
        .mailboxSettingsRead,
        .mailboxSettingsRemoved,
        .mailboxSettingsUpdated,
        .mailboxTransferred,
        .mailboxUnregistered,
        .mailboxUpdated,
        .mailboxAddressClaimed,
        .mailboxAddressReleased,
        .offboardingCompleted,
        .offboardingRead,
        .organizationCreated,
        .organizationRead,
        .organizationRolesSwitched,
        .organizationUpdated,
        .ownershipAccepted,
        .ownershipDeclined,
        .ownershipExpired,
        .ownershipOffered,
        .ownershipTransferred,
        .ownershipWithdrawn,
        .ownershipTransferRead,
        .policiesRead,
        .policiesUpdated,
        .refusalCounted,
        .roleAssigned,
        .roleListed,
        .roleUnassigned,
        .roleAssignmentListed,
        .sessionCreated,
        .sessionEnded,
        .sessionRefused,
        .signatureDeleted,
        .signatureListed,
        .signatureRead,
        .signatureRemoved,
        .signatureSet,
        .subscriptionCancelled,
        .subscriptionCreated,
        .subscriptionListed,
        .subscriptionRead,
        .subscriptionUpdated,
        .systemOperationGranted,
        .systemOperationListed,
        .systemOperationRemoved,
        .systemOperationRevoked,
        .tenantCreated,
        .tenantDeleted,
        .tenantListed,
        .tenantRead,
        .tenantUpdated,
        .unitCreated,
        .unitDeleted,
        .unitListed,
        .unitMoved,
        .unitRead,
        .unitUpdated,
    ]
}
