// Generated from mandate/mailbox/v1/mailbox.proto by proto/generate. Do not edit.

package import Messages

extension GetMailboxRequest: LoggedRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .mailboxRead,
            "mailbox",
            mailboxId,
            mailbox: mailboxId)
    }
}

extension ListMailboxesRequest: PagedRequest {}

extension OpenMailboxRequest: ChangeRequest {
    package var etag: String { "" }
    package var occurrence: Occurrence {
        Occurrence(
            .mailboxOpened,
            "mailbox",
            { () -> String? in if case .mailboxId(let value)? = mailbox { value } else { nil } }() ?? "",
            mailbox: { () -> String? in if case .mailboxId(let value)? = mailbox { value } else { nil } }() ?? "",
            subject: { () -> String? in if case .accountId(let value)? = account { value } else { nil } }() ?? "",
            justification: justification,
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension OpenMailboxResponse: ChangeAnswer {
    package var unchanged: Bool { false }
}

extension ListSenderIdentitiesRequest: PagedRequest {}

extension RegisterMailboxRequest: ChangeRequest {
    package var etag: String { "" }
    package var occurrence: Occurrence {
        Occurrence(
            .mailboxRegistered,
            "mailbox",
            ownerId,
            subject: ownerId,
            justification: justification,
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension RegisterMailboxResponse: ChangeAnswer {
    package var unchanged: Bool { false }
}

extension UpdateMailboxRequest: ChangeRequest {
    package var etag: String { mailbox?.etag ?? "" }
    package var occurrence: Occurrence {
        Occurrence(
            .mailboxUpdated,
            "mailbox",
            mailbox?.id ?? "",
            mailbox: mailbox?.id ?? "",
            justification: justification,
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension UpdateMailboxResponse: ChangeAnswer {}

extension TransferMailboxRequest: ChangeRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .mailboxTransferred,
            "mailbox",
            mailboxId,
            mailbox: mailboxId,
            subject: ownerId,
            justification: justification,
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension TransferMailboxResponse: ChangeAnswer {}

extension UnregisterMailboxRequest: ChangeRequest {
    package static var takesAway: Bool { true }
    package var occurrence: Occurrence {
        Occurrence(
            .mailboxUnregistered,
            "mailbox",
            mailboxId,
            mailbox: mailboxId,
            justification: justification,
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension UnregisterMailboxResponse: ChangeAnswer {
    package var unchanged: Bool { false }
}

extension ListRegisteredMailboxesRequest: PagedRequest {}

extension ListRegisteredMailboxesRequest: LoggedRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .mailboxListed,
            "organization",
            organizationId)
    }
    package var organizationNamed: String {
        organizationId
    }
}

extension GetMailboxSettingsRequest: LoggedRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .mailboxSettingsRead,
            "mailbox_settings",
            mailboxId,
            mailbox: mailboxId)
    }
}

extension UpdateMailboxSettingsRequest: ChangeRequest {
    package var etag: String { mailboxSettings?.etag ?? "" }
    package var occurrence: Occurrence {
        Occurrence(
            .mailboxSettingsUpdated,
            "mailbox_settings",
            mailboxSettings?.mailboxId ?? "",
            mailbox: mailboxSettings?.mailboxId ?? "",
            justification: justification,
            requestID: requestId,
            validateOnly: validateOnly)
    }
    package var demandsNamed: [AccessDemand] {
        (updateMask?.paths ?? []).flatMap { path -> [AccessDemand] in
            switch path {
            case "allow_shared_access": [AccessDemand(scope: "delegations", level: .edit)]
            case "displayed_sender": [AccessDemand(scope: "account_details", level: .edit)]
            case "default_signature_text": [AccessDemand(scope: "account_details", level: .edit)]
            case "default_signature_html": [AccessDemand(scope: "account_details", level: .edit)]
            default: []
            }
        }
    }
}

extension UpdateMailboxSettingsResponse: ChangeAnswer {}
