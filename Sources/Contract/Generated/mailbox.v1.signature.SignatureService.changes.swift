// Generated from mandate/mailbox/v1/signature.proto by proto/generate. Do not edit.

package import Messages

extension SetSignatureRequest: ChangeRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .signatureSet,
            "signature",
            accountId,
            mailbox: mailboxId,
            subject: accountId,
            justification: justification,
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension SetSignatureResponse: ChangeAnswer {}

extension GetSignatureRequest: LoggedRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .signatureRead,
            "signature",
            accountId,
            mailbox: mailboxId,
            subject: accountId)
    }
}

extension DeleteSignatureRequest: ChangeRequest {
    package static var takesAway: Bool { true }
    package var occurrence: Occurrence {
        Occurrence(
            .signatureDeleted,
            "signature",
            accountId,
            mailbox: mailboxId,
            subject: accountId,
            justification: justification,
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension DeleteSignatureResponse: ChangeAnswer {
    package var unchanged: Bool { false }
}

extension ListSignaturesRequest: PagedRequest {}

extension ListSignaturesRequest: LoggedRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .signatureListed,
            "account",
            accountId,
            subject: accountId)
    }
}
