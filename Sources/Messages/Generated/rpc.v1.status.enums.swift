// Generated from mandate/rpc/v1/status.proto by proto/generate. Do not edit.

/// Every reason an ErrorInfo can name. A caller acts on it; the message is for people.
package enum ErrorReason: MessageEnum {
    /// Never sent.
    case unspecified
    /// No such method on this server. UNIMPLEMENTED.
    case unknownMethod
    /// The bytes are not the method's message. INVALID_ARGUMENT.
    case malformedMessage
    /// A required field is empty; `field` names it. INVALID_ARGUMENT.
    case missingField
    /// A field's value is not allowed; `field` names it. INVALID_ARGUMENT.
    case invalidField
    /// Text or a list over its limit; `field` names it. INVALID_ARGUMENT.
    case tooLong
    /// The page token is not of this query or this server. INVALID_ARGUMENT.
    case stalePageToken
    /// The request id was used with other bytes. ALREADY_EXISTS.
    case requestIdReused
    /// The deadline had passed. DEADLINE_EXCEEDED.
    case deadlineExceeded
    /// The client cancelled. CANCELLED.
    case cancelled
    /// Over a limit of the server: streams, metadata, message. RESOURCE_EXHAUSTED.
    case limitExceeded
    /// The server drains. UNAVAILABLE.
    case draining
    /// Our fault; the log of the server has more. INTERNAL.
    case `internal`
    /// The connection was lost. UNAVAILABLE, from a client's own side.
    case disconnected
    /// Two fields of a request name the same thing, and not the same one; `field` and `other` name the two. INVALID_ARGUMENT.
    case selectorsDisagree
    /// What is stored is not what the caller has seen, or is no more; `etag` is the one of what is there now. ABORTED.
    case etagMismatch
    /// The certificate's caller is not in the configuration. PERMISSION_DENIED.
    case unknownCaller
    /// The caller may not call this method. PERMISSION_DENIED.
    case callerNotAllowed
    /// The caller may not speak for accounts. PERMISSION_DENIED.
    case callerCannotAct
    /// The call needs an account: a session, or an account from a trusted caller. UNAUTHENTICATED.
    case accountRequired
    /// The session is unknown or over. UNAUTHENTICATED.
    case sessionInvalid
    /// The account's role lacks the scope; `scope`, `needed`, `held`. PERMISSION_DENIED.
    case roleLacksScope
    /// Address or password is wrong; never says which. UNAUTHENTICATED.
    case wrongCredentials
    /// Too many wrong passwords; `retry_after_seconds`. RESOURCE_EXHAUSTED.
    case slowedDown
    /// The invitation's token is unknown, used or over. FAILED_PRECONDITION.
    case invitationInvalid
    /// No such thing, or not one the caller may know of. NOT_FOUND.
    case notFound
    /// The address, name or key is taken. ALREADY_EXISTS.
    case alreadyExists
    /// The things belong to different organizations. INVALID_ARGUMENT.
    case crossOrganization
    /// The account's state does not allow it; `state`. FAILED_PRECONDITION.
    case wrongState
    /// The account's type does not allow it. FAILED_PRECONDITION.
    case wrongType
    /// Nobody changes their own role or type (rule C4). PERMISSION_DENIED.
    case ownRole
    /// Only the owner may (rule A2). PERMISSION_DENIED.
    case ownerOnly
    /// The owner cannot be suspended, demoted or deleted (rule A4). FAILED_PRECONDITION.
    case isOwner
    /// The last active Full admin must remain (rule C7). FAILED_PRECONDITION.
    case lastFullAdmin
    /// Only a Full admin may (rules C5, C6). PERMISSION_DENIED.
    case fullAdminOnly
    /// The group would contain itself. FAILED_PRECONDITION.
    case groupCycle
    /// A mailbox cannot be granted to itself (rule D6). FAILED_PRECONDITION.
    case selfGrant
    /// The set of rights is not supported under the organization's policy. FAILED_PRECONDITION.
    case unsupportedRights
    /// What stands before an address's @ is not ASCII; `field` names it. INVALID_ARGUMENT.
    case localPartNotAscii
    /// The server's view is too old to decide; ask again. UNAVAILABLE.
    case stale
    /// The index is still loading. UNAVAILABLE.
    case loading
    /// The position asked for is behind what is kept. OUT_OF_RANGE.
    case compacted
    /// The feed's epoch is another: the database was replaced. FAILED_PRECONDITION.
    case wrongEpoch
    /// The store refuses writes: the disk is full or failing. RESOURCE_EXHAUSTED.
    case storageFull
    /// The outbox to the log has no room for the change's event; the change was refused. What only takes access away has
    /// room longest. RESOURCE_EXHAUSTED.
    case outboxFull
    /// The disk failed while the change was made durable: it may have taken place, or not. The server ends; when it is back, the
    /// same request with the same request id tells. UNKNOWN.
    case outcomeUnknown
    /// The server has found that it cannot rely on what it holds. It decides nothing more and ends; ask again. UNAVAILABLE.
    case stopped
    /// The log expects another sequence; `expected`. FAILED_PRECONDITION.
    case sequenceGap
    /// The same sequence came with other bytes. DATA_LOSS.
    case equivocation
    /// The tree is smaller than the size asked for. OUT_OF_RANGE.
    case treeTooSmall
    /// The backup's name is not allowed or taken. INVALID_ARGUMENT.
    case backupName
    /// A number this version does not know.
    case unrecognized(Int32)

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .unknownMethod
        case 2: self = .malformedMessage
        case 3: self = .missingField
        case 4: self = .invalidField
        case 5: self = .tooLong
        case 6: self = .stalePageToken
        case 7: self = .requestIdReused
        case 8: self = .deadlineExceeded
        case 9: self = .cancelled
        case 10: self = .limitExceeded
        case 11: self = .draining
        case 12: self = .`internal`
        case 13: self = .disconnected
        case 14: self = .selectorsDisagree
        case 15: self = .etagMismatch
        case 20: self = .unknownCaller
        case 21: self = .callerNotAllowed
        case 22: self = .callerCannotAct
        case 23: self = .accountRequired
        case 24: self = .sessionInvalid
        case 25: self = .roleLacksScope
        case 26: self = .wrongCredentials
        case 27: self = .slowedDown
        case 28: self = .invitationInvalid
        case 40: self = .notFound
        case 41: self = .alreadyExists
        case 42: self = .crossOrganization
        case 43: self = .wrongState
        case 44: self = .wrongType
        case 45: self = .ownRole
        case 46: self = .ownerOnly
        case 47: self = .isOwner
        case 48: self = .lastFullAdmin
        case 49: self = .fullAdminOnly
        case 50: self = .groupCycle
        case 51: self = .selfGrant
        case 52: self = .unsupportedRights
        case 54: self = .localPartNotAscii
        case 60: self = .stale
        case 61: self = .loading
        case 62: self = .compacted
        case 63: self = .wrongEpoch
        case 64: self = .storageFull
        case 65: self = .outboxFull
        case 66: self = .outcomeUnknown
        case 67: self = .stopped
        case 80: self = .sequenceGap
        case 81: self = .equivocation
        case 82: self = .treeTooSmall
        case 83: self = .backupName
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .unknownMethod: 1
        case .malformedMessage: 2
        case .missingField: 3
        case .invalidField: 4
        case .tooLong: 5
        case .stalePageToken: 6
        case .requestIdReused: 7
        case .deadlineExceeded: 8
        case .cancelled: 9
        case .limitExceeded: 10
        case .draining: 11
        case .`internal`: 12
        case .disconnected: 13
        case .selectorsDisagree: 14
        case .etagMismatch: 15
        case .unknownCaller: 20
        case .callerNotAllowed: 21
        case .callerCannotAct: 22
        case .accountRequired: 23
        case .sessionInvalid: 24
        case .roleLacksScope: 25
        case .wrongCredentials: 26
        case .slowedDown: 27
        case .invitationInvalid: 28
        case .notFound: 40
        case .alreadyExists: 41
        case .crossOrganization: 42
        case .wrongState: 43
        case .wrongType: 44
        case .ownRole: 45
        case .ownerOnly: 46
        case .isOwner: 47
        case .lastFullAdmin: 48
        case .fullAdminOnly: 49
        case .groupCycle: 50
        case .selfGrant: 51
        case .unsupportedRights: 52
        case .localPartNotAscii: 54
        case .stale: 60
        case .loading: 61
        case .compacted: 62
        case .wrongEpoch: 63
        case .storageFull: 64
        case .outboxFull: 65
        case .outcomeUnknown: 66
        case .stopped: 67
        case .sequenceGap: 80
        case .equivocation: 81
        case .treeTooSmall: 82
        case .backupName: 83
        case .unrecognized(let number): number
        }
    }

    package static let allCases: [ErrorReason] = [
        .unspecified,
        .unknownMethod,
        .malformedMessage,
        .missingField,
        .invalidField,
        .tooLong,
        .stalePageToken,
        .requestIdReused,
        .deadlineExceeded,
        .cancelled,
        .limitExceeded,
        .draining,
        .`internal`,
        .disconnected,
        .selectorsDisagree,
        .etagMismatch,
        .unknownCaller,
        .callerNotAllowed,
        .callerCannotAct,
        .accountRequired,
        .sessionInvalid,
        .roleLacksScope,
        .wrongCredentials,
        .slowedDown,
        .invitationInvalid,
        .notFound,
        .alreadyExists,
        .crossOrganization,
        .wrongState,
        .wrongType,
        .ownRole,
        .ownerOnly,
        .isOwner,
        .lastFullAdmin,
        .fullAdminOnly,
        .groupCycle,
        .selfGrant,
        .unsupportedRights,
        .localPartNotAscii,
        .stale,
        .loading,
        .compacted,
        .wrongEpoch,
        .storageFull,
        .outboxFull,
        .outcomeUnknown,
        .stopped,
        .sequenceGap,
        .equivocation,
        .treeTooSmall,
        .backupName,
    ]

    package static var protoPrefix: String { "ERROR_REASON_" }

    package var protoName: String {
        switch self {
        case .unspecified: "ERROR_REASON_UNSPECIFIED"
        case .unknownMethod: "ERROR_REASON_UNKNOWN_METHOD"
        case .malformedMessage: "ERROR_REASON_MALFORMED_MESSAGE"
        case .missingField: "ERROR_REASON_MISSING_FIELD"
        case .invalidField: "ERROR_REASON_INVALID_FIELD"
        case .tooLong: "ERROR_REASON_TOO_LONG"
        case .stalePageToken: "ERROR_REASON_STALE_PAGE_TOKEN"
        case .requestIdReused: "ERROR_REASON_REQUEST_ID_REUSED"
        case .deadlineExceeded: "ERROR_REASON_DEADLINE_EXCEEDED"
        case .cancelled: "ERROR_REASON_CANCELLED"
        case .limitExceeded: "ERROR_REASON_LIMIT_EXCEEDED"
        case .draining: "ERROR_REASON_DRAINING"
        case .`internal`: "ERROR_REASON_INTERNAL"
        case .disconnected: "ERROR_REASON_DISCONNECTED"
        case .selectorsDisagree: "ERROR_REASON_SELECTORS_DISAGREE"
        case .etagMismatch: "ERROR_REASON_ETAG_MISMATCH"
        case .unknownCaller: "ERROR_REASON_UNKNOWN_CALLER"
        case .callerNotAllowed: "ERROR_REASON_CALLER_NOT_ALLOWED"
        case .callerCannotAct: "ERROR_REASON_CALLER_CANNOT_ACT"
        case .accountRequired: "ERROR_REASON_ACCOUNT_REQUIRED"
        case .sessionInvalid: "ERROR_REASON_SESSION_INVALID"
        case .roleLacksScope: "ERROR_REASON_ROLE_LACKS_SCOPE"
        case .wrongCredentials: "ERROR_REASON_WRONG_CREDENTIALS"
        case .slowedDown: "ERROR_REASON_SLOWED_DOWN"
        case .invitationInvalid: "ERROR_REASON_INVITATION_INVALID"
        case .notFound: "ERROR_REASON_NOT_FOUND"
        case .alreadyExists: "ERROR_REASON_ALREADY_EXISTS"
        case .crossOrganization: "ERROR_REASON_CROSS_ORGANIZATION"
        case .wrongState: "ERROR_REASON_WRONG_STATE"
        case .wrongType: "ERROR_REASON_WRONG_TYPE"
        case .ownRole: "ERROR_REASON_OWN_ROLE"
        case .ownerOnly: "ERROR_REASON_OWNER_ONLY"
        case .isOwner: "ERROR_REASON_IS_OWNER"
        case .lastFullAdmin: "ERROR_REASON_LAST_FULL_ADMIN"
        case .fullAdminOnly: "ERROR_REASON_FULL_ADMIN_ONLY"
        case .groupCycle: "ERROR_REASON_GROUP_CYCLE"
        case .selfGrant: "ERROR_REASON_SELF_GRANT"
        case .unsupportedRights: "ERROR_REASON_UNSUPPORTED_RIGHTS"
        case .localPartNotAscii: "ERROR_REASON_LOCAL_PART_NOT_ASCII"
        case .stale: "ERROR_REASON_STALE"
        case .loading: "ERROR_REASON_LOADING"
        case .compacted: "ERROR_REASON_COMPACTED"
        case .wrongEpoch: "ERROR_REASON_WRONG_EPOCH"
        case .storageFull: "ERROR_REASON_STORAGE_FULL"
        case .outboxFull: "ERROR_REASON_OUTBOX_FULL"
        case .outcomeUnknown: "ERROR_REASON_OUTCOME_UNKNOWN"
        case .stopped: "ERROR_REASON_STOPPED"
        case .sequenceGap: "ERROR_REASON_SEQUENCE_GAP"
        case .equivocation: "ERROR_REASON_EQUIVOCATION"
        case .treeTooSmall: "ERROR_REASON_TREE_TOO_SMALL"
        case .backupName: "ERROR_REASON_BACKUP_NAME"
        case .unrecognized(let number): String(number)
        }
    }

    package init?(protoName: String) {
        switch protoName {
        case "ERROR_REASON_UNSPECIFIED": self = .unspecified
        case "ERROR_REASON_UNKNOWN_METHOD": self = .unknownMethod
        case "ERROR_REASON_MALFORMED_MESSAGE": self = .malformedMessage
        case "ERROR_REASON_MISSING_FIELD": self = .missingField
        case "ERROR_REASON_INVALID_FIELD": self = .invalidField
        case "ERROR_REASON_TOO_LONG": self = .tooLong
        case "ERROR_REASON_STALE_PAGE_TOKEN": self = .stalePageToken
        case "ERROR_REASON_REQUEST_ID_REUSED": self = .requestIdReused
        case "ERROR_REASON_DEADLINE_EXCEEDED": self = .deadlineExceeded
        case "ERROR_REASON_CANCELLED": self = .cancelled
        case "ERROR_REASON_LIMIT_EXCEEDED": self = .limitExceeded
        case "ERROR_REASON_DRAINING": self = .draining
        case "ERROR_REASON_INTERNAL": self = .`internal`
        case "ERROR_REASON_DISCONNECTED": self = .disconnected
        case "ERROR_REASON_SELECTORS_DISAGREE": self = .selectorsDisagree
        case "ERROR_REASON_ETAG_MISMATCH": self = .etagMismatch
        case "ERROR_REASON_UNKNOWN_CALLER": self = .unknownCaller
        case "ERROR_REASON_CALLER_NOT_ALLOWED": self = .callerNotAllowed
        case "ERROR_REASON_CALLER_CANNOT_ACT": self = .callerCannotAct
        case "ERROR_REASON_ACCOUNT_REQUIRED": self = .accountRequired
        case "ERROR_REASON_SESSION_INVALID": self = .sessionInvalid
        case "ERROR_REASON_ROLE_LACKS_SCOPE": self = .roleLacksScope
        case "ERROR_REASON_WRONG_CREDENTIALS": self = .wrongCredentials
        case "ERROR_REASON_SLOWED_DOWN": self = .slowedDown
        case "ERROR_REASON_INVITATION_INVALID": self = .invitationInvalid
        case "ERROR_REASON_NOT_FOUND": self = .notFound
        case "ERROR_REASON_ALREADY_EXISTS": self = .alreadyExists
        case "ERROR_REASON_CROSS_ORGANIZATION": self = .crossOrganization
        case "ERROR_REASON_WRONG_STATE": self = .wrongState
        case "ERROR_REASON_WRONG_TYPE": self = .wrongType
        case "ERROR_REASON_OWN_ROLE": self = .ownRole
        case "ERROR_REASON_OWNER_ONLY": self = .ownerOnly
        case "ERROR_REASON_IS_OWNER": self = .isOwner
        case "ERROR_REASON_LAST_FULL_ADMIN": self = .lastFullAdmin
        case "ERROR_REASON_FULL_ADMIN_ONLY": self = .fullAdminOnly
        case "ERROR_REASON_GROUP_CYCLE": self = .groupCycle
        case "ERROR_REASON_SELF_GRANT": self = .selfGrant
        case "ERROR_REASON_UNSUPPORTED_RIGHTS": self = .unsupportedRights
        case "ERROR_REASON_LOCAL_PART_NOT_ASCII": self = .localPartNotAscii
        case "ERROR_REASON_STALE": self = .stale
        case "ERROR_REASON_LOADING": self = .loading
        case "ERROR_REASON_COMPACTED": self = .compacted
        case "ERROR_REASON_WRONG_EPOCH": self = .wrongEpoch
        case "ERROR_REASON_STORAGE_FULL": self = .storageFull
        case "ERROR_REASON_OUTBOX_FULL": self = .outboxFull
        case "ERROR_REASON_OUTCOME_UNKNOWN": self = .outcomeUnknown
        case "ERROR_REASON_STOPPED": self = .stopped
        case "ERROR_REASON_SEQUENCE_GAP": self = .sequenceGap
        case "ERROR_REASON_EQUIVOCATION": self = .equivocation
        case "ERROR_REASON_TREE_TOO_SMALL": self = .treeTooSmall
        case "ERROR_REASON_BACKUP_NAME": self = .backupName
        default: return nil
        }
    }
}
