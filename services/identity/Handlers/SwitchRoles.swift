internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import RPC
internal import SQL

extension OrganizationHandler {
    /// As many administrators as an answer and an event name; how many there are stands beside.
    private static let namedMax = 1000

    /// Switches roles on or off (A8), in one transaction whatever the number of administrators is.
    func switchRoles(_ request: SwitchRolesRequest, _ call: Call) throws(Status) -> Answer<SwitchRolesResponse> {
        identity.changing(request, call) { write, administration in
            let before = try write.changing(administration.organization)
            try administration.administrator.maySwitchRoles()
            var organization = before
            organization.rolesEnabled = request.roles == .on
            let ids = try write.tx.administratorIDs(of: administration.administrator.organization)
            if organization.rolesEnabled == before.rolesEnabled {
                let named = try ids.prefix(Self.namedMax).map { try write.tx.administrator($0).standing }
                return SwitchRolesResponse(organization, named, of: ids.count, unchanged: true)
            }
            organization = try write.tx.update(organization)
            var named: [Standing] = []
            var becoming: [Account] = []
            var told: [EventChange] = []
            for id in ids {
                let (account, held) = try write.tx.administrator(id)
                let transition = organization.rolesEnabled ? held.rolesSwitchedOn() : Transition(held, unchanged: true)
                if !transition.unchanged { becoming.append(account) }
                guard named.count < Self.namedMax else { continue }
                named.append(transition.standing)
                told += EventChange.of(held, becoming: transition.standing, rolesEnabled: organization.rolesEnabled)
            }
            try write.report(before, organization) { event in
                event.change("administrators", from: "", to: "\(ids.count)")
                event.changes += told
            }
            for account in becoming { _ = try write.makeFullAdmin(account, as: account) }
            return SwitchRolesResponse(organization, named, of: ids.count)
        }
    }
}

extension Connection {
    fileprivate func administrator(_ id: AccountID) throws -> (account: Account, standing: Standing) {
        guard let account = try account(id) else { throw Refusal.notFound }
        return (account, try standing(of: account))
    }
}

extension EventChange {
    /// What an administrator counts as, where that is something else than what it held. Empty where it is not.
    fileprivate static func of(_ held: Standing, becoming after: Standing, rolesEnabled: Bool) -> [EventChange] {
        EventChange(
            "administrators.\(after.id.text)", held.words(rolesEnabled: true), after.words(rolesEnabled: rolesEnabled)
        ).map { [$0] } ?? []
    }
}

extension Standing {
    fileprivate func words(rolesEnabled: Bool) -> String {
        countedRoles(rolesEnabled: rolesEnabled).map(\.text).joined(separator: ",")
    }
}

extension SwitchRolesResponse {
    fileprivate init(_ organization: Organization, _ named: [Standing], of count: Int, unchanged: Bool = false) {
        self.init(
            organization: organization,
            administrators: named.map { standing in
                let roles = standing.countedRoles(rolesEnabled: organization.rolesEnabled)
                return AdministratorRoles(accountId: standing.id.text, roleIds: roles.map(\.text))
            }, administratorCount: Int64(count), unchanged: unchanged)
    }
}
