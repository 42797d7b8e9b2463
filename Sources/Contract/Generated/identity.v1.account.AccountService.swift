// Generated from mandate/identity/v1/account.proto by proto/generate. Do not edit.

package import Messages
package import RPC

/// The methods of mandate.identity.v1.AccountService.
package enum AccountServiceMethods {
    /// Invites a person to be a user, or invites again who has not accepted yet (rule A5): the token before is void, and the
    /// names are those of this request. The account cannot be granted anything before it accepts (rule B2). Who waits as an
    /// administrator is ALREADY_EXISTS; see InvitationService.
    package static let inviteAccount = Method<InviteAccountRequest, InviteAccountResponse>(
        "mandate.identity.v1.AccountService/InviteAccount", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "account_status", level: .edit)], mutates: true),
        log: MethodLog(action: "account.invited", resourceType: "account"))

    /// Creates a functional account, and with it a functional mailbox. Nobody signs in to it.
    package static let createFunctionalAccount = Method<CreateFunctionalAccountRequest, CreateFunctionalAccountResponse>(
        "mandate.identity.v1.AccountService/CreateFunctionalAccount", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "account_type", level: .edit)], mutates: true),
        log: MethodLog(action: "account.created", resourceType: "account"))

    /// Changes names of an account, as a directory has them. Its profile is UpdateProfile's.
    package static let updateAccount = Method<UpdateAccountRequest, UpdateAccountResponse>(
        "mandate.identity.v1.AccountService/UpdateAccount", .unary,
        Access(kind: .account, mutates: true, by: "update_mask"),
        log: MethodLog(action: "account.updated", resourceType: "account", target: "account.id"))

    /// Changes a person's own profile: how the account is named and shown, and how others write to it (rule B8). Everybody may
    /// change their own, whatever their role; another's profile, and a functional account's, is changed by administrators. An
    /// administrator's profile needs no Full admin: it is not among what rule C6 guards.
    package static let updateProfile = Method<UpdateProfileRequest, UpdateProfileResponse>(
        "mandate.identity.v1.AccountService/UpdateProfile", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "account_details", level: .edit)], orSelf: true, mutates: true),
        log: MethodLog(action: "account.profile_updated", resourceType: "account", target: "account.id"))

    /// Makes a functional account of a user or of an administrator, or a user of a functional account (rule B1). A functional
    /// account signs in nowhere: sessions, password, roles and a pending invitation go at once, and who was invited is active.
    /// A functional account that becomes a user has no password. Its mailbox becomes a functional one or a personal one, and the
    /// grants on it stay. An administrator is made by AssignRole and unmade by UnassignRole; nobody changes their own type (rule
    /// C4), and an administrator's is changed by a Full admin (rules C5, C6).
    package static let changeAccountType = Method<ChangeAccountTypeRequest, ChangeAccountTypeResponse>(
        "mandate.identity.v1.AccountService/ChangeAccountType", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "account_type", level: .edit)], mutates: true),
        log: MethodLog(action: "account.type_changed", resourceType: "account", target: "account_id", subject: "account_id"))

    /// Suspends an account: its sessions end and every decision for it denies (rule B3). A suspension that has an end is over
    /// then by itself. Who is suspended already is suspended as this request says: with its end and reason, or without.
    /// When this has answered, no follower allows on the old state (rule D17).
    package static let suspendAccount = Method<SuspendAccountRequest, SuspendAccountResponse>(
        "mandate.identity.v1.AccountService/SuspendAccount", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "account_status", level: .edit)], mutates: true),
        log: MethodLog(action: "account.suspended", resourceType: "account", target: "account_id", subject: "account_id", takesAway: true))

    /// Reactivates a suspended account. Its grants count again.
    package static let reactivateAccount = Method<ReactivateAccountRequest, ReactivateAccountResponse>(
        "mandate.identity.v1.AccountService/ReactivateAccount", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "account_status", level: .edit)], mutates: true),
        log: MethodLog(action: "account.reactivated", resourceType: "account", target: "account_id", subject: "account_id"))

    /// Deletes an account for good: what is left is a tombstone in state DELETED, which gives nothing from then on and still
    /// says who an old event is about (rule B3). With it go its sessions, password, roles and group memberships, and mailbox
    /// removes the grants to it and on its mailbox. Nothing restores it: suspend an account that may come back. The owner is
    /// never deleted (rule A4), and nobody deletes themselves (rule C4). When this has answered, no follower allows on the old
    /// state (rule D17).
    package static let deleteAccount = Method<DeleteAccountRequest, DeleteAccountResponse>(
        "mandate.identity.v1.AccountService/DeleteAccount", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "account_status", level: .edit)], mutates: true),
        log: MethodLog(action: "account.deleted", resourceType: "account", target: "account_id", subject: "account_id", takesAway: true))

    /// Returns one account.
    package static let getAccount = Method<GetAccountRequest, GetAccountResponse>(
        "mandate.identity.v1.AccountService/GetAccount", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "account_details", level: .view)], orSelf: true),
        log: MethodLog(action: "account.read", resourceType: "account", target: "account_id"))

    /// Shows what identity knows of one account: with its roles and where they count, the groups that it is directly in, its
    /// licence and how many sessions it has.
    package static let getAccountSummary = Method<GetAccountSummaryRequest, GetAccountSummaryResponse>(
        "mandate.identity.v1.AccountService/GetAccountSummary", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "account_details", level: .view), AccessDemand(scope: "administrator_role", level: .view), AccessDemand(scope: "organizational_units", level: .view), AccessDemand(scope: "active_sessions", level: .view), AccessDemand(scope: "subscription", level: .view)], orSelf: true),
        log: MethodLog(action: "account.read", resourceType: "account", target: "account_id"))

    /// Lists an organization's accounts, by id: all, or those that are named.
    package static let listAccounts = Method<ListAccountsRequest, ListAccountsResponse>(
        "mandate.identity.v1.AccountService/ListAccounts", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "account_details", level: .view)], unit: "unit_id"),
        log: MethodLog(action: "account.listed", resourceType: "organization", target: "organization_id"))

    /// Every method, as the file declares them.
    package static let all: [MethodDescriptor] = [
        inviteAccount.descriptor,
        createFunctionalAccount.descriptor,
        updateAccount.descriptor,
        updateProfile.descriptor,
        changeAccountType.descriptor,
        suspendAccount.descriptor,
        reactivateAccount.descriptor,
        deleteAccount.descriptor,
        getAccount.descriptor,
        getAccountSummary.descriptor,
        listAccounts.descriptor,
    ]
}

