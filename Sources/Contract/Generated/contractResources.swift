// Generated from every .proto file by proto/generate. Do not edit.

package import Messages

extension Account: LoggedResource {
    package var resourceID: String { id }
    package var resourceOrganization: String { organizationId }

    package static func differences(
        _ before: Account?, _ after: Account?, _ secrets: SecretHash
    ) -> Differences {
        var out = Differences()
        out.add("account_type", before?.accountType.eventText, after?.accountType.eventText)
        out.add("state", before?.state.eventText, after?.state.eventText)
        out.add("address", before?.address.eventText, after?.address.eventText, .personal)
        out.add("display_name", before?.displayName.eventText, after?.displayName.eventText, .personal)
        out.add("external_id", before?.externalId.eventText, after?.externalId.eventText, .personal)
        out.add("owner", before?.owner.eventText, after?.owner.eventText)
        out.add("unit_id", before?.unitId.eventText, after?.unitId.eventText)
        out.add("suspend_end_time", before?.suspendEndTime?.eventText, after?.suspendEndTime?.eventText)
        out.add("suspend_reason", before?.suspendReason.eventText, after?.suspendReason.eventText)
        out.add("language", before?.language.eventText, after?.language.eventText, .personal)
        out.add("time_zone", before?.timeZone.eventText, after?.timeZone.eventText, .personal)
        out.add("displayed_sender", before?.displayedSender.eventText, after?.displayedSender.eventText)
        out.add("picture_url", before?.pictureUrl.eventText, after?.pictureUrl.eventText, .personal)
        return out
    }
}

extension BillingDetails: LoggedResource {
    package var resourceID: String { "" }
    package var resourceOrganization: String { organizationId }

    package static func differences(
        _ before: BillingDetails?, _ after: BillingDetails?, _ secrets: SecretHash
    ) -> Differences {
        var out = Differences()
        out.add("name", before?.name.eventText, after?.name.eventText, secrets)
        out.add("address_lines", before?.addressLines.eventText, after?.addressLines.eventText, secrets)
        out.add("country", before?.country.eventText, after?.country.eventText, secrets)
        out.add("vat_number", before?.vatNumber.eventText, after?.vatNumber.eventText, secrets)
        out.add("email", before?.email.eventText, after?.email.eventText, secrets)
        out.add("payment_reference", before?.paymentReference.eventText, after?.paymentReference.eventText, secrets)
        return out
    }
}

extension Domain: LoggedResource {
    package var resourceID: String { id }
    package var resourceOrganization: String { organizationId }

    package static func differences(
        _ before: Domain?, _ after: Domain?, _ secrets: SecretHash
    ) -> Differences {
        var out = Differences()
        out.add("name", before?.name.eventText, after?.name.eventText)
        out.add("state", before?.state.eventText, after?.state.eventText)
        return out
    }
}

extension Group: LoggedResource {
    package var resourceID: String { id }
    package var resourceOrganization: String { organizationId }

    package static func differences(
        _ before: Group?, _ after: Group?, _ secrets: SecretHash
    ) -> Differences {
        var out = Differences()
        out.add("display_name", before?.displayName.eventText, after?.displayName.eventText, .personal)
        out.add("external_id", before?.externalId.eventText, after?.externalId.eventText, .personal)
        return out
    }
}

extension GroupMember: LoggedResource {
    package var resourceID: String { "" }
    package var resourceOrganization: String { organizationId }

    package static func differences(
        _ before: GroupMember?, _ after: GroupMember?, _ secrets: SecretHash
    ) -> Differences {
        var out = Differences()
        out.add("group_id", before?.groupId.eventText, after?.groupId.eventText)
        out.add("member_id", before?.memberId.eventText, after?.memberId.eventText)
        out.add("expire_time", before?.expireTime?.eventText, after?.expireTime?.eventText)
        return out
    }
}

extension Invitation: LoggedResource {
    package var resourceID: String { id }
    package var resourceOrganization: String { organizationId }

    package static func differences(
        _ before: Invitation?, _ after: Invitation?, _ secrets: SecretHash
    ) -> Differences {
        var out = Differences()
        out.add("account_id", before?.accountId.eventText, after?.accountId.eventText)
        out.add("role_ids", before?.roleIds.eventText, after?.roleIds.eventText)
        out.add("state", before?.state.eventText, after?.state.eventText)
        out.add("new_account", before?.newAccount.eventText, after?.newAccount.eventText)
        out.add("inviter_id", before?.inviterId.eventText, after?.inviterId.eventText)
        out.add("expire_time", before?.expireTime?.eventText, after?.expireTime?.eventText)
        return out
    }
}

