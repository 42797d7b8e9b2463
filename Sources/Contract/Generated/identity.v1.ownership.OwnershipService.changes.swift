// Generated from mandate/identity/v1/ownership.proto by proto/generate. Do not edit.

package import Messages

extension TransferOwnershipRequest: ChangeRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .ownershipTransferred,
            "organization",
            subject: accountId,
            justification: justification,
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension TransferOwnershipResponse: ChangeAnswer {}

extension AcceptOwnershipTransferRequest: ChangeRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .ownershipAccepted,
            "ownership_transfer",
            ownershipTransferId,
            justification: justification,
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension AcceptOwnershipTransferResponse: ChangeAnswer {}

extension DeclineOwnershipTransferRequest: ChangeRequest {
    package static var takesAway: Bool { true }
    package var occurrence: Occurrence {
        Occurrence(
            .ownershipDeclined,
            "ownership_transfer",
            ownershipTransferId,
            justification: justification,
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension DeclineOwnershipTransferResponse: ChangeAnswer {}

extension WithdrawOwnershipTransferRequest: ChangeRequest {
    package static var takesAway: Bool { true }
    package var occurrence: Occurrence {
        Occurrence(
            .ownershipWithdrawn,
            "ownership_transfer",
            ownershipTransferId,
            justification: justification,
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension WithdrawOwnershipTransferResponse: ChangeAnswer {}

extension GetOwnershipTransferRequest: LoggedRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .ownershipTransferRead,
            "organization",
            organizationId)
    }
    package var organizationNamed: String {
        organizationId
    }
}
