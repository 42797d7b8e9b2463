package import IdentityDomain
package import Messages
package import SQL

// The enumerations of Domain carry the numbers of the messages, so that a conversion is one look at the number.

extension Account {
    /// What rules decide on, with the roles that it holds. Throws `.corrupt` for a row that no program of this version has written.
    package func standing(_ roles: [AssignedRole]) throws(SQLError) -> Standing {
        guard let kind = Standing.Kind(rawValue: Int64(accountType.rawValue)),
            let state = Standing.State(rawValue: Int64(self.state.rawValue))
        else { throw SQLError(.corrupt, "account \(id) has type \(accountType) and state \(self.state)") }
        return Standing(
            id: AccountID(id), organization: OrganizationID(organizationId), kind: kind, state: state,
            roles: kind == .administrator ? roles : [], unit: unit, owner: owner)
    }

    /// Takes over what a rule has made of it, at a time in microseconds UTC. Roles stand in the assignments; it only shows
    /// which.
    package mutating func take(_ standing: Standing, at now: Int64) {
        if standing.state != .suspended {
            suspendTime = nil
            suspension = Suspension()
        } else if state != .suspended {
            suspendTime = Timestamp(microsecondsSince1970: now)
        }
        accountType = AccountType(standing.kind)
        state = AccountState(standing.state)
        unitId = standing.unit?.text ?? ""
        if standing.state == .deleted {
            // A tombstone says who it was, and nothing else of the person.
            (language, timeZone, pictureUrl) = ("", "", "")
            displayedSender = .unspecified
        }
        roleIds = Set(standing.roles.map(\.role)).sorted().map(\.text)
    }
}

extension AccountType {
    package init(_ kind: Standing.Kind) { self.init(rawValue: Int32(kind.rawValue)) }
}

extension AccountState {
    package init(_ state: Standing.State) { self.init(rawValue: Int32(state.rawValue)) }
}

extension Account {
    /// The organizational unit that it belongs to.
    package var unit: UnitID? { unitId.isEmpty ? nil : UnitID(unitId) }
}

extension Account {
    /// How it is suspended; of one that is not, nothing.
    package var suspension: Suspension {
        get {
            Suspension(
                endTime: suspendEndTime?.microsecondsSince1970,
                reason: Suspension.Reason(rawValue: Int64(suspendReason.rawValue)) ?? .other)
        }
        set {
            suspendEndTime = newValue.endTime.map { Timestamp(microsecondsSince1970: $0) }
            suspendReason = SuspendReason(rawValue: Int32(newValue.reason.rawValue))
        }
    }
}
