// Generated from mandate/mailbox/v1/mailbox.proto by proto/generate. Do not edit.

package import Messages
package import RPC

/// The methods of mandate.mailbox.v1.MailboxService.
package enum MailboxServiceMethods {
    /// Returns one mailbox, and what an account can do in it and how.
    package static let getMailbox = Method<GetMailboxRequest, GetMailboxResponse>(
        "mandate.mailbox.v1.MailboxService/GetMailbox", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "delegations", level: .view)], orMailboxOwner: true, orMailbox: .uses),
        log: MethodLog(action: "mailbox.read", resourceType: "mailbox", target: "mailbox_id", mailbox: "mailbox_id"))

    /// Lists every mailbox that an account can do something in, its own first (rules D9, D15, D24).
    package static let listMailboxes = Method<ListMailboxesRequest, ListMailboxesResponse>(
        "mandate.mailbox.v1.MailboxService/ListMailboxes", .unary,
        Access(kind: .service))

    /// Opens a mailbox for an account: the decision of Check about open, recorded as a use in the log of communication (rules D15,
    /// E1). Who can open folders of it only opens it by the first of them: access says which there are (rule D27). A denial is an
    /// answer, and recorded too: beyond a few a minute what is denied to one account is counted. A request id that comes again is
    /// decided anew, and what is allowed again is recorded once.
    package static let openMailbox = Method<OpenMailboxRequest, OpenMailboxResponse>(
        "mandate.mailbox.v1.MailboxService/OpenMailbox", .unary,
        Access(kind: .service, mutates: true),
        log: MethodLog(action: "mailbox.opened", resourceType: "mailbox", target: "mailbox_id", mailbox: "mailbox_id", subject: "account_id"))

    /// Lists every address, aliases too, that an account can send as, each with what recipients see: its own first, its primary
    /// address before its aliases; then the other mailboxes by id.
    package static let listSenderIdentities = Method<ListSenderIdentitiesRequest, ListSenderIdentitiesResponse>(
        "mandate.mailbox.v1.MailboxService/ListSenderIdentities", .unary,
        Access(kind: .service))

    /// Registers one more mailbox, owned by an account (rule D8): by the account for itself, under policy setup_needs_operations
    /// with both system operations (rule D10), or by an administrator. Its address is in a verified domain of the organization
    /// and nobody else's (rule B5).
    package static let registerMailbox = Method<RegisterMailboxRequest, RegisterMailboxResponse>(
        "mandate.mailbox.v1.MailboxService/RegisterMailbox", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "email_aliases", level: .edit)], orSelf: true, mutates: true),
        log: MethodLog(action: "mailbox.registered", resourceType: "mailbox", target: "owner_id", subject: "owner_id"))

    /// Gives a registered mailbox another name.
    package static let updateMailbox = Method<UpdateMailboxRequest, UpdateMailboxResponse>(
        "mandate.mailbox.v1.MailboxService/UpdateMailbox", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "account_details", level: .edit)], mutates: true, orMailbox: .setsUp),
        log: MethodLog(action: "mailbox.updated", resourceType: "mailbox", target: "mailbox.id", mailbox: "mailbox.id"))

    /// Gives a registered mailbox to another active account of the organization: its owner does, or an administrator. Delegations
    /// stay; the old owner has what it was granted. When this has answered, no decision anywhere takes the old owner for it.
    package static let transferMailbox = Method<TransferMailboxRequest, TransferMailboxResponse>(
        "mandate.mailbox.v1.MailboxService/TransferMailbox", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "delegations", level: .edit)], orMailboxOwner: true, mutates: true),
        log: MethodLog(action: "mailbox.transferred", resourceType: "mailbox", target: "mailbox_id", mailbox: "mailbox_id", subject: "owner_id"))

    /// Takes a registered mailbox away with its delegations, settings and signatures: its owner does, or an administrator. Its
    /// address is free soon after.
    package static let unregisterMailbox = Method<UnregisterMailboxRequest, UnregisterMailboxResponse>(
        "mandate.mailbox.v1.MailboxService/UnregisterMailbox", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "delegations", level: .edit)], orMailboxOwner: true, mutates: true),
        log: MethodLog(action: "mailbox.unregistered", resourceType: "mailbox", target: "mailbox_id", mailbox: "mailbox_id", takesAway: true))

    /// Lists an organization's registered mailboxes, by id.
    package static let listRegisteredMailboxes = Method<ListRegisteredMailboxesRequest, ListRegisteredMailboxesResponse>(
        "mandate.mailbox.v1.MailboxService/ListRegisteredMailboxes", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "delegations", level: .view)]),
        log: MethodLog(action: "mailbox.listed", resourceType: "organization", target: "organization_id"))

    /// Returns a mailbox's settings.
    package static let getMailboxSettings = Method<GetMailboxSettingsRequest, GetMailboxSettingsResponse>(
        "mandate.mailbox.v1.MailboxService/GetMailboxSettings", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "account_details", level: .view)], orMailboxOwner: true, orMailbox: .uses),
        log: MethodLog(action: "mailbox.settings_read", resourceType: "mailbox_settings", target: "mailbox_id", mailbox: "mailbox_id"))

    /// Changes a mailbox's settings, all that the mask names or none. Whether it is shared is changed by whoever may change its
    /// delegates (rule D7).
    package static let updateMailboxSettings = Method<UpdateMailboxSettingsRequest, UpdateMailboxSettingsResponse>(
        "mandate.mailbox.v1.MailboxService/UpdateMailboxSettings", .unary,
        Access(kind: .account, mutates: true, by: "update_mask", orMailbox: .setsUp),
        log: MethodLog(action: "mailbox.settings_updated", resourceType: "mailbox_settings", target: "mailbox_settings.mailbox_id", mailbox: "mailbox_settings.mailbox_id"))

    /// Every method, as the file declares them.
    package static let all: [MethodDescriptor] = [
        getMailbox.descriptor,
        listMailboxes.descriptor,
        openMailbox.descriptor,
        listSenderIdentities.descriptor,
        registerMailbox.descriptor,
        updateMailbox.descriptor,
        transferMailbox.descriptor,
        unregisterMailbox.descriptor,
        listRegisteredMailboxes.descriptor,
        getMailboxSettings.descriptor,
        updateMailboxSettings.descriptor,
    ]
}

