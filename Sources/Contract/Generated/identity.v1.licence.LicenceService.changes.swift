// Generated from mandate/identity/v1/licence.proto by proto/generate. Do not edit.

package import Messages

extension AssignLicenceRequest: ChangeRequest {
    package var justification: String { "" }
    package var occurrence: Occurrence {
        Occurrence(
            .licenceAssigned,
            "subscription",
            subscriptionId,
            subject: accountId,
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension AssignLicenceResponse: ChangeAnswer {}

extension UnassignLicenceRequest: ChangeRequest {
    package static var takesAway: Bool { true }
    package var justification: String { "" }
    package var occurrence: Occurrence {
        Occurrence(
            .licenceUnassigned,
            "subscription",
            subscriptionId,
            subject: accountId,
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension UnassignLicenceResponse: ChangeAnswer {}

extension ListLicencesRequest: PagedRequest {}

extension ListLicencesRequest: LoggedRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .licenceListed,
            "organization",
            organizationId)
    }
    package var organizationNamed: String {
        organizationId
    }
}
