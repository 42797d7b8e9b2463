// Generated from mandate/identity/v1/address.proto by proto/generate. Do not edit.

package import Messages
package import RPC

/// The methods of mandate.identity.v1.AddressService.
package enum AddressServiceMethods {
    /// Gives an account another address. At most 100 an account.
    package static let addAlias = Method<AddAliasRequest, AddAliasResponse>(
        "mandate.identity.v1.AddressService/AddAlias", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "email_aliases", level: .edit)], mutates: true),
        log: MethodLog(action: "account.alias_added", resourceType: "account", target: "account_id", subject: "account_id"))

    /// Takes an alias from an account. The address is free at once, and named by nobody when this has answered (rule D17).
    package static let removeAlias = Method<RemoveAliasRequest, RemoveAliasResponse>(
        "mandate.identity.v1.AddressService/RemoveAlias", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "email_aliases", level: .edit)], mutates: true),
        log: MethodLog(action: "account.alias_removed", resourceType: "account", target: "account_id", subject: "account_id"))

    /// Moves an alias to another account of the organization, in one step: at no moment does it name both or neither. The log
    /// has an event for each of the two.
    package static let moveAlias = Method<MoveAliasRequest, MoveAliasResponse>(
        "mandate.identity.v1.AddressService/MoveAlias", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "email_aliases", level: .edit)], mutates: true),
        log: MethodLog(action: "account.alias_moved", resourceType: "account", target: "account_id", subject: "account_id"))

    /// Makes an alias of an account, or a new address, its primary one. The primary address before becomes an alias:
    /// RemoveAlias takes it away.
    package static let changePrimaryAddress = Method<ChangePrimaryAddressRequest, ChangePrimaryAddressResponse>(
        "mandate.identity.v1.AddressService/ChangePrimaryAddress", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "email_aliases", level: .edit)], mutates: true),
        log: MethodLog(action: "account.primary_address_changed", resourceType: "account", target: "account_id", subject: "account_id"))

    /// Lists an organization's addresses, by the form in which they are compared: all, or those of one account or domain. Those
    /// of a deleted account are among them for as long as they are taken.
    package static let listAddresses = Method<ListAddressesRequest, ListAddressesResponse>(
        "mandate.identity.v1.AddressService/ListAddresses", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "email_aliases", level: .view)]),
        log: MethodLog(action: "address.listed", resourceType: "organization", target: "organization_id"))

    /// Every method, as the file declares them.
    package static let all: [MethodDescriptor] = [
        addAlias.descriptor,
        removeAlias.descriptor,
        moveAlias.descriptor,
        changePrimaryAddress.descriptor,
        listAddresses.descriptor,
    ]
}

/// Addresses of accounts: one primary each, and aliases (rule B5). An address, primary or alias, names one account in the
/// installation, compared without case; wherever an account is named by its address, an alias does too. Who changes an
/// administrator's is a Full admin, or the administrator itself (rule C6).
package protocol AddressService: Sendable {
    /// Gives an account another address. At most 100 an account.
    func addAlias(
        _ request: AddAliasRequest, _ call: Call
    ) throws(Status) -> Answer<AddAliasResponse>
    /// Takes an alias from an account. The address is free at once, and named by nobody when this has answered (rule D17).
    func removeAlias(
        _ request: RemoveAliasRequest, _ call: Call
    ) throws(Status) -> Answer<RemoveAliasResponse>
    /// Moves an alias to another account of the organization, in one step: at no moment does it name both or neither. The log
    /// has an event for each of the two.
    func moveAlias(
        _ request: MoveAliasRequest, _ call: Call
    ) throws(Status) -> Answer<MoveAliasResponse>
    /// Makes an alias of an account, or a new address, its primary one. The primary address before becomes an alias:
    /// RemoveAlias takes it away.
    func changePrimaryAddress(
        _ request: ChangePrimaryAddressRequest, _ call: Call
    ) throws(Status) -> Answer<ChangePrimaryAddressResponse>
    /// Lists an organization's addresses, by the form in which they are compared: all, or those of one account or domain. Those
    /// of a deleted account are among them for as long as they are taken.
    func listAddresses(
        _ request: ListAddressesRequest, _ call: Call
    ) throws(Status) -> Answer<ListAddressesResponse>
}

extension Router {
    /// Registers every method of mandate.identity.v1.AddressService.
    package mutating func add(_ service: some AddressService) {
        unary(AddressServiceMethods.addAlias) { (request, call) throws(Status) in
            try service.addAlias(request, call)
        }
        unary(AddressServiceMethods.removeAlias) { (request, call) throws(Status) in
            try service.removeAlias(request, call)
        }
        unary(AddressServiceMethods.moveAlias) { (request, call) throws(Status) in
            try service.moveAlias(request, call)
        }
        unary(AddressServiceMethods.changePrimaryAddress) { (request, call) throws(Status) in
            try service.changePrimaryAddress(request, call)
        }
        unary(AddressServiceMethods.listAddresses) { (request, call) throws(Status) in
            try service.listAddresses(request, call)
        }
    }
}

/// Calls mandate.identity.v1.AddressService.
package struct AddressClient: Sendable {
    package let transport: any CallTransport

    package init(transport: any CallTransport) {
        self.transport = transport
    }

    /// Gives an account another address. At most 100 an account.
    package func addAlias(
        _ request: AddAliasRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> AddAliasResponse {
        try await transport.unary(AddressServiceMethods.addAlias, request, options)
    }

    /// Takes an alias from an account. The address is free at once, and named by nobody when this has answered (rule D17).
    package func removeAlias(
        _ request: RemoveAliasRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> RemoveAliasResponse {
        try await transport.unary(AddressServiceMethods.removeAlias, request, options)
    }

    /// Moves an alias to another account of the organization, in one step: at no moment does it name both or neither. The log
    /// has an event for each of the two.
    package func moveAlias(
        _ request: MoveAliasRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> MoveAliasResponse {
        try await transport.unary(AddressServiceMethods.moveAlias, request, options)
    }

    /// Makes an alias of an account, or a new address, its primary one. The primary address before becomes an alias:
    /// RemoveAlias takes it away.
    package func changePrimaryAddress(
        _ request: ChangePrimaryAddressRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> ChangePrimaryAddressResponse {
        try await transport.unary(AddressServiceMethods.changePrimaryAddress, request, options)
    }

    /// Lists an organization's addresses, by the form in which they are compared: all, or those of one account or domain. Those
    /// of a deleted account are among them for as long as they are taken.
    package func listAddresses(
        _ request: ListAddressesRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> ListAddressesResponse {
        try await transport.unary(AddressServiceMethods.listAddresses, request, options)
    }
}