extension Licence: LoggedResource {
    package var resourceID: String { id }
    package var resourceOrganization: String { organizationId }

    package static func differences(
        _ before: Licence?, _ after: Licence?, _ secrets: SecretHash
    ) -> Differences {
        var out = Differences()
        out.add("subscription_id", before?.subscriptionId.eventText, after?.subscriptionId.eventText)
        out.add("account_id", before?.accountId.eventText, after?.accountId.eventText)
        return out
    }
}

extension MailboxAddress: LoggedResource {
    package var resourceID: String { "" }
    package var resourceOrganization: String { organizationId }

    package static func differences(
        _ before: MailboxAddress?, _ after: MailboxAddress?, _ secrets: SecretHash
    ) -> Differences {
        var out = Differences()
        out.add("mailbox_id", before?.mailboxId.eventText, after?.mailboxId.eventText)
        out.add("owner_id", before?.ownerId.eventText, after?.ownerId.eventText)
        out.add("address", before?.address.eventText, after?.address.eventText, .personal)
        return out
    }
}

extension Organization: LoggedResource {
    package var resourceID: String { id }
    package var resourceOrganization: String { id }

    package static func differences(
        _ before: Organization?, _ after: Organization?, _ secrets: SecretHash
    ) -> Differences {
        var out = Differences()
        out.add("display_name", before?.displayName.eventText, after?.displayName.eventText, .personal)
        out.add("preset", before?.preset.eventText, after?.preset.eventText)
        out.add("owner_id", before?.ownerId.eventText, after?.ownerId.eventText)
        out.add("roles_enabled", before?.rolesEnabled.eventText, after?.rolesEnabled.eventText)
        out.add("external_id", before?.externalId.eventText, after?.externalId.eventText, .personal)
        return out
    }
}

extension OrganizationPolicies: LoggedResource {
    package var resourceID: String { "" }
    package var resourceOrganization: String { organizationId }

    package static func differences(
        _ before: OrganizationPolicies?, _ after: OrganizationPolicies?, _ secrets: SecretHash
    ) -> Differences {
        var out = Differences()
        out.add("administrators_by", before?.administratorsBy.eventText, after?.administratorsBy.eventText)
        out.add("transfer_needs_acceptance", before?.transferNeedsAcceptance.eventText, after?.transferNeedsAcceptance.eventText)
        out.add("guard_administrators", before?.guardAdministrators.eventText, after?.guardAdministrators.eventText)
        out.add("invitation_lifetime", before?.invitationLifetime?.eventText, after?.invitationLifetime?.eventText)
        out.add("delete_suspended_after", before?.deleteSuspendedAfter?.eventText, after?.deleteSuspendedAfter?.eventText)
        out.add("deleted_address_lifetime", before?.deletedAddressLifetime?.eventText, after?.deletedAddressLifetime?.eventText)
        out.add("keys_survive_suspension", before?.keysSurviveSuspension.eventText, after?.keysSurviveSuspension.eventText)
        out.add("owner_grants", before?.ownerGrants.eventText, after?.ownerGrants.eventText)
        out.add("all_or_nothing", before?.allOrNothing.eventText, after?.allOrNothing.eventText)
        out.add("set_up_manages_access", before?.setUpManagesAccess.eventText, after?.setUpManagesAccess.eventText)
        out.add("setup_needs_operations", before?.setupNeedsOperations.eventText, after?.setupNeedsOperations.eventText)
        out.add("common_group", before?.commonGroup.eventText, after?.commonGroup.eventText)
        out.add("owner_plans.names", before?.ownerPlans?.names.eventText, after?.ownerPlans?.names.eventText)
        out.add("sharing_default", before?.sharingDefault.eventText, after?.sharingDefault.eventText)
        out.add("displayed_sender", before?.displayedSender.eventText, after?.displayedSender.eventText)
        out.add("no_displayed_sender", before?.noDisplayedSender.eventText, after?.noDisplayedSender.eventText)
        out.add("notify", before?.notify.eventText, after?.notify.eventText)
        out.add("expiry_warning", before?.expiryWarning?.eventText, after?.expiryWarning?.eventText)
        out.add("grants_must_end", before?.grantsMustEnd.eventText, after?.grantsMustEnd.eventText)
        out.add("grant_lifetime_max", before?.grantLifetimeMax?.eventText, after?.grantLifetimeMax?.eventText)
        out.add("request_approvals", before?.requestApprovals.eventText, after?.requestApprovals.eventText)
        out.add("request_lifetime", before?.requestLifetime?.eventText, after?.requestLifetime?.eventText)
        out.add("break_glass", before?.breakGlass.eventText, after?.breakGlass.eventText)
        return out
    }
}

