// Generated from mandate/mailbox/v1/mailbox.proto by proto/generate. Do not edit.

package import Messages
package import RPC

/// The methods of mandate.mailbox.v1.MailboxService.
package enum MailboxServiceMethods {
    /// Returns one mailbox.
    package static let getMailbox = Method<GetMailboxRequest, GetMailboxResponse>(
        "mandate.mailbox.v1.MailboxService/GetMailbox", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "delegations", level: .view)], orMailboxOwner: true),
        log: MethodLog(action: "mailbox.read", resourceType: "mailbox", target: "mailbox_id", mailbox: "mailbox_id"))

    /// Lists every mailbox that an account can do something in, its own first (rules D9, D15, D24).
    package static let listMailboxes = Method<ListMailboxesRequest, ListMailboxesResponse>(
        "mandate.mailbox.v1.MailboxService/ListMailboxes", .unary,
        Access(kind: .service))

    /// Every method, as the file declares them.
    package static let all: [MethodDescriptor] = [
        getMailbox.descriptor,
        listMailboxes.descriptor,
    ]
}

/// Mailboxes, and who can do what in them.
package protocol MailboxService: Sendable {
    /// Returns one mailbox.
    func getMailbox(
        _ request: GetMailboxRequest, _ call: Call
    ) throws(Status) -> Answer<GetMailboxResponse>
    /// Lists every mailbox that an account can do something in, its own first (rules D9, D15, D24).
    func listMailboxes(
        _ request: ListMailboxesRequest, _ call: Call
    ) throws(Status) -> Answer<ListMailboxesResponse>
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
    }
}

/// Calls mandate.mailbox.v1.MailboxService.
package struct MailboxClient: Sendable {
    package let transport: any CallTransport

    package init(transport: any CallTransport) {
        self.transport = transport
    }

    /// Returns one mailbox.
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
}
