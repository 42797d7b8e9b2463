internal import IdentityDomain
internal import Messages
internal import RPC
internal import SQL

// The one table from what went wrong to what the caller sees.

extension Status {
    init(_ refusal: Refusal) {
        let (code, reason): (Code, ErrorReason) =
            switch refusal.code {
            case .missingField: (.invalidArgument, .missingField)
            case .invalidField: (.invalidArgument, .invalidField)
            case .tooLong: (.invalidArgument, .tooLong)
            case .localPartNotASCII: (.invalidArgument, .localPartNotAscii)
            case .domainInUse: (.failedPrecondition, .domainInUse)
            case .domainNotVerified: (.failedPrecondition, .domainNotVerified)
            case .verificationMissing: (.failedPrecondition, .verificationMissing)
            case .lookupFailed: (.unavailable, .lookupFailed)
            case .notFound: (.notFound, .notFound)
            case .taken: (.alreadyExists, .alreadyExists)
            case .wrongState: (.failedPrecondition, .wrongState)
            case .wrongType: (.failedPrecondition, .wrongType)
            case .ownRole: (.permissionDenied, .ownRole)
            case .ownerOnly: (.permissionDenied, .ownerOnly)
            case .isOwner: (.failedPrecondition, .isOwner)
            case .transferToSelf: (.failedPrecondition, .transferToSelf)
            case .notAnAdministrator: (.failedPrecondition, .notAnAdministrator)
            case .transferPending: (.failedPrecondition, .transferPending)
            case .notOfferedTo: (.permissionDenied, .notOfferedTo)
            case .lastFullAdmin: (.failedPrecondition, .lastFullAdmin)
            case .fullAdminOnly: (.permissionDenied, .fullAdminOnly)
            case .unsupported: (.invalidArgument, .unsupported)
            case .policiesContradict: (.failedPrecondition, .policiesContradict)
            case .groupCycle: (.failedPrecondition, .groupCycle)
            case .unitCycle: (.failedPrecondition, .unitCycle)
            case .unitTooDeep: (.failedPrecondition, .unitTooDeep)
            case .unitNotEmpty: (.failedPrecondition, .unitNotEmpty)
            case .invitationInvalid: (.failedPrecondition, .invitationInvalid)
            case .ownsMailboxes: (.failedPrecondition, .ownsMailboxes)
            case .tenantInUse: (.failedPrecondition, .tenantInUse)
            case .licencesExhausted: (.failedPrecondition, .licencesExhausted)
            case .licencesInUse: (.failedPrecondition, .licencesInUse)
            case .wrongCredentials: (.unauthenticated, .wrongCredentials)
            case .slowedDown: (.resourceExhausted, .slowedDown)
            case .sessionInvalid: (.unauthenticated, .sessionInvalid)
            case .overloaded: (.resourceExhausted, .limitExceeded)
            }
        self.init(code, reason, refusal.message, metadata: refusal.details)
    }

    /// The status for any error that a caller can act on; nil for one that only the server's log may see.
    init?(_ error: any Error) {
        switch error {
        case let status as Status: self = status
        case let refusal as Refusal: self.init(refusal)
        default: self.init(storage: error)
        }
    }
}

/// Runs `body`; what it throws is thrown as the status it earns, where it earns one.
func answering<T>(_ body: () async throws -> T) async throws -> T {
    do {
        return try await body()
    } catch {
        throw Status(error) ?? error
    }
}