/// Mailboxes, and who can do what in them.
package protocol MailboxService: Sendable {
    /// Returns one mailbox, and what an account can do in it and how.
    func getMailbox(
        _ request: GetMailboxRequest, _ call: Call
    ) throws(Status) -> Answer<GetMailboxResponse>
    /// Lists every mailbox that an account can do something in, its own first (rules D9, D15, D24).
    func listMailboxes(
        _ request: ListMailboxesRequest, _ call: Call
    ) throws(Status) -> Answer<ListMailboxesResponse>
    /// Opens a mailbox for an account: the decision of Check about open, recorded as a use in the log of communication (rules D15,
    /// E1). Who can open folders of it only opens it by the first of them: access says which there are (rule D27). A denial is an
    /// answer, and recorded too: beyond a few a minute what is denied to one account is counted. A request id that comes again is
    /// decided anew, and what is allowed again is recorded once.
    func openMailbox(
        _ request: OpenMailboxRequest, _ call: Call
    ) throws(Status) -> Answer<OpenMailboxResponse>
    /// Lists every address, aliases too, that an account can send as, each with what recipients see: its own first, its primary
    /// address before its aliases; then the other mailboxes by id.
    func listSenderIdentities(
        _ request: ListSenderIdentitiesRequest, _ call: Call
    ) throws(Status) -> Answer<ListSenderIdentitiesResponse>
    /// Registers one more mailbox, owned by an account (rule D8): by the account for itself, under policy setup_needs_operations
    /// with both system operations (rule D10), or by an administrator. Its address is in a verified domain of the organization
    /// and nobody else's (rule B5).
    func registerMailbox(
        _ request: RegisterMailboxRequest, _ call: Call
    ) throws(Status) -> Answer<RegisterMailboxResponse>
    /// Gives a registered mailbox another name.
    func updateMailbox(
        _ request: UpdateMailboxRequest, _ call: Call
    ) throws(Status) -> Answer<UpdateMailboxResponse>
    /// Gives a registered mailbox to another active account of the organization: its owner does, or an administrator. Delegations
    /// stay; the old owner has what it was granted. When this has answered, no decision anywhere takes the old owner for it.
    func transferMailbox(
        _ request: TransferMailboxRequest, _ call: Call
    ) throws(Status) -> Answer<TransferMailboxResponse>
    /// Takes a registered mailbox away with its delegations, settings and signatures: its owner does, or an administrator. Its
    /// address is free soon after.
    func unregisterMailbox(
        _ request: UnregisterMailboxRequest, _ call: Call
    ) throws(Status) -> Answer<UnregisterMailboxResponse>
    /// Lists an organization's registered mailboxes, by id.
    func listRegisteredMailboxes(
        _ request: ListRegisteredMailboxesRequest, _ call: Call
    ) throws(Status) -> Answer<ListRegisteredMailboxesResponse>
    /// Returns a mailbox's settings.
    func getMailboxSettings(
        _ request: GetMailboxSettingsRequest, _ call: Call
    ) throws(Status) -> Answer<GetMailboxSettingsResponse>
    /// Changes a mailbox's settings, all that the mask names or none. Whether it is shared is changed by whoever may change its
    /// delegates (rule D7).
    func updateMailboxSettings(
        _ request: UpdateMailboxSettingsRequest, _ call: Call
    ) throws(Status) -> Answer<UpdateMailboxSettingsResponse>
}