/// Accounts and their states.
package protocol AccountService: Sendable {
    /// Invites a person to be a user, or invites again who has not accepted yet (rule A5): the token before is void, and the
    /// names are those of this request. The account cannot be granted anything before it accepts (rule B2). Who waits as an
    /// administrator is ALREADY_EXISTS; see InvitationService.
    func inviteAccount(
        _ request: InviteAccountRequest, _ call: Call
    ) throws(Status) -> Answer<InviteAccountResponse>
    /// Creates a functional account, and with it a functional mailbox. Nobody signs in to it.
    func createFunctionalAccount(
        _ request: CreateFunctionalAccountRequest, _ call: Call
    ) throws(Status) -> Answer<CreateFunctionalAccountResponse>
    /// Changes names of an account, as a directory has them. Its profile is UpdateProfile's.
    func updateAccount(
        _ request: UpdateAccountRequest, _ call: Call
    ) throws(Status) -> Answer<UpdateAccountResponse>
    /// Changes a person's own profile: how the account is named and shown, and how others write to it (rule B8). Everybody may
    /// change their own, whatever their role; another's profile, and a functional account's, is changed by administrators. An
    /// administrator's profile needs no Full admin: it is not among what rule C6 guards.
    func updateProfile(
        _ request: UpdateProfileRequest, _ call: Call
    ) throws(Status) -> Answer<UpdateProfileResponse>
    /// Makes a functional account of a user or of an administrator, or a user of a functional account (rule B1). A functional
    /// account signs in nowhere: sessions, password, roles and a pending invitation go at once, and who was invited is active.
    /// A functional account that becomes a user has no password. Its mailbox becomes a functional one or a personal one, and the
    /// grants on it stay. An administrator is made by AssignRole and unmade by UnassignRole; nobody changes their own type (rule
    /// C4), and an administrator's is changed by a Full admin (rules C5, C6).
    func changeAccountType(
        _ request: ChangeAccountTypeRequest, _ call: Call
    ) throws(Status) -> Answer<ChangeAccountTypeResponse>
    /// Suspends an account: its sessions end and every decision for it denies (rule B3). A suspension that has an end is over
    /// then by itself. Who is suspended already is suspended as this request says: with its end and reason, or without.
    /// When this has answered, no follower allows on the old state (rule D17).
    func suspendAccount(
        _ request: SuspendAccountRequest, _ call: Call
    ) throws(Status) -> Answer<SuspendAccountResponse>
    /// Reactivates a suspended account. Its grants count again.
    func reactivateAccount(
        _ request: ReactivateAccountRequest, _ call: Call
    ) throws(Status) -> Answer<ReactivateAccountResponse>
    /// Deletes an account for good: what is left is a tombstone in state DELETED, which gives nothing from then on and still
    /// says who an old event is about (rule B3). With it go its sessions, password, roles and group memberships, and mailbox
    /// removes the grants to it and on its mailbox. Nothing restores it: suspend an account that may come back. The owner is
    /// never deleted (rule A4), and nobody deletes themselves (rule C4). When this has answered, no follower allows on the old
    /// state (rule D17).
    func deleteAccount(
        _ request: DeleteAccountRequest, _ call: Call
    ) throws(Status) -> Answer<DeleteAccountResponse>
    /// Returns one account.
    func getAccount(
        _ request: GetAccountRequest, _ call: Call
    ) throws(Status) -> Answer<GetAccountResponse>
    /// Shows what identity knows of one account: with its roles and where they count, the groups that it is directly in, its
    /// licence and how many sessions it has.
    func getAccountSummary(
        _ request: GetAccountSummaryRequest, _ call: Call
    ) throws(Status) -> Answer<GetAccountSummaryResponse>
    /// Lists an organization's accounts, by id: all, or those that are named.
    func listAccounts(
        _ request: ListAccountsRequest, _ call: Call
    ) throws(Status) -> Answer<ListAccountsResponse>
}

