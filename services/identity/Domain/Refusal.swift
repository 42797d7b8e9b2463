/// Why identity does not do what it was asked. The message is for people and holds no secret.
package struct Refusal: Error, Sendable, Equatable, CustomStringConvertible {
    /// A case exists only where a caller acts on it.
    package enum Code: Sendable, Equatable, CaseIterable {
        case missingField, invalidField, tooLong
        /// B5.
        case localPartNotASCII, domainInUse, domainNotVerified, verificationMissing, lookupFailed
        case notFound, taken
        case wrongState, wrongType
        /// C4.
        case ownRole
        /// A2.
        case ownerOnly
        /// A4.
        case isOwner
        /// A3.
        case transferToSelf, notAnAdministrator, transferPending, notOfferedTo
        /// C7.
        case lastFullAdmin
        /// C5, C6.
        case fullAdminOnly
        /// A7.
        case unsupported, policiesContradict
        /// B10.
        case groupCycle
        /// B10.
        case unitCycle, unitTooDeep, unitNotEmpty
        /// A5.
        case invitationInvalid
        /// D8.
        case ownsMailboxes
        /// A6.
        case tenantInUse, licencesExhausted, licencesInUse
        /// B9.
        case wrongCredentials, slowedDown, sessionInvalid
        /// Too many passwords wait to be hashed.
        case overloaded
    }

    package var code: Code
    package var message: String
    /// What a program may want besides: `field`, `state`, `count`, `retry_after_seconds`.
    package var details: [String: String]

    package init(_ code: Code, _ message: String, details: [String: String] = [:]) {
        self.code = code
        self.message = message
        self.details = details
    }

    package var description: String { message }

    package static func missing(_ field: String) -> Refusal {
        Refusal(.missingField, "\(field) is empty", details: ["field": field])
    }

    package static func invalid(_ field: String, _ why: String) -> Refusal {
        Refusal(.invalidField, "\(field): \(why)", details: ["field": field])
    }

    package static func tooLong(_ field: String, _ limit: String) -> Refusal {
        Refusal(.tooLong, "\(field) is longer than \(limit)", details: ["field": field])
    }

    package static func wrongState(_ state: Standing.State, _ why: String) -> Refusal {
        Refusal(.wrongState, "the account is \(state): \(why)", details: ["state": "\(state)"])
    }

    /// Nothing is given to a tombstone, and nobody enters it (B3).
    package static let groupDeleted = Refusal(.wrongState, "the group is deleted", details: ["state": "deleted"])

    /// The same words whether the thing is missing or somebody else's (D28).
    package static let notFound = Refusal(.notFound, "no such thing, or not one the account may know of")
}
