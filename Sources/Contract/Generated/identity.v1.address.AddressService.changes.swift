// Generated from mandate/identity/v1/address.proto by proto/generate. Do not edit.

package import Messages

extension AddAliasRequest: ChangeRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .accountAliasAdded,
            "account",
            accountId,
            subject: accountId,
            justification: justification,
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension AddAliasResponse: ChangeAnswer {}

extension RemoveAliasRequest: ChangeRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .accountAliasRemoved,
            "account",
            accountId,
            subject: accountId,
            justification: justification,
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension RemoveAliasResponse: ChangeAnswer {}

extension MoveAliasRequest: ChangeRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .accountAliasMoved,
            "account",
            accountId,
            subject: accountId,
            justification: justification,
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension MoveAliasResponse: ChangeAnswer {}

extension ChangePrimaryAddressRequest: ChangeRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .accountPrimaryAddressChanged,
            "account",
            accountId,
            subject: accountId,
            justification: justification,
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension ChangePrimaryAddressResponse: ChangeAnswer {}

extension ListAddressesRequest: PagedRequest {}

extension ListAddressesRequest: LoggedRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .addressListed,
            "organization",
            organizationId)
    }
    package var organizationNamed: String {
        organizationId
    }
}
