import Contract
import IdentityHandlers
import Messages
import RPC

extension Installation {
    /// A new unit, at the top or under another one.
    @discardableResult
    func unit(
        _ name: String, of acme: Acme, under parent: String = "", externalID: String = "", domain: String = "",
        by administrator: Account? = nil
    ) async throws(Status) -> Messages.Unit {
        let unit = Messages.Unit(
            organizationId: acme.id, parentId: parent, displayName: name, externalId: externalID, defaultDomain: domain)
        let made = try await call(
            UnitServiceMethods.createUnit, CreateUnitRequest(unit: unit), as: administrator ?? acme.owner)
        return made.unit ?? Messages.Unit()
    }

    /// Into a unit; empty: into none.
    @discardableResult
    func place(
        _ account: Account, in unit: String, by administrator: Account, etag: String = "", validateOnly: Bool = false
    ) async throws(Status) -> SetAccountUnitResponse {
        try await call(
            UnitServiceMethods.setAccountUnit,
            SetAccountUnitRequest(
                accountId: account.id, unitId: unit, noUnit: unit.isEmpty, justification: "moved", validateOnly: validateOnly,
                etag: etag),
            as: administrator)
    }

    /// Under another unit; empty: to the top.
    @discardableResult
    func move(
        _ unit: String, under parent: String, by administrator: Account, etag: String = ""
    ) async throws(Status) -> MoveUnitResponse {
        try await call(
            UnitServiceMethods.moveUnit,
            MoveUnitRequest(unitId: unit, parentId: parent, top: parent.isEmpty, etag: etag), as: administrator)
    }

    @discardableResult
    func delete(_ unit: String, by administrator: Account) async throws(Status) -> DeleteUnitResponse {
        try await call(UnitServiceMethods.deleteUnit, DeleteUnitRequest(unitId: unit), as: administrator)
    }
}