extension Router {
    /// Registers every method of mandate.mailbox.v1.MailboxService.
    package mutating func add(_ service: some MailboxService) {
        unary(MailboxServiceMethods.getMailbox) { (request, call) throws(Status) in
            try service.getMailbox(request, call)
        }
        unary(MailboxServiceMethods.listMailboxes) { (request, call) throws(Status) in
            try service.listMailboxes(request, call)
        }
        unary(MailboxServiceMethods.openMailbox) { (request, call) throws(Status) in
            try service.openMailbox(request, call)
        }
        unary(MailboxServiceMethods.listSenderIdentities) { (request, call) throws(Status) in
            try service.listSenderIdentities(request, call)
        }
        unary(MailboxServiceMethods.registerMailbox) { (request, call) throws(Status) in
            try service.registerMailbox(request, call)
        }
        unary(MailboxServiceMethods.updateMailbox) { (request, call) throws(Status) in
            try service.updateMailbox(request, call)
        }
        unary(MailboxServiceMethods.transferMailbox) { (request, call) throws(Status) in
            try service.transferMailbox(request, call)
        }
        unary(MailboxServiceMethods.unregisterMailbox) { (request, call) throws(Status) in
            try service.unregisterMailbox(request, call)
        }
        unary(MailboxServiceMethods.listRegisteredMailboxes) { (request, call) throws(Status) in
            try service.listRegisteredMailboxes(request, call)
        }
        unary(MailboxServiceMethods.getMailboxSettings) { (request, call) throws(Status) in
            try service.getMailboxSettings(request, call)
        }
        unary(MailboxServiceMethods.updateMailboxSettings) { (request, call) throws(Status) in
            try service.updateMailboxSettings(request, call)
        }
    }
}

/// Calls mandate.mailbox.v1.MailboxService.
package struct MailboxClient: Sendable {
    package let transport: any CallTransport

    package init(transport: any CallTransport) {
        self.transport = transport
    }

    /// Returns one mailbox, and what an account can do in it and how.
    package func getMailbox(
        _ request: GetMailboxRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> GetMailboxResponse {
        try await transport.unary(MailboxServiceMethods.getMailbox, request, options)
    }

    /// Lists every mailbox that an account can do something in, its own first (rules D9, D15, D24).
    package func listMailboxes(
        _ request: ListMailboxesRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> ListMailboxesResponse {
        try await transport.unary(MailboxServiceMethods.listMailboxes, request, options)
    }

    /// Opens a mailbox for an account: the decision of Check about open, recorded as a use in the log of communication (rules D15,
    /// E1). Who can open folders of it only opens it by the first of them: access says which there are (rule D27). A denial is an
    /// answer, and recorded too: beyond a few a minute what is denied to one account is counted. A request id that comes again is
    /// decided anew, and what is allowed again is recorded once.
    package func openMailbox(
        _ request: OpenMailboxRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> OpenMailboxResponse {
        try await transport.unary(MailboxServiceMethods.openMailbox, request, options)
    }

    /// Lists every address, aliases too, that an account can send as, each with what recipients see: its own first, its primary
    /// address before its aliases; then the other mailboxes by id.
    package func listSenderIdentities(
        _ request: ListSenderIdentitiesRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> ListSenderIdentitiesResponse {
        try await transport.unary(MailboxServiceMethods.listSenderIdentities, request, options)
    }

    /// Registers one more mailbox, owned by an account (rule D8): by the account for itself, under policy setup_needs_operations
    /// with both system operations (rule D10), or by an administrator. Its address is in a verified domain of the organization
    /// and nobody else's (rule B5).
    package func registerMailbox(
        _ request: RegisterMailboxRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> RegisterMailboxResponse {
        try await transport.unary(MailboxServiceMethods.registerMailbox, request, options)
    }

    /// Gives a registered mailbox another name.
    package func updateMailbox(
        _ request: UpdateMailboxRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> UpdateMailboxResponse {
        try await transport.unary(MailboxServiceMethods.updateMailbox, request, options)
    }

    /// Gives a registered mailbox to another active account of the organization: its owner does, or an administrator. Delegations
    /// stay; the old owner has what it was granted. When this has answered, no decision anywhere takes the old owner for it.
    package func transferMailbox(
        _ request: TransferMailboxRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> TransferMailboxResponse {
        try await transport.unary(MailboxServiceMethods.transferMailbox, request, options)
    }

    /// Takes a registered mailbox away with its delegations, settings and signatures: its owner does, or an administrator. Its
    /// address is free soon after.
    package func unregisterMailbox(
        _ request: UnregisterMailboxRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> UnregisterMailboxResponse {
        try await transport.unary(MailboxServiceMethods.unregisterMailbox, request, options)
    }

    /// Lists an organization's registered mailboxes, by id.
    package func listRegisteredMailboxes(
        _ request: ListRegisteredMailboxesRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> ListRegisteredMailboxesResponse {
        try await transport.unary(MailboxServiceMethods.listRegisteredMailboxes, request, options)
    }

    /// Returns a mailbox's settings.
    package func getMailboxSettings(
        _ request: GetMailboxSettingsRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> GetMailboxSettingsResponse {
        try await transport.unary(MailboxServiceMethods.getMailboxSettings, request, options)
    }

    /// Changes a mailbox's settings, all that the mask names or none. Whether it is shared is changed by whoever may change its
    /// delegates (rule D7).
    package func updateMailboxSettings(
        _ request: UpdateMailboxSettingsRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> UpdateMailboxSettingsResponse {
        try await transport.unary(MailboxServiceMethods.updateMailboxSettings, request, options)
    }
}
