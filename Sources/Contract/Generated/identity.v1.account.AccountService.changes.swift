// Generated from mandate/identity/v1/account.proto by proto/generate. Do not edit.

package import Messages

extension InviteAccountRequest: ChangeRequest {
    package var justification: String { "" }
    package var etag: String { "" }
    package var occurrence: Occurrence {
        Occurrence(
            .accountInvited,
            "account",
            requestID: requestId,
            validateOnly: validateOnly)
    }
    package var organizationNamed: String {
        account?.organizationId ?? ""
    }
}

extension InviteAccountResponse: ChangeAnswer {
    package var unchanged: Bool { false }
}

extension CreateFunctionalAccountRequest: ChangeRequest {
    package var justification: String { "" }
    package var etag: String { "" }
    package var occurrence: Occurrence {
        Occurrence(
            .accountCreated,
            "account",
            requestID: requestId,
            validateOnly: validateOnly)
    }
    package var organizationNamed: String {
        account?.organizationId ?? ""
    }
}

extension CreateFunctionalAccountResponse: ChangeAnswer {
    package var unchanged: Bool { false }
}

extension UpdateAccountRequest: ChangeRequest {
    package var justification: String { "" }
    package var etag: String { account?.etag ?? "" }
    package var occurrence: Occurrence {
        Occurrence(
            .accountUpdated,
            "account",
            account?.id ?? "",
            requestID: requestId,
            validateOnly: validateOnly)
    }
    package var demandsNamed: [AccessDemand] {
        (updateMask?.paths ?? []).flatMap { path -> [AccessDemand] in
            switch path {
            case "display_name": [AccessDemand(scope: "account_details", level: .edit)]
            case "external_id": [AccessDemand(scope: "email_aliases", level: .edit)]
            default: []
            }
        }
    }
}

extension UpdateAccountResponse: ChangeAnswer {}

extension UpdateProfileRequest: ChangeRequest {
    package var justification: String { "" }
    package var etag: String { account?.etag ?? "" }
    package var occurrence: Occurrence {
        Occurrence(
            .accountProfileUpdated,
            "account",
            account?.id ?? "",
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension UpdateProfileResponse: ChangeAnswer {}

extension ChangeAccountTypeRequest: ChangeRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .accountTypeChanged,
            "account",
            accountId,
            subject: accountId,
            justification: justification,
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension ChangeAccountTypeResponse: ChangeAnswer {}

extension SuspendAccountRequest: ChangeRequest {
    package static var takesAway: Bool { true }
    package var occurrence: Occurrence {
        Occurrence(
            .accountSuspended,
            "account",
            accountId,
            subject: accountId,
            justification: justification,
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension SuspendAccountResponse: ChangeAnswer {}

extension ReactivateAccountRequest: ChangeRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .accountReactivated,
            "account",
            accountId,
            subject: accountId,
            justification: justification,
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension ReactivateAccountResponse: ChangeAnswer {}

extension DeleteAccountRequest: ChangeRequest {
    package static var takesAway: Bool { true }
    package var occurrence: Occurrence {
        Occurrence(
            .accountDeleted,
            "account",
            accountId,
            subject: accountId,
            justification: justification,
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension DeleteAccountResponse: ChangeAnswer {}

extension GetAccountRequest: LoggedRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .accountRead,
            "account",
            { () -> String? in if case .accountId(let value)? = key { value } else { nil } }() ?? "")
    }
}

extension GetAccountSummaryRequest: LoggedRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .accountRead,
            "account",
            accountId)
    }
}

extension ListAccountsRequest: PagedRequest {}

extension ListAccountsRequest: LoggedRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .accountListed,
            "organization",
            organizationId)
    }
    package var organizationNamed: String {
        organizationId
    }
    package var unitNamed: String {
        unitId
    }
}
