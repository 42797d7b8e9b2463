internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import RPC

extension UnitHandler {
    /// Moves a unit with all that is in it and below it. Two that would put each under the other are judged one after
    /// another, for writes are.
    func moveUnit(_ request: MoveUnitRequest, _ call: Call) throws(Status) -> Answer<MoveUnitResponse> {
        identity.changing(request, call) { write, administration in
            try Field.either(request.parentId, "parent_id", or: request.top, "top")
            let before = try write.changing(administration.unit(request.unitId))
            let parent = request.top ? nil : try administration.unit(request.parentId)
            try administration.judgeMove(of: before, under: parent)
            if before.parentId == request.parentId { return MoveUnitResponse(unit: before, unchanged: true) }
            var unit = before
            unit.parentId = request.parentId
            try write.tx.refuseTakenName(of: unit, field: "display_name")
            unit = try write.tx.update(unit)
            try write.report(before, unit)
            return MoveUnitResponse(unit: unit)
        }
    }

    /// Nothing goes with it: what it holds is to be moved or deleted before.
    func deleteUnit(_ request: DeleteUnitRequest, _ call: Call) throws(Status) -> Answer<DeleteUnitResponse> {
        identity.changing(request, call) { write, administration in
            let unit = try write.changing(administration.unit(request.unitId))
            try write.tx.contents(of: unit).judgeEmpty()
            try write.tx.delete(unit)
            try write.report(unit, nil)
            return DeleteUnitResponse()
        }
    }
}
