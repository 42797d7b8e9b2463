import Testing

/// A request that can name one thing in two ways must say what holds when the two do not agree: it is refused.
///
/// Every request with more than one field that names something stands here, with how they stand to one another. A new
/// field fails the test until somebody has thought about it.
struct SelectorTests {
    enum Relation {
        /// Together they name the target; each is needed, or stands for something of its own.
        case together
        /// The contract itself lets only one be given, beside what they are looked for in.
        case oneof
        /// Conditions that are joined by and.
        case filters
        /// The thing is made by the call: what the server gives it is not read from the request.
        case made
        /// Any of them may be given: `Selectors` in this file refuses those that do not agree.
        case twice(file: String)
    }

    private static let requests: [String: (Relation, Set<String>)] = [
        "audit.v1.ListEventsRequest": (
            .filters,
            ["organization_id", "filter.actor_id", "filter.target_id", "filter.mailbox_id", "filter.subject_id"]
        ),
        "audit.v1.ProveEventRequest": (.together, ["organization_id", "event_id"]),
        "audit.v1.WatchEventsRequest": (
            .filters,
            ["organization_id", "filter.actor_id", "filter.target_id", "filter.mailbox_id", "filter.subject_id"]
        ),
        "identity.v1.AddGroupMemberRequest": (.together, ["group_id", "member_id"]),
        "identity.v1.AssignLicenceRequest": (.together, ["account_id", "subscription_id"]),
        "identity.v1.AssignRoleRequest": (.together, ["account_id", "role_id", "unit_id"]),
        "identity.v1.AuthorizeRequest": (
            .oneof, ["account_id", "session_token", "address", "external_id", "organization_id", "unit_id"]
        ),
        // What it is to be.
        "identity.v1.ChangePrimaryAddressRequest": (.together, ["account_id", "address"]),
        "identity.v1.ClaimMailboxAddressRequest": (.together, ["mailbox_id", "owner_id", "address"]),
        "identity.v1.CreateFunctionalAccountRequest": (
            .made, ["account.id", "account.organization_id", "account.unit_id", "account.address", "account.external_id"]
        ),
        "identity.v1.CreateGroupRequest": (.made, ["group.id", "group.organization_id", "group.external_id"]),
        "identity.v1.CreateOrganizationRequest": (
            .made,
            [
                "organization.id", "organization.owner_id", "organization.external_id", "owner.id", "owner.organization_id",
                "owner.unit_id", "owner.address", "owner.external_id",
            ]
        ),
        // The tenant is one that there is, and must be of the organization.
        "identity.v1.CreateSubscriptionRequest": (
            .made, ["subscription.id", "subscription.organization_id", "subscription.tenant_id"]
        ),
        "identity.v1.CreateTenantRequest": (.made, ["tenant.id", "tenant.organization_id", "tenant.external_id"]),
        "identity.v1.CreateUnitRequest": (
            .made,
            [
                "unit.id", "unit.organization_id", "unit.parent_id", "unit.external_id",
            ]
        ),
        "identity.v1.GetAccountRequest": (.oneof, ["account_id", "address"]),
        "identity.v1.InviteAccountRequest": (
            .made, ["account.id", "account.organization_id", "account.unit_id", "account.address", "account.external_id"]
        ),
        "identity.v1.InviteAdministratorRequest": (.oneof, ["organization_id", "address", "account_id"]),
        "identity.v1.ListAccountsRequest": (.filters, ["organization_id", "unit_id"]),
        "identity.v1.ListAddressesRequest": (.filters, ["organization_id", "account_id"]),
        "identity.v1.ListInvitationsRequest": (.filters, ["organization_id", "account_id"]),
        "identity.v1.ListLicencesRequest": (.filters, ["organization_id", "subscription_id", "account_id"]),
        "identity.v1.ListRoleAssignmentsRequest": (.filters, ["organization_id", "account_id"]),
        "identity.v1.ListUnitsRequest": (.filters, ["organization_id", "parent_id"]),
        // Where it comes to be.
        "identity.v1.MoveUnitRequest": (.together, ["unit_id", "parent_id"]),
        "identity.v1.RemoveGroupMemberRequest": (.together, ["group_id", "member_id"]),
        "identity.v1.SetAccountUnitRequest": (.together, ["account_id", "unit_id"]),
        "identity.v1.UnassignLicenceRequest": (.together, ["account_id", "subscription_id"]),
        "identity.v1.UnassignRoleRequest": (.together, ["account_id", "role_id", "unit_id"]),
        // The unit, the address and the external id are values that change, not names to find the account by.
        "identity.v1.UpdateAccountRequest": (
            .twice(file: "services/identity/Handlers/UpdateAccount.swift"),
            ["account.id", "account.organization_id", "account.unit_id", "account.address", "account.external_id"]
        ),
        // The others are values, and no names to find it by.
        "identity.v1.UpdateOrganizationRequest": (
            .together, ["organization.id", "organization.owner_id", "organization.external_id"]
        ),
        // What else an account has is no name to find it by.
        "identity.v1.UpdateProfileRequest": (
            .twice(file: "services/identity/Handlers/UpdateProfile.swift"),
            ["account.id", "account.organization_id", "account.unit_id", "account.address", "account.external_id"]
        ),
        // The external id is a value that changes.
        "identity.v1.UpdateGroupRequest": (
            .twice(file: "services/identity/Handlers/UpdateGroup.swift"),
            ["group.id", "group.organization_id", "group.external_id"]
        ),
        // Nothing moves a subscription to another tenant: what is said of it does not count.
        "identity.v1.UpdateSubscriptionRequest": (
            .twice(file: "services/identity/Handlers/SubscriptionHandler.swift"),
            ["subscription.id", "subscription.organization_id", "subscription.tenant_id"]
        ),
        // The external id is a value that changes.
        "identity.v1.UpdateTenantRequest": (
            .twice(file: "services/identity/Handlers/TenantHandler.swift"),
            ["tenant.id", "tenant.organization_id", "tenant.external_id"]
        ),
        "identity.v1.UpdateUnitRequest": (
            .twice(file: "services/identity/Handlers/UpdateUnit.swift"),
            ["unit.id", "unit.organization_id", "unit.parent_id", "unit.external_id"]
        ),
        "mailbox.v1.CheckRequest": (.oneof, ["account_id", "account_address", "mailbox_id", "mailbox_address"]),
        "mailbox.v1.DeleteSignatureRequest": (.together, ["account_id", "mailbox_id"]),
        "mailbox.v1.ExplainRequest": (
            .oneof, ["check.account_id", "check.account_address", "check.mailbox_id", "check.mailbox_address"]
        ),
        "mailbox.v1.GetSignatureRequest": (.together, ["account_id", "mailbox_id"]),
        "mailbox.v1.GetMailboxRequest": (.together, ["mailbox_id", "account_id"]),
        "mailbox.v1.GrantDelegationRequest": (.together, ["mailbox_id", "grantee_id"]),
        "mailbox.v1.ListSenderIdentitiesRequest": (.oneof, ["account_id", "account_address"]),
        "mailbox.v1.OpenMailboxRequest": (.oneof, ["account_id", "account_address", "mailbox_id", "mailbox_address"]),
        "mailbox.v1.FreezeDelegationRequest": (
            .twice(file: "services/mailbox/Handlers/WhichDelegation.swift"), ["delegation_id", "mailbox_id", "grantee_id"]
        ),
        // Who leaves, and who has what then.
        "mailbox.v1.OffboardAccountRequest": (.together, ["account_id", "delegations_to_id", "mailboxes_to_id"]),
        "mailbox.v1.RegisterMailboxRequest": (.made, ["owner_id", "address"]),
        "mailbox.v1.RevokeDelegationRequest": (
            .twice(file: "services/mailbox/Handlers/WhichDelegation.swift"), ["delegation_id", "mailbox_id", "grantee_id"]
        ),
        "mailbox.v1.UnfreezeDelegationRequest": (
            .twice(file: "services/mailbox/Handlers/WhichDelegation.swift"), ["delegation_id", "mailbox_id", "grantee_id"]
        ),
        "mailbox.v1.UpdateDelegationRequest": (
            .twice(file: "services/mailbox/Handlers/UpdateDelegation.swift"),
            ["delegation.id", "delegation.organization_id", "delegation.mailbox_id", "delegation.grantee_id"]
        ),
        // To whom it goes.
        "mailbox.v1.TransferMailboxRequest": (.together, ["mailbox_id", "owner_id"]),
        // Whose it is and its address are the server's to say.
        "mailbox.v1.UpdateMailboxRequest": (
            .twice(file: "services/mailbox/Handlers/UpdateMailbox.swift"),
            ["mailbox.id", "mailbox.organization_id", "mailbox.account_id", "mailbox.address", "mailbox.owner_id"]
        ),
        "mailbox.v1.SetSignatureRequest": (.together, ["account_id", "mailbox_id"]),
        // Whose the mailbox is is only shown.
        "mailbox.v1.UpdateMailboxSettingsRequest": (
            .together, ["mailbox_settings.mailbox_id", "mailbox_settings.organization_id"]
        ),
    ]

