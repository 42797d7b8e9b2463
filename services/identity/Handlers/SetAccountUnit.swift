internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import RPC

extension UnitHandler {
    func setAccountUnit(_ request: SetAccountUnitRequest, _ call: Call) throws(Status) -> Answer<SetAccountUnitResponse> {
        identity.changing(request, call) { write, administration in
            try Field.either(request.unitId, "unit_id", or: request.noUnit, "no_unit")
            let before = try administration.account(request.accountId)
            let unit = request.noUnit ? nil : try administration.unit(request.unitId)
            let transition = try write.tx.standing(of: before).placed(
                in: unit.map { UnitID($0.id) }, by: administration.administrator)
            try administration.judgeMove(of: before, to: unit)
            return SetAccountUnitResponse(account: try write.store(transition, of: before), unchanged: transition.unchanged)
        }
    }
}
