internal import Contract
internal import IdentityDomain
internal import IdentityStorage
internal import Messages
internal import Mutations
internal import RPC

/// What an organization has decided (A7).
struct PolicyHandler: PolicyService {
    let identity: Identity

    func getPolicies(_ request: GetPoliciesRequest, _ call: Call) throws(Status) -> Answer<GetPoliciesResponse> {
        identity.reading(request, call) { connection, _ in
            let stored = try connection.policies(of: OrganizationID(request.organizationId))
            let holding = stored.policies
            return GetPoliciesResponse(
                policies: stored, effective: stored.effective, entries: Policy.allCases.map { PolicyEntry($0, holding) })
        }
    }

    func updatePolicies(_ request: UpdatePoliciesRequest, _ call: Call) throws(Status) -> Answer<UpdatePoliciesResponse> {
        identity.changing(request, call) { [identity] write, administration in
            let wanted = request.policies ?? OrganizationPolicies()
            try Field.required(wanted.organizationId, "policies.organization_id")
            let mask: Set<Policy> = try Field.mask(request.updateMask, else: "it names something that is no policy")
            guard wanted.organizationId == administration.organization.id else { throw Refusal.notFound }
            let stored = try write.tx.policies(of: administration.administrator.organization)
            let before: OrganizationPolicies = try write.changing(stored)
            let changed = try before.policies.changed(
                Dictionary(uniqueKeysWithValues: mask.map { ($0, wanted[$0]) }), by: administration.administrator)
            if changed == before.policies {
                return UpdatePoliciesResponse(policies: before, effective: before.effective, unchanged: true)
            }
            var after = before
            for policy in mask { after[policy] = changed.own[policy] }
            after = try write.tx.update(after)
            try write.report(before, after)
            if changed.deletesSooner(than: before.policies) {
                try identity.sweepSuspended(of: administration.administrator.organization, write.tx)
            }
            return UpdatePoliciesResponse(policies: after, effective: after.effective)
        }
    }
}

extension PolicyEntry {
    fileprivate init(_ policy: Policy, _ policies: Policies) {
        let row = PolicyTable.row(policy)
        self.init(
            policy: policy.rawValue, value: row.text(policies[policy]),
            source: policies.own[policy] == nil ? .preset : .organization, effect: row.effect,
            presetValue: row.text(row.value(of: policies.preset)), supported: row.supported,
            plannedValue: row.planned.map { row.text($0) } ?? "")
    }
}
