import IdentityDomain

let acme = OrganizationID("org_acme")

func account(
    _ id: String, _ kind: Standing.Kind = .user, _ state: Standing.State = .active, roles: [AssignedRole] = [],
    unit: UnitID? = nil, owner: Bool = false
) -> Standing {
    Standing(id: AccountID(id), organization: acme, kind: kind, state: state, roles: roles, unit: unit, owner: owner)
}

/// Who holds roles in the whole organization.
func admin(_ id: String, _ roles: RoleID..., state: Standing.State = .active) -> Standing {
    account(id, .administrator, state, roles: roles.map { AssignedRole($0) })
}

let ownerAccount = account("acc_owner", .administrator, roles: [AssignedRole(.fullAdmin)], owner: true)
let north = UnitID("unt_north")
let south = UnitID("unt_south")

/// What belongs to the first unit, which is under the second, and so on.
func at(_ units: UnitID...) -> UnitPath {
    UnitPath(units.first) { (unit) throws(Never) in units.drop { $0 != unit }.dropFirst().first }
}

/// Who `standing` is when it acts.
func acting(
    _ standing: Standing, rolesEnabled: Bool = true, policies: Policies = Policies(.functionalAccounts)
) -> Administrator {
    Administrator(standing, rolesEnabled: rolesEnabled, policies: policies)
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
