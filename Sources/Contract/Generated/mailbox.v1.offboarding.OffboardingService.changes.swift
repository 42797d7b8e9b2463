// Generated from mandate/mailbox/v1/offboarding.proto by proto/generate. Do not edit.

package import Messages

extension OffboardAccountRequest: ChangeRequest {
    package static var takesAway: Bool { true }
    package var etag: String { "" }
    package var occurrence: Occurrence {
        Occurrence(
            .accountOffboarded,
            "account",
            accountId,
            subject: accountId,
            justification: justification,
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension OffboardAccountResponse: ChangeAnswer {}

extension GetOffboardingRequest: LoggedRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .offboardingRead,
            "offboarding",
            offboardingId)
    }
}
