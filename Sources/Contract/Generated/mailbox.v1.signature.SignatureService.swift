// Generated from mandate/mailbox/v1/signature.proto by proto/generate. Do not edit.

package import Messages
package import RPC

/// The methods of mandate.mailbox.v1.SignatureService.
package enum SignatureServiceMethods {
    /// Sets an account's signature for a mailbox that it can do something in.
    package static let setSignature = Method<SetSignatureRequest, SetSignatureResponse>(
        "mandate.mailbox.v1.SignatureService/SetSignature", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "account_details", level: .edit)], orSelf: true, mutates: true),
        log: MethodLog(action: "signature.set", resourceType: "signature", target: "account_id", mailbox: "mailbox_id", subject: "account_id"))

    /// Returns an account's signature for a mailbox: its own, else the mailbox's default.
    package static let getSignature = Method<GetSignatureRequest, GetSignatureResponse>(
        "mandate.mailbox.v1.SignatureService/GetSignature", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "account_details", level: .view)], orSelf: true),
        log: MethodLog(action: "signature.read", resourceType: "signature", target: "account_id", mailbox: "mailbox_id", subject: "account_id"))

    /// Deletes an account's own signature for a mailbox.
    package static let deleteSignature = Method<DeleteSignatureRequest, DeleteSignatureResponse>(
        "mandate.mailbox.v1.SignatureService/DeleteSignature", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "account_details", level: .edit)], orSelf: true, mutates: true),
        log: MethodLog(action: "signature.deleted", resourceType: "signature", target: "account_id", mailbox: "mailbox_id", subject: "account_id", takesAway: true))

    /// Lists an account's own signatures, by mailbox.
    package static let listSignatures = Method<ListSignaturesRequest, ListSignaturesResponse>(
        "mandate.mailbox.v1.SignatureService/ListSignatures", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "account_details", level: .view)], orSelf: true),
        log: MethodLog(action: "signature.listed", resourceType: "account", target: "account_id", subject: "account_id"))

    /// Every method, as the file declares them.
    package static let all: [MethodDescriptor] = [
        setSignature.descriptor,
        getSignature.descriptor,
        deleteSignature.descriptor,
        listSignatures.descriptor,
    ]
}

/// Signatures, one an account and mailbox (rule D13). One is there only while the account can do something in the mailbox, or
/// would if it were active and the mailbox shared: it ends with access, and does not come back with it.
package protocol SignatureService: Sendable {
    /// Sets an account's signature for a mailbox that it can do something in.
    func setSignature(
        _ request: SetSignatureRequest, _ call: Call
    ) throws(Status) -> Answer<SetSignatureResponse>
    /// Returns an account's signature for a mailbox: its own, else the mailbox's default.
    func getSignature(
        _ request: GetSignatureRequest, _ call: Call
    ) throws(Status) -> Answer<GetSignatureResponse>
    /// Deletes an account's own signature for a mailbox.
    func deleteSignature(
        _ request: DeleteSignatureRequest, _ call: Call
    ) throws(Status) -> Answer<DeleteSignatureResponse>
    /// Lists an account's own signatures, by mailbox.
    func listSignatures(
        _ request: ListSignaturesRequest, _ call: Call
    ) throws(Status) -> Answer<ListSignaturesResponse>
}

extension Router {
    /// Registers every method of mandate.mailbox.v1.SignatureService.
    package mutating func add(_ service: some SignatureService) {
        unary(SignatureServiceMethods.setSignature) { (request, call) throws(Status) in
            try service.setSignature(request, call)
        }
        unary(SignatureServiceMethods.getSignature) { (request, call) throws(Status) in
            try service.getSignature(request, call)
        }
        unary(SignatureServiceMethods.deleteSignature) { (request, call) throws(Status) in
            try service.deleteSignature(request, call)
        }
        unary(SignatureServiceMethods.listSignatures) { (request, call) throws(Status) in
            try service.listSignatures(request, call)
        }
    }
}

/// Calls mandate.mailbox.v1.SignatureService.
package struct SignatureClient: Sendable {
    package let transport: any CallTransport

    package init(transport: any CallTransport) {
        self.transport = transport
    }

    /// Sets an account's signature for a mailbox that it can do something in.
    package func setSignature(
        _ request: SetSignatureRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> SetSignatureResponse {
        try await transport.unary(SignatureServiceMethods.setSignature, request, options)
    }

    /// Returns an account's signature for a mailbox: its own, else the mailbox's default.
    package func getSignature(
        _ request: GetSignatureRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> GetSignatureResponse {
        try await transport.unary(SignatureServiceMethods.getSignature, request, options)
    }

    /// Deletes an account's own signature for a mailbox.
    package func deleteSignature(
        _ request: DeleteSignatureRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> DeleteSignatureResponse {
        try await transport.unary(SignatureServiceMethods.deleteSignature, request, options)
    }

    /// Lists an account's own signatures, by mailbox.
    package func listSignatures(
        _ request: ListSignaturesRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> ListSignaturesResponse {
        try await transport.unary(SignatureServiceMethods.listSignatures, request, options)
    }
}