    @Test("every request that names more than one thing is listed, with what its names are to one another")
    func everyRequest() throws {
        var found: [String: Set<String>] = [:]
        let messages = try contract()
        for message in messages where message.name.hasSuffix("Request") {
            let names = Self.names(in: message, messages)
            if names.count > 1 { found[String(message.name.dropFirst("mandate.".count))] = names }
        }
        #expect(found == Self.requests.mapValues(\.1))
    }

    @Test("where something can be named twice, the names are held against one another", arguments: requests.keys.sorted())
    func agreement(_ request: String) throws {
        guard let (relation, names) = Self.requests[request], case .twice(let path) = relation else { return }
        let text = try #require(Repository.here.file(path)).text
        #expect(text.contains("Selectors(chosen: "))
        // What an update may set, and what is only shown, name nothing.
        let others = [
            "subscription.tenant_id", "tenant.external_id", "organization.external_id", "organization.owner_id",
            "account.address", "account.external_id", "account.unit_id", "group.external_id", "unit.external_id",
            "mailbox.account_id", "mailbox.address", "mailbox.owner_id",
        ]
        for name in names where !others.contains(name) {
            #expect(text.contains("\"\(name)\""), "\(path): \(name)")
        }
    }

    /// Fields that name something, those of the messages in a request with their place.
    private static func names(in message: Proto.Message, _ all: [Proto.Message]) -> Set<String> {
        var names: Set<String> = []
        for field in message.fields where field.label != "repeated" {
            if field.type == "string", isName(field.name) { names.insert(field.name) }
            let package = message.name.split(separator: ".").dropLast().joined(separator: ".")
            if let held = all.first(where: { $0.name == "\(package).\(field.type)" }) {
                names.formUnion(Self.names(in: held, all).map { "\(field.name).\($0)" })
            }
        }
        return names
    }

    /// A request's own id is no target.
    private static func isName(_ field: String) -> Bool {
        if field == "request_id" { return false }
        let others: Set<String> = ["id", "address", "account_address", "mailbox_address", "session_token"]
        return others.contains(field) || field.hasSuffix("_id")
    }

    private func contract() throws -> [Proto.Message] {
        try Repository.here.files.filter { $0.path.hasPrefix("proto/mandate/") && $0.suffix == "proto" }
            .flatMap { try Proto($0.text).messages }
    }
}
