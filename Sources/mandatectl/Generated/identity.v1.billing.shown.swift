// Generated from mandate/identity/v1/billing.proto by proto/generate. Do not edit.

internal import Messages

extension BillingDetails: Shown {
    var lines: [Line] {
        [
            ("organization", organizationId),
            ("name", name),
            ("address lines", addressLines.joined(separator: " ")),
            ("country", country),
            ("vat number", vatNumber),
            ("email", email),
            ("payment reference", paymentReference),
            ("etag", etag),
        ]
    }
}

extension GetBillingDetailsResponse: Shown {
    var lines: [Line] {
        billingDetails?.lines ?? []
    }
}

extension UpdateBillingDetailsResponse: Shown {
    var lines: [Line] {
        (billingDetails?.lines ?? [])
            + [
                ("changed", unchanged ? "nothing: they were so before" : "yes"),
                ("event", eventId),
            ]
    }
}
