// Generated from mandate/identity/v1/billing.proto by proto/generate. Do not edit.

package import Messages

extension GetBillingDetailsRequest: LoggedRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .billingDetailsRead,
            "billing_details",
            organizationId)
    }
    package var organizationNamed: String {
        organizationId
    }
}

extension UpdateBillingDetailsRequest: ChangeRequest {
    package var etag: String { billingDetails?.etag ?? "" }
    package var occurrence: Occurrence {
        Occurrence(
            .billingDetailsUpdated,
            "billing_details",
            billingDetails?.organizationId ?? "",
            justification: justification,
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension UpdateBillingDetailsResponse: ChangeAnswer {}
