import IdentityDomain

let acme = OrganizationID("org_acme")

func account(
    _ id: String, _ kind: Standing.Kind = .user, _ state: Standing.State = .active, role: Standing.Role? = nil,
    owner: Bool = false
) -> Standing {
    Standing(id: AccountID(id), organization: acme, kind: kind, state: state, role: role, owner: owner)
}

func admin(_ id: String, _ role: Standing.Role, _ state: Standing.State = .active) -> Standing {
    account(id, .administrator, state, role: role)
}

let ownerAccount = account("acc_owner", .administrator, role: .fullAdmin, owner: true)

/// Who `standing` is when it acts, with roles on.
func acting(_ standing: Standing) -> Administrator {
    Administrator(
        id: standing.id, organization: standing.organization, role: standing.effectiveRole(rolesEnabled: true),
        owner: standing.owner)
}

/// The code that `body` refuses with; nil when it does not.
func refusal(_ body: () throws(Refusal) -> Void) -> Refusal.Code? {
    do throws(Refusal) {
        try body()
        return nil
    } catch {
        return error.code
    }
}