extension Router {
    /// Registers every method of mandate.identity.v1.AccountService.
    package mutating func add(_ service: some AccountService) {
        unary(AccountServiceMethods.inviteAccount) { (request, call) throws(Status) in
            try service.inviteAccount(request, call)
        }
        unary(AccountServiceMethods.createFunctionalAccount) { (request, call) throws(Status) in
            try service.createFunctionalAccount(request, call)
        }
        unary(AccountServiceMethods.updateAccount) { (request, call) throws(Status) in
            try service.updateAccount(request, call)
        }
        unary(AccountServiceMethods.updateProfile) { (request, call) throws(Status) in
            try service.updateProfile(request, call)
        }
        unary(AccountServiceMethods.changeAccountType) { (request, call) throws(Status) in
            try service.changeAccountType(request, call)
        }
        unary(AccountServiceMethods.suspendAccount) { (request, call) throws(Status) in
            try service.suspendAccount(request, call)
        }
        unary(AccountServiceMethods.reactivateAccount) { (request, call) throws(Status) in
            try service.reactivateAccount(request, call)
        }
        unary(AccountServiceMethods.deleteAccount) { (request, call) throws(Status) in
            try service.deleteAccount(request, call)
        }
        unary(AccountServiceMethods.getAccount) { (request, call) throws(Status) in
            try service.getAccount(request, call)
        }
        unary(AccountServiceMethods.getAccountSummary) { (request, call) throws(Status) in
            try service.getAccountSummary(request, call)
        }
        unary(AccountServiceMethods.listAccounts) { (request, call) throws(Status) in
            try service.listAccounts(request, call)
        }
    }
}