extension OwnershipTransfer: LoggedResource {
    package var resourceID: String { id }
    package var resourceOrganization: String { organizationId }

    package static func differences(
        _ before: OwnershipTransfer?, _ after: OwnershipTransfer?, _ secrets: SecretHash
    ) -> Differences {
        var out = Differences()
        out.add("owner_id", before?.ownerId.eventText, after?.ownerId.eventText)
        out.add("account_id", before?.accountId.eventText, after?.accountId.eventText)
        out.add("state", before?.state.eventText, after?.state.eventText)
        out.add("expire_time", before?.expireTime?.eventText, after?.expireTime?.eventText)
        return out
    }
}

extension RoleAssignment: LoggedResource {
    package var resourceID: String { id }
    package var resourceOrganization: String { organizationId }

    package static func differences(
        _ before: RoleAssignment?, _ after: RoleAssignment?, _ secrets: SecretHash
    ) -> Differences {
        var out = Differences()
        out.add("account_id", before?.accountId.eventText, after?.accountId.eventText)
        out.add("role_id", before?.roleId.eventText, after?.roleId.eventText)
        out.add("unit_id", before?.unitId.eventText, after?.unitId.eventText)
        return out
    }
}

extension Subscription: LoggedResource {
    package var resourceID: String { id }
    package var resourceOrganization: String { organizationId }

    package static func differences(
        _ before: Subscription?, _ after: Subscription?, _ secrets: SecretHash
    ) -> Differences {
        var out = Differences()
        out.add("tenant_id", before?.tenantId.eventText, after?.tenantId.eventText)
        out.add("plan", before?.plan.eventText, after?.plan.eventText)
        out.add("licence_count", before?.licenceCount.eventText, after?.licenceCount.eventText)
        out.add("state", before?.state.eventText, after?.state.eventText)
        return out
    }
}

extension SystemOperationHolding: LoggedResource {
    package var resourceID: String { "" }
    package var resourceOrganization: String { organizationId }

    package static func differences(
        _ before: SystemOperationHolding?, _ after: SystemOperationHolding?, _ secrets: SecretHash
    ) -> Differences {
        var out = Differences()
        out.add("holder_id", before?.holderId.eventText, after?.holderId.eventText)
        out.add("operation", before?.operation.eventText, after?.operation.eventText)
        out.add("granted_by", before?.grantedBy.eventText, after?.grantedBy.eventText)
        return out
    }
}

extension Tenant: LoggedResource {
    package var resourceID: String { id }
    package var resourceOrganization: String { organizationId }

    package static func differences(
        _ before: Tenant?, _ after: Tenant?, _ secrets: SecretHash
    ) -> Differences {
        var out = Differences()
        out.add("display_name", before?.displayName.eventText, after?.displayName.eventText, .personal)
        out.add("external_id", before?.externalId.eventText, after?.externalId.eventText, .personal)
        return out
    }
}

extension Unit: LoggedResource {
    package var resourceID: String { id }
    package var resourceOrganization: String { organizationId }

    package static func differences(
        _ before: Unit?, _ after: Unit?, _ secrets: SecretHash
    ) -> Differences {
        var out = Differences()
        out.add("parent_id", before?.parentId.eventText, after?.parentId.eventText)
        out.add("display_name", before?.displayName.eventText, after?.displayName.eventText, .personal)
        out.add("external_id", before?.externalId.eventText, after?.externalId.eventText, .personal)
        out.add("default_domain", before?.defaultDomain.eventText, after?.defaultDomain.eventText)
        return out
    }
}

