// Generated from mandate/identity/v1/mailbox_address.proto by proto/generate. Do not edit.

package import Messages
package import RPC

/// The methods of mandate.identity.v1.MailboxAddressService.
package enum MailboxAddressServiceMethods {
    /// Takes an address for a mailbox, or gives the mailbox another owner: the same call again changes nothing. The address is in
    /// a verified domain of the organization and nobody else's (rule B5); the owner is active and acts.
    package static let claimMailboxAddress = Method<ClaimMailboxAddressRequest, ClaimMailboxAddressResponse>(
        "mandate.identity.v1.MailboxAddressService/ClaimMailboxAddress", .unary,
        Access(kind: .service, mutates: true),
        log: MethodLog(action: "mailbox_address.claimed", resourceType: "mailbox_address", target: "mailbox_id", mailbox: "mailbox_id", subject: "owner_id"))

    /// Frees a mailbox's address, and its owner. Of one that is not taken it changes nothing.
    package static let releaseMailboxAddress = Method<ReleaseMailboxAddressRequest, ReleaseMailboxAddressResponse>(
        "mandate.identity.v1.MailboxAddressService/ReleaseMailboxAddress", .unary,
        Access(kind: .service, mutates: true),
        log: MethodLog(action: "mailbox_address.released", resourceType: "mailbox_address", target: "mailbox_id", mailbox: "mailbox_id", takesAway: true))

    /// Lists what is taken, by mailbox.
    package static let listMailboxAddresses = Method<ListMailboxAddressesRequest, ListMailboxAddressesResponse>(
        "mandate.identity.v1.MailboxAddressService/ListMailboxAddresses", .unary,
        Access(kind: .service))

    /// Every method, as the file declares them.
    package static let all: [MethodDescriptor] = [
        claimMailboxAddress.descriptor,
        releaseMailboxAddress.descriptor,
        listMailboxAddresses.descriptor,
    ]
}

/// Called by mailbox alone, which keeps the mailboxes: before it registers or transfers one, and after one is gone. An account
/// that owns one is not deleted before it is another's.
package protocol MailboxAddressService: Sendable {
    /// Takes an address for a mailbox, or gives the mailbox another owner: the same call again changes nothing. The address is in
    /// a verified domain of the organization and nobody else's (rule B5); the owner is active and acts.
    func claimMailboxAddress(
        _ request: ClaimMailboxAddressRequest, _ call: Call
    ) throws(Status) -> Answer<ClaimMailboxAddressResponse>
    /// Frees a mailbox's address, and its owner. Of one that is not taken it changes nothing.
    func releaseMailboxAddress(
        _ request: ReleaseMailboxAddressRequest, _ call: Call
    ) throws(Status) -> Answer<ReleaseMailboxAddressResponse>
    /// Lists what is taken, by mailbox.
    func listMailboxAddresses(
        _ request: ListMailboxAddressesRequest, _ call: Call
    ) throws(Status) -> Answer<ListMailboxAddressesResponse>
}

extension Router {
    /// Registers every method of mandate.identity.v1.MailboxAddressService.
    package mutating func add(_ service: some MailboxAddressService) {
        unary(MailboxAddressServiceMethods.claimMailboxAddress) { (request, call) throws(Status) in
            try service.claimMailboxAddress(request, call)
        }
        unary(MailboxAddressServiceMethods.releaseMailboxAddress) { (request, call) throws(Status) in
            try service.releaseMailboxAddress(request, call)
        }
        unary(MailboxAddressServiceMethods.listMailboxAddresses) { (request, call) throws(Status) in
            try service.listMailboxAddresses(request, call)
        }
    }
}

/// Calls mandate.identity.v1.MailboxAddressService.
package struct MailboxAddressClient: Sendable {
    package let transport: any CallTransport

    package init(transport: any CallTransport) {
        self.transport = transport
    }

    /// Takes an address for a mailbox, or gives the mailbox another owner: the same call again changes nothing. The address is in
    /// a verified domain of the organization and nobody else's (rule B5); the owner is active and acts.
    package func claimMailboxAddress(
        _ request: ClaimMailboxAddressRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> ClaimMailboxAddressResponse {
        try await transport.unary(MailboxAddressServiceMethods.claimMailboxAddress, request, options)
    }

    /// Frees a mailbox's address, and its owner. Of one that is not taken it changes nothing.
    package func releaseMailboxAddress(
        _ request: ReleaseMailboxAddressRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> ReleaseMailboxAddressResponse {
        try await transport.unary(MailboxAddressServiceMethods.releaseMailboxAddress, request, options)
    }

    /// Lists what is taken, by mailbox.
    package func listMailboxAddresses(
        _ request: ListMailboxAddressesRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> ListMailboxAddressesResponse {
        try await transport.unary(MailboxAddressServiceMethods.listMailboxAddresses, request, options)
    }
}