/// Calls mandate.identity.v1.AccountService.
package struct AccountClient: Sendable {
    package let transport: any CallTransport

    package init(transport: any CallTransport) {
        self.transport = transport
    }

    /// Invites a person to be a user, or invites again who has not accepted yet (rule A5): the token before is void, and the
    /// names are those of this request. The account cannot be granted anything before it accepts (rule B2). Who waits as an
    /// administrator is ALREADY_EXISTS; see InvitationService.
    package func inviteAccount(
        _ request: InviteAccountRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> InviteAccountResponse {
        try await transport.unary(AccountServiceMethods.inviteAccount, request, options)
    }

    /// Creates a functional account, and with it a functional mailbox. Nobody signs in to it.
    package func createFunctionalAccount(
        _ request: CreateFunctionalAccountRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> CreateFunctionalAccountResponse {
        try await transport.unary(AccountServiceMethods.createFunctionalAccount, request, options)
    }

    /// Changes names of an account, as a directory has them. Its profile is UpdateProfile's.
    package func updateAccount(
        _ request: UpdateAccountRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> UpdateAccountResponse {
        try await transport.unary(AccountServiceMethods.updateAccount, request, options)
    }

    /// Changes a person's own profile: how the account is named and shown, and how others write to it (rule B8). Everybody may
    /// change their own, whatever their role; another's profile, and a functional account's, is changed by administrators. An
    /// administrator's profile needs no Full admin: it is not among what rule C6 guards.
    package func updateProfile(
        _ request: UpdateProfileRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> UpdateProfileResponse {
        try await transport.unary(AccountServiceMethods.updateProfile, request, options)
    }

    /// Makes a functional account of a user or of an administrator, or a user of a functional account (rule B1). A functional
    /// account signs in nowhere: sessions, password, roles and a pending invitation go at once, and who was invited is active.
    /// A functional account that becomes a user has no password. Its mailbox becomes a functional one or a personal one, and the
    /// grants on it stay. An administrator is made by AssignRole and unmade by UnassignRole; nobody changes their own type (rule
    /// C4), and an administrator's is changed by a Full admin (rules C5, C6).
    package func changeAccountType(
        _ request: ChangeAccountTypeRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> ChangeAccountTypeResponse {
        try await transport.unary(AccountServiceMethods.changeAccountType, request, options)
    }

    /// Suspends an account: its sessions end and every decision for it denies (rule B3). A suspension that has an end is over
    /// then by itself. Who is suspended already is suspended as this request says: with its end and reason, or without.
    /// When this has answered, no follower allows on the old state (rule D17).
    package func suspendAccount(
        _ request: SuspendAccountRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> SuspendAccountResponse {
        try await transport.unary(AccountServiceMethods.suspendAccount, request, options)
    }

    /// Reactivates a suspended account. Its grants count again.
    package func reactivateAccount(
        _ request: ReactivateAccountRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> ReactivateAccountResponse {
        try await transport.unary(AccountServiceMethods.reactivateAccount, request, options)
    }

    /// Deletes an account for good: what is left is a tombstone in state DELETED, which gives nothing from then on and still
    /// says who an old event is about (rule B3). With it go its sessions, password, roles and group memberships, and mailbox
    /// removes the grants to it and on its mailbox. Nothing restores it: suspend an account that may come back. The owner is
    /// never deleted (rule A4), and nobody deletes themselves (rule C4). When this has answered, no follower allows on the old
    /// state (rule D17).
    package func deleteAccount(
        _ request: DeleteAccountRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> DeleteAccountResponse {
        try await transport.unary(AccountServiceMethods.deleteAccount, request, options)
    }

    /// Returns one account.
    package func getAccount(
        _ request: GetAccountRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> GetAccountResponse {
        try await transport.unary(AccountServiceMethods.getAccount, request, options)
    }

    /// Shows what identity knows of one account: with its roles and where they count, the groups that it is directly in, its
    /// licence and how many sessions it has.
    package func getAccountSummary(
        _ request: GetAccountSummaryRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> GetAccountSummaryResponse {
        try await transport.unary(AccountServiceMethods.getAccountSummary, request, options)
    }

    /// Lists an organization's accounts, by id: all, or those that are named.
    package func listAccounts(
        _ request: ListAccountsRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> ListAccountsResponse {
        try await transport.unary(AccountServiceMethods.listAccounts, request, options)
    }
}
