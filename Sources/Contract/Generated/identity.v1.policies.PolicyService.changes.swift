// Generated from mandate/identity/v1/policies.proto by proto/generate. Do not edit.

package import Messages

extension GetPoliciesRequest: LoggedRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .policiesRead,
            "policies",
            organizationId)
    }
    package var organizationNamed: String {
        organizationId
    }
}

extension UpdatePoliciesRequest: ChangeRequest {
    package var etag: String { policies?.etag ?? "" }
    package var occurrence: Occurrence {
        Occurrence(
            .policiesUpdated,
            "policies",
            policies?.organizationId ?? "",
            justification: justification,
            requestID: requestId,
            validateOnly: validateOnly)
    }
    package var demandsNamed: [AccessDemand] {
        (updateMask?.paths ?? []).flatMap { path -> [AccessDemand] in
            switch path {
            case "administrators_by": [AccessDemand(scope: "administrator_role", level: .edit)]
            case "transfer_needs_acceptance": [AccessDemand(scope: "administrator_role", level: .edit)]
            case "guard_administrators": [AccessDemand(scope: "administrator_role", level: .edit)]
            case "invitation_lifetime": [AccessDemand(scope: "account_status", level: .edit)]
            case "delete_suspended_after": [AccessDemand(scope: "automatic_account_deletion", level: .edit)]
            case "deleted_address_lifetime": [AccessDemand(scope: "email_aliases", level: .edit)]
            case "keys_survive_suspension": [AccessDemand(scope: "api_keys", level: .edit)]
            case "owner_grants": [AccessDemand(scope: "delegations", level: .edit)]
            case "all_or_nothing": [AccessDemand(scope: "delegations", level: .edit)]
            case "set_up_manages_access": [AccessDemand(scope: "delegations", level: .edit)]
            case "setup_needs_operations": [AccessDemand(scope: "delegations", level: .edit)]
            case "common_group": [AccessDemand(scope: "delegations", level: .edit)]
            case "owner_plans": [AccessDemand(scope: "delegations", level: .edit)]
            case "sharing_default": [AccessDemand(scope: "delegations", level: .edit)]
            case "displayed_sender": [AccessDemand(scope: "organization_displayed_sender", level: .edit)]
            case "no_displayed_sender": [AccessDemand(scope: "organization_displayed_sender", level: .edit)]
            case "notify": [AccessDemand(scope: "notification_message", level: .edit)]
            case "expiry_warning": [AccessDemand(scope: "delegations", level: .edit)]
            case "grants_must_end": [AccessDemand(scope: "delegations", level: .edit)]
            case "grant_lifetime_max": [AccessDemand(scope: "delegations", level: .edit)]
            case "request_approvals": [AccessDemand(scope: "delegations", level: .edit)]
            case "request_lifetime": [AccessDemand(scope: "delegations", level: .edit)]
            case "break_glass": [AccessDemand(scope: "delegations", level: .edit)]
            default: []
            }
        }
    }
}

extension UpdatePoliciesResponse: ChangeAnswer {}
