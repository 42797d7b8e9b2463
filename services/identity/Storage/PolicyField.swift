internal import IdentityDomain
internal import Messages
internal import SQL
internal import Tables

/// Where a policy lies in the message and in the table, whatever its kind.
struct PolicyField: Sendable {
    typealias Path<Content> = any WritableKeyPath<OrganizationPolicies, Content> & Sendable

    let get: @Sendable (OrganizationPolicies) -> PolicyValue?
    let set: @Sendable (inout OrganizationPolicies, PolicyValue?) -> Void

    static func of(_ policy: Policy) -> PolicyField {
        guard let field = all[policy] else { preconditionFailure("\(policy.rawValue) has no field") }
        return field
    }

    private static let all = Dictionary(uniqueKeysWithValues: Policy.allCases.map { ($0, made($0)) })

    private static func made(_ policy: Policy) -> PolicyField {
        switch policy {
        case .administratorsBy: choice(\.administratorsBy)
        case .transferNeedsAcceptance: onOff(\.transferNeedsAcceptance)
        case .guardAdministrators: onOff(\.guardAdministrators)
        case .invitationLifetime: duration(\.invitationLifetime)
        case .deleteSuspendedAfter: duration(\.deleteSuspendedAfter)
        case .deletedAddressLifetime: duration(\.deletedAddressLifetime)
        case .keysSurviveSuspension: onOff(\.keysSurviveSuspension)
        case .ownerGrants: onOff(\.ownerGrants)
        case .allOrNothing: onOff(\.allOrNothing)
        case .setUpManagesAccess: onOff(\.setUpManagesAccess)
        case .setupNeedsOperations: onOff(\.setupNeedsOperations)
        case .commonGroup: onOff(\.commonGroup)
        case .ownerPlans: names(\.ownerPlans)
        case .sharingDefault: onOff(\.sharingDefault)
        case .displayedSender: choice(\.displayedSender)
        case .noDisplayedSender: onOff(\.noDisplayedSender)
        case .notify: choice(\.notify)
        case .expiryWarning: duration(\.expiryWarning)
        case .grantsMustEnd: onOff(\.grantsMustEnd)
        case .grantLifetimeMax: duration(\.grantLifetimeMax)
        case .requestApprovals: count(\.requestApprovals)
        case .requestLifetime: duration(\.requestLifetime)
        case .breakGlass: onOff(\.breakGlass)
        }
    }

    private static func onOff(_ path: Path<PolicySwitch>) -> PolicyField {
        PolicyField {
            switch $0[keyPath: path] {
            case .on: .on
            case .off: .off
            case .unspecified, .unrecognized: nil
            }
        } set: { message, value in
            message[keyPath: path] = value == nil ? .unspecified : value == .on ? .on : .off
        }
    }

    private static func choice<Choice: MessageEnum>(_ path: Path<Choice>) -> PolicyField {
        PolicyField {
            let number = $0[keyPath: path].rawValue
            return number == 0 ? nil : .choice(number)
        } set: { message, value in
            if case .choice(let number)? = value {
                message[keyPath: path] = Choice(rawValue: number)
            } else {
                message[keyPath: path] = Choice(rawValue: 0)
            }
        }
    }

    /// Part of a second is no length of time that a policy has: it is told apart from all that are.
    private static func duration(_ path: Path<WireDuration?>) -> PolicyField {
        PolicyField {
            $0[keyPath: path].map { .seconds($0.nanos == 0 ? $0.seconds : -1) }
        } set: { message, value in
            if case .seconds(let seconds)? = value {
                message[keyPath: path] = WireDuration(seconds: seconds)
            } else {
                message[keyPath: path] = nil
            }
        }
    }

    private static func count(_ path: Path<Int32>) -> PolicyField {
        PolicyField {
            $0[keyPath: path] == 0 ? nil : .count(Int64($0[keyPath: path]))
        } set: { message, value in
            if case .count(let count)? = value {
                message[keyPath: path] = Int32(truncatingIfNeeded: count)
            } else {
                message[keyPath: path] = 0
            }
        }
    }

    private static func names(_ path: Path<PolicyNames?>) -> PolicyField {
        PolicyField {
            $0[keyPath: path].map { .names($0.names) }
        } set: { message, value in
            if case .names(let names)? = value {
                message[keyPath: path] = PolicyNames(names: names)
            } else {
                message[keyPath: path] = nil
            }
        }
    }
}

extension PolicyField {
    /// NULL is the preset's. A choice is its number, a switch 1 or 0, a length of time whole seconds; names are an encoded
    /// `PolicyNames`, for a name may hold anything.
    static let columns: [Column<OrganizationPolicies>] = Policy.allCases.map { policy in
        let kind = PolicyTable.row(policy).kind
        return Column(policy.rawValue) {
            $0[policy].map(value) ?? .null
        } read: { message, row, at in
            message[policy] = read(kind, row, at)
        }
    }

    private static func value(_ value: PolicyValue) -> Value {
        switch value {
        case .off: .integer(0)
        case .on: .integer(1)
        case .choice(let number): .integer(Int64(number))
        case .seconds(let seconds): .integer(seconds)
        case .count(let count): .integer(count)
        case .names(let names): .blob(PolicyNames(names: names).encoded())
        }
    }

    private static func read(_ kind: PolicyKind, _ row: any Row, _ at: Int) -> PolicyValue? {
        if case .names = kind {
            let bytes = row.optionalBlob(at)
            return bytes.flatMap { bytes in (try? PolicyNames(decoding: bytes)).map { .names($0.names) } }
        }
        guard let number = row.optionalInteger(at) else { return nil }
        return switch kind {
        case .onOff: number == 0 ? .off : .on
        case .choice: .choice(Int32(truncatingIfNeeded: number))
        case .duration: .seconds(number)
        case .count: .count(number)
        case .names: nil
        }
    }
}