extension Delegation: LoggedResource {
    package var resourceID: String { id }
    package var resourceOrganization: String { organizationId }

    package static func differences(
        _ before: Delegation?, _ after: Delegation?, _ secrets: SecretHash
    ) -> Differences {
        var out = Differences()
        out.add("mailbox_id", before?.mailboxId.eventText, after?.mailboxId.eventText)
        out.add("grantee_id", before?.granteeId.eventText, after?.granteeId.eventText)
        out.add("rights", before?.rights.eventText, after?.rights.eventText)
        out.add("start_time", before?.startTime?.eventText, after?.startTime?.eventText)
        out.add("expire_time", before?.expireTime?.eventText, after?.expireTime?.eventText)
        out.add("granted_by", before?.grantedBy.eventText, after?.grantedBy.eventText)
        out.add("displayed_sender", before?.displayedSender.eventText, after?.displayedSender.eventText)
        out.add("read_folders", before?.readFolders.eventText, after?.readFolders.eventText, .personal)
        out.add("write_folders", before?.writeFolders.eventText, after?.writeFolders.eventText, .personal)
        out.add("delete_folders", before?.deleteFolders.eventText, after?.deleteFolders.eventText, .personal)
        return out
    }
}

extension Mailbox: LoggedResource {
    package var resourceID: String { id }
    package var resourceOrganization: String { organizationId }

    package static func differences(
        _ before: Mailbox?, _ after: Mailbox?, _ secrets: SecretHash
    ) -> Differences {
        var out = Differences()
        out.add("display_name", before?.displayName.eventText, after?.displayName.eventText, .personal)
        return out
    }
}

extension MailboxSettings: LoggedResource {
    package var resourceID: String { "" }
    package var resourceOrganization: String { organizationId }

    package static func differences(
        _ before: MailboxSettings?, _ after: MailboxSettings?, _ secrets: SecretHash
    ) -> Differences {
        var out = Differences()
        out.add("mailbox_id", before?.mailboxId.eventText, after?.mailboxId.eventText)
        out.add("allow_shared_access", before?.allowSharedAccess.eventText, after?.allowSharedAccess.eventText)
        out.add("displayed_sender", before?.displayedSender.eventText, after?.displayedSender.eventText)
        out.add("default_signature_text", before?.defaultSignatureText.eventText, after?.defaultSignatureText.eventText, .personal)
        out.add("default_signature_html", before?.defaultSignatureHtml.eventText, after?.defaultSignatureHtml.eventText, .personal)
        return out
    }
}

extension Offboarding: LoggedResource {
    package var resourceID: String { id }
    package var resourceOrganization: String { organizationId }

    package static func differences(
        _ before: Offboarding?, _ after: Offboarding?, _ secrets: SecretHash
    ) -> Differences {
        var out = Differences()
        out.add("account_id", before?.accountId.eventText, after?.accountId.eventText)
        out.add("delegations_to_id", before?.delegationsToId.eventText, after?.delegationsToId.eventText)
        out.add("mailboxes_to_id", before?.mailboxesToId.eventText, after?.mailboxesToId.eventText)
        out.add("started_by", before?.startedBy.eventText, after?.startedBy.eventText)
        out.add("state", before?.state.eventText, after?.state.eventText)
        out.add("delegations_revoked", before?.delegationsRevoked.eventText, after?.delegationsRevoked.eventText)
        out.add("delegations_moved", before?.delegationsMoved.eventText, after?.delegationsMoved.eventText)
        out.add("delegations_refused", before?.delegationsRefused.eventText, after?.delegationsRefused.eventText)
        out.add("mailboxes_transferred", before?.mailboxesTransferred.eventText, after?.mailboxesTransferred.eventText)
        return out
    }
}

extension Signature: LoggedResource {
    package var resourceID: String { "" }
    package var resourceOrganization: String { organizationId }

    package static func differences(
        _ before: Signature?, _ after: Signature?, _ secrets: SecretHash
    ) -> Differences {
        var out = Differences()
        out.add("account_id", before?.accountId.eventText, after?.accountId.eventText)
        out.add("mailbox_id", before?.mailboxId.eventText, after?.mailboxId.eventText)
        out.add("text", before?.text.eventText, after?.text.eventText, .personal)
        out.add("html", before?.html.eventText, after?.html.eventText, .personal)
        return out
    }
}
