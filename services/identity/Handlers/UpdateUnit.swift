internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import RPC

extension UnitHandler {
    /// Changes what the mask lists. Where the unit stands is another method's.
    func updateUnit(_ request: UpdateUnitRequest, _ call: Call) throws(Status) -> Answer<UpdateUnitResponse> {
        identity.changing(request, call) { [identity] write, administration in
            let wanted = request.unit ?? Unit()
            try Field.required(wanted.id, "unit.id")
            let paths = try Field.mask(request.updateMask, of: ["display_name", "external_id", "default_domain"])
            let before = try write.changing(administration.unit(wanted.id))
            let selectors = Selectors(chosen: "unit.id")
            try selectors.expect("unit.organization_id", wanted.organizationId, is: before.organizationId)
            try selectors.expect("unit.parent_id", wanted.parentId, is: before.parentId)
            var unit = before
            if paths.contains("display_name") {
                try Field.required(wanted.displayName, "unit.display_name")
                unit.displayName = wanted.displayName
            }
            if paths.contains("external_id") { unit.externalId = wanted.externalId }
            if paths.contains("default_domain") {
                unit.defaultDomain = wanted.defaultDomain
                unit.defaultDomain = try identity.defaultDomain(unit, write.tx)
            }
            if write.differences(before, unit).isEmpty { return UpdateUnitResponse(unit: before, unchanged: true) }
            try write.tx.refuseTakenName(of: unit, field: "unit.display_name")
            try write.tx.refuseTakenExternalID(of: unit)
            unit = try write.tx.update(unit)
            try write.report(before, unit)
            return UpdateUnitResponse(unit: unit)
        }
    }
}
