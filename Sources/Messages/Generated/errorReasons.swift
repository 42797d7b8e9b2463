// Generated from every enum of reasons by proto/generate. Do not edit.

extension ErrorReason {
    // MARK: mandate.rpc

    /// No such method on this server. UNIMPLEMENTED.
    package static var unknownMethod: ErrorReason { ErrorReason(1) }
    /// The bytes are not the method's message. INVALID_ARGUMENT.
    package static var malformedMessage: ErrorReason { ErrorReason(2) }
    /// A required field is empty; `field` names it. INVALID_ARGUMENT.
    package static var missingField: ErrorReason { ErrorReason(3) }
    /// A field's value is not allowed; `field` names it. INVALID_ARGUMENT.
    package static var invalidField: ErrorReason { ErrorReason(4) }
    /// Text or a list over its limit; `field` names it. INVALID_ARGUMENT.
    package static var tooLong: ErrorReason { ErrorReason(5) }
    /// Two fields of a request name the same thing, and not the same one; `field` and `other` name the two.
    /// INVALID_ARGUMENT.
    package static var selectorsDisagree: ErrorReason { ErrorReason(6) }
    /// The page token is not of this query or this server. INVALID_ARGUMENT.
    package static var stalePageToken: ErrorReason { ErrorReason(7) }
    /// The request id was used with other bytes. ALREADY_EXISTS.
    package static var requestIdReused: ErrorReason { ErrorReason(8) }
    /// What is stored is not what the caller has seen, or is no more; `etag` is the one of what is there now. ABORTED.
    package static var etagMismatch: ErrorReason { ErrorReason(9) }
    /// The deadline had passed. DEADLINE_EXCEEDED.
    package static var deadlineExceeded: ErrorReason { ErrorReason(20) }
    /// The client cancelled. CANCELLED.
    package static var cancelled: ErrorReason { ErrorReason(21) }
    /// Over a limit of the server: streams, metadata, message. RESOURCE_EXHAUSTED.
    package static var limitExceeded: ErrorReason { ErrorReason(22) }
    /// The server drains. UNAVAILABLE.
    package static var draining: ErrorReason { ErrorReason(23) }
    /// The connection was lost. UNAVAILABLE, from a client's own side.
    package static var disconnected: ErrorReason { ErrorReason(24) }
    /// The server has found that it cannot rely on what it holds. It decides nothing more and ends; ask again.
    /// UNAVAILABLE.
    package static var stopped: ErrorReason { ErrorReason(25) }
    /// Our fault; the log of the server has more. INTERNAL.
    package static var `internal`: ErrorReason { ErrorReason(26) }
    /// The certificate's caller is not in the configuration. PERMISSION_DENIED.
    package static var unknownCaller: ErrorReason { ErrorReason(30) }
    /// The caller may not call this method. PERMISSION_DENIED.
    package static var callerNotAllowed: ErrorReason { ErrorReason(31) }
    /// The caller may not speak for accounts. PERMISSION_DENIED.
    package static var callerCannotAct: ErrorReason { ErrorReason(32) }
    /// The call needs an account: a session, or an account from a trusted caller. UNAUTHENTICATED.
    package static var accountRequired: ErrorReason { ErrorReason(33) }
    /// The session is unknown or over. UNAUTHENTICATED.
    package static var sessionInvalid: ErrorReason { ErrorReason(34) }
    /// The account's roles lack the scope; `scope`, `needed`, `held`, `roles`. PERMISSION_DENIED.
    package static var roleLacksScope: ErrorReason { ErrorReason(35) }
    /// Only a Full admin may (rules C5, C6). PERMISSION_DENIED.
    package static var fullAdminOnly: ErrorReason { ErrorReason(36) }
    /// No such thing, or not one the caller may know of. NOT_FOUND.
    package static var notFound: ErrorReason { ErrorReason(50) }
    /// The address, name or key is taken. ALREADY_EXISTS.
    package static var alreadyExists: ErrorReason { ErrorReason(51) }
    /// The things belong to different organizations. INVALID_ARGUMENT.
    package static var crossOrganization: ErrorReason { ErrorReason(52) }
    /// The account's state does not allow it; `state`. FAILED_PRECONDITION; of the account that acts, `account`,
    /// PERMISSION_DENIED.
    package static var wrongState: ErrorReason { ErrorReason(53) }
    /// The account's type does not allow it. FAILED_PRECONDITION.
    package static var wrongType: ErrorReason { ErrorReason(54) }
    /// The contract knows it, and nothing enforces it yet: `field`, `value`, and what is `supported`. INVALID_ARGUMENT.
    package static var unsupported: ErrorReason { ErrorReason(55) }
    /// The store refuses writes: the disk is full or failing. RESOURCE_EXHAUSTED.
    package static var storageFull: ErrorReason { ErrorReason(70) }
    /// The outbox to the log has no room for the change's event; the change was refused. What only takes access away has
    /// room longest. RESOURCE_EXHAUSTED.
    package static var outboxFull: ErrorReason { ErrorReason(71) }
    /// The disk failed while the change was made durable: it may have taken place, or not. The server ends; when it is
    /// back, the same request with the same request id tells. UNKNOWN.
    package static var outcomeUnknown: ErrorReason { ErrorReason(72) }

    // MARK: mandate.identity

    /// Address or password is wrong; never says which. UNAUTHENTICATED.
    package static var wrongCredentials: ErrorReason { ErrorReason(100) }
    /// Too many wrong passwords; `retry_after_seconds`. RESOURCE_EXHAUSTED.
    package static var slowedDown: ErrorReason { ErrorReason(101) }
    /// The invitation's token is unknown, used or over. FAILED_PRECONDITION.
    package static var invitationInvalid: ErrorReason { ErrorReason(102) }
    /// Nobody changes their own role or type (rule C4). PERMISSION_DENIED.
    package static var ownRole: ErrorReason { ErrorReason(110) }
    /// Only the owner may (rule A2). PERMISSION_DENIED.
    package static var ownerOnly: ErrorReason { ErrorReason(111) }
    /// The owner cannot be suspended, demoted or deleted (rule A4). FAILED_PRECONDITION.
    package static var isOwner: ErrorReason { ErrorReason(112) }
    /// The last active Full admin must remain (rule C7). FAILED_PRECONDITION.
    package static var lastFullAdmin: ErrorReason { ErrorReason(113) }
    /// Two policies cannot both hold: `policies` names them, with a comma between. FAILED_PRECONDITION.
    package static var policiesContradict: ErrorReason { ErrorReason(114) }
    /// Ownership goes to somebody else than who has it (rule A3). FAILED_PRECONDITION.
    package static var transferToSelf: ErrorReason { ErrorReason(130) }
    /// Ownership goes to an administrator only (rule A3). FAILED_PRECONDITION.
    package static var notAnAdministrator: ErrorReason { ErrorReason(131) }
    /// Ownership is offered to another administrator: `ownership_transfer_id`, to be withdrawn first. FAILED_PRECONDITION.
    package static var transferPending: ErrorReason { ErrorReason(132) }
    /// Only the administrator to whom ownership is offered accepts or declines it. PERMISSION_DENIED.
    package static var notOfferedTo: ErrorReason { ErrorReason(133) }
    /// The group would contain itself. FAILED_PRECONDITION.
    package static var groupCycle: ErrorReason { ErrorReason(120) }
    /// What stands before an address's @ is not ASCII; `field` names it. INVALID_ARGUMENT.
    package static var localPartNotAscii: ErrorReason { ErrorReason(121) }
    /// An active subscription is for the tenant; `subscription` names one. FAILED_PRECONDITION.
    package static var tenantInUse: ErrorReason { ErrorReason(150) }
    /// All licences of the subscription are assigned: `count`, and how many are `used`. FAILED_PRECONDITION.
    package static var licencesExhausted: ErrorReason { ErrorReason(151) }
    /// More licences are assigned than the subscription would have: the `count` asked for, and how many are `used`.
    /// FAILED_PRECONDITION.
    package static var licencesInUse: ErrorReason { ErrorReason(152) }
    /// Accounts have addresses in the domain, or units have it as their default; `addresses` says how many, `1000` for as many
    /// and more, and `units`. FAILED_PRECONDITION.
    package static var domainInUse: ErrorReason { ErrorReason(170) }
    /// The organization has not verified the domain of the address; `field` names the address, `domain` its domain. Also where
    /// another organization has verified it. FAILED_PRECONDITION.
    package static var domainNotVerified: ErrorReason { ErrorReason(171) }
    /// DNS does not say that the domain is the organization's: there is no TXT record `record_name` that says `record_value`.
    /// FAILED_PRECONDITION.
    package static var verificationMissing: ErrorReason { ErrorReason(172) }
    /// DNS says nothing of the domain: `cause` is timeout, refused, malformed, too_large, busy or local. UNAVAILABLE.
    package static var lookupFailed: ErrorReason { ErrorReason(173) }
    /// The unit would stand below itself (rule B10). FAILED_PRECONDITION.
    package static var unitCycle: ErrorReason { ErrorReason(190) }
    /// Too many units would stand one under the other; `depth`, `max`. FAILED_PRECONDITION.
    package static var unitTooDeep: ErrorReason { ErrorReason(191) }
    /// There are units below it, accounts in it, or roles for it: `units`, `accounts` and `role_assignments` say how many of
    /// each. FAILED_PRECONDITION.
    package static var unitNotEmpty: ErrorReason { ErrorReason(192) }
    /// The account owns registered mailboxes: they are given to another, or taken away, before; `mailboxes` says how many.
    /// FAILED_PRECONDITION.
    package static var ownsMailboxes: ErrorReason { ErrorReason(193) }

    // MARK: mandate.mailbox

    /// The server's view is too old to decide; ask again. UNAVAILABLE.
    package static var stale: ErrorReason { ErrorReason(200) }
    /// The index is still loading. UNAVAILABLE.
    package static var loading: ErrorReason { ErrorReason(201) }
    /// A mailbox cannot be granted to its own account, nor to its owner (rule D6). FAILED_PRECONDITION.
    package static var selfGrant: ErrorReason { ErrorReason(210) }
    /// No group is given an administrator's own mailbox: whoever may add its members could open it (rule C6).
    /// FAILED_PRECONDITION.
    package static var administratorGuarded: ErrorReason { ErrorReason(211) }
    /// A grant with folders gives open: the folders say where (rule D27). INVALID_ARGUMENT.
    package static var foldersWithoutOpen: ErrorReason { ErrorReason(212) }
    /// It is no folder's path: `field`, and what is wrong with it. INVALID_ARGUMENT.
    package static var folderPath: ErrorReason { ErrorReason(213) }
    /// Under policy common_group the mailbox's owner and the grantee share a group (rule D11). FAILED_PRECONDITION.
    package static var noCommonGroup: ErrorReason { ErrorReason(214) }
    /// The owner's plan is none of those of policy owner_plans (rule D12): `plan`, `plans`. FAILED_PRECONDITION.
    package static var ownerPlan: ErrorReason { ErrorReason(215) }
    /// Both system operations are needed (rule D10): `missing`. PERMISSION_DENIED.
    package static var operationsMissing: ErrorReason { ErrorReason(216) }
    /// Only a registered mailbox has an owner that can change, a name of its own, or an end of its own. FAILED_PRECONDITION.
    package static var notRegistered: ErrorReason { ErrorReason(217) }
    /// The account can do nothing in the mailbox, so it has no signature for it (rule D13). FAILED_PRECONDITION.
    package static var noAccess: ErrorReason { ErrorReason(218) }
    /// The account owns registered mailboxes: say who has them then. FAILED_PRECONDITION.
    package static var successorMissing: ErrorReason { ErrorReason(219) }

    // MARK: mandate.audit

    /// The log expects another sequence; `expected`. FAILED_PRECONDITION.
    package static var sequenceGap: ErrorReason { ErrorReason(300) }
    /// The same sequence came with other bytes; `sequence`. DATA_LOSS.
    package static var equivocation: ErrorReason { ErrorReason(301) }
    /// The tree is smaller than the size asked for; `size`. OUT_OF_RANGE.
    package static var treeTooSmall: ErrorReason { ErrorReason(302) }

    // MARK: mandate.server

    /// The backup's name is not allowed or taken. INVALID_ARGUMENT.
    package static var backupName: ErrorReason { ErrorReason(400) }

    // MARK: mandate.feed

    /// A message that Follow does not allow where it came, or at all. INVALID_ARGUMENT.
    package static var protocolViolation: ErrorReason { ErrorReason(500) }
    /// The feed has as many followers as it takes. RESOURCE_EXHAUSTED.
    package static var tooManyFollowers: ErrorReason { ErrorReason(501) }

    /// Every reason that this version knows, by number.
    package static let allCases: [ErrorReason] = [
        .unknownMethod,
        .malformedMessage,
        .missingField,
        .invalidField,
        .tooLong,
        .selectorsDisagree,
        .stalePageToken,
        .requestIdReused,
        .etagMismatch,
        .deadlineExceeded,
        .cancelled,
        .limitExceeded,
        .draining,
        .disconnected,
        .stopped,
        .`internal`,
        .unknownCaller,
        .callerNotAllowed,
        .callerCannotAct,
        .accountRequired,
        .sessionInvalid,
        .roleLacksScope,
        .fullAdminOnly,
        .notFound,
        .alreadyExists,
        .crossOrganization,
        .wrongState,
        .wrongType,
        .unsupported,
        .storageFull,
        .outboxFull,
        .outcomeUnknown,
        .wrongCredentials,
        .slowedDown,
        .invitationInvalid,
        .ownRole,
        .ownerOnly,
        .isOwner,
        .lastFullAdmin,
        .policiesContradict,
        .transferToSelf,
        .notAnAdministrator,
        .transferPending,
        .notOfferedTo,
        .groupCycle,
        .localPartNotAscii,
        .tenantInUse,
        .licencesExhausted,
        .licencesInUse,
        .domainInUse,
        .domainNotVerified,
        .verificationMissing,
        .lookupFailed,
        .unitCycle,
        .unitTooDeep,
        .unitNotEmpty,
        .ownsMailboxes,
        .stale,
        .loading,
        .selfGrant,
        .administratorGuarded,
        .foldersWithoutOpen,
        .folderPath,
        .noCommonGroup,
        .ownerPlan,
        .operationsMissing,
        .notRegistered,
        .noAccess,
        .successorMissing,
        .sequenceGap,
        .equivocation,
        .treeTooSmall,
        .backupName,
        .protocolViolation,
        .tooManyFollowers,
    ]

    /// What being refused with it means; a number that this version does not know has not said.
    package var refusal: RefusalKind {
        switch number {
        case 1: .form
        case 2: .form
        case 3: .form
        case 4: .form
        case 5: .form
        case 6: .form
        case 7: .form
        case 8: .form
        case 9: .freshness
        case 20: .capacity
        case 21: .failure
        case 22: .capacity
        case 23: .failure
        case 24: .failure
        case 25: .failure
        case 26: .failure
        case 30: .caller
        case 31: .caller
        case 32: .caller
        case 33: .unproved
        case 34: .unproved
        case 35: .rule
        case 36: .rule
        case 50: .rule
        case 51: .rule
        case 52: .rule
        case 53: .rule
        case 54: .rule
        case 55: .rule
        case 70: .capacity
        case 71: .capacity
        case 72: .failure
        case 100: .unproved
        case 101: .unproved
        case 102: .unproved
        case 110: .rule
        case 111: .rule
        case 112: .rule
        case 113: .rule
        case 114: .rule
        case 130: .rule
        case 131: .rule
        case 132: .rule
        case 133: .rule
        case 120: .rule
        case 121: .form
        case 150: .rule
        case 151: .rule
        case 152: .rule
        case 170: .rule
        case 171: .rule
        case 172: .rule
        case 173: .capacity
        case 190: .rule
        case 191: .rule
        case 192: .rule
        case 193: .rule
        case 200: .freshness
        case 201: .freshness
        case 210: .rule
        case 211: .rule
        case 212: .form
        case 213: .form
        case 214: .rule
        case 215: .rule
        case 216: .rule
        case 217: .rule
        case 218: .rule
        case 219: .rule
        case 300: .freshness
        case 301: .rule
        case 302: .form
        case 400: .form
        case 500: .form
        case 501: .capacity
        default: .unspecified
        }
    }

    /// Nil for a hundred that this version does not know.
    static func domain(of number: Int32) -> String? {
        switch number {
        case 1...99: "mandate.rpc"
        case 100...199: "mandate.identity"
        case 200...299: "mandate.mailbox"
        case 300...399: "mandate.audit"
        case 400...499: "mandate.server"
        case 500...599: "mandate.feed"
        default: nil
        }
    }

    /// Nil for a number that this version does not know.
    static func name(of number: Int32) -> String? {
        switch number {
        case 1: "UNKNOWN_METHOD"
        case 2: "MALFORMED_MESSAGE"
        case 3: "MISSING_FIELD"
        case 4: "INVALID_FIELD"
        case 5: "TOO_LONG"
        case 6: "SELECTORS_DISAGREE"
        case 7: "STALE_PAGE_TOKEN"
        case 8: "REQUEST_ID_REUSED"
        case 9: "ETAG_MISMATCH"
        case 20: "DEADLINE_EXCEEDED"
        case 21: "CANCELLED"
        case 22: "LIMIT_EXCEEDED"
        case 23: "DRAINING"
        case 24: "DISCONNECTED"
        case 25: "STOPPED"
        case 26: "INTERNAL"
        case 30: "UNKNOWN_CALLER"
        case 31: "CALLER_NOT_ALLOWED"
        case 32: "CALLER_CANNOT_ACT"
        case 33: "ACCOUNT_REQUIRED"
        case 34: "SESSION_INVALID"
        case 35: "ROLE_LACKS_SCOPE"
        case 36: "FULL_ADMIN_ONLY"
        case 50: "NOT_FOUND"
        case 51: "ALREADY_EXISTS"
        case 52: "CROSS_ORGANIZATION"
        case 53: "WRONG_STATE"
        case 54: "WRONG_TYPE"
        case 55: "UNSUPPORTED"
        case 70: "STORAGE_FULL"
        case 71: "OUTBOX_FULL"
        case 72: "OUTCOME_UNKNOWN"
        case 100: "WRONG_CREDENTIALS"
        case 101: "SLOWED_DOWN"
        case 102: "INVITATION_INVALID"
        case 110: "OWN_ROLE"
        case 111: "OWNER_ONLY"
        case 112: "IS_OWNER"
        case 113: "LAST_FULL_ADMIN"
        case 114: "POLICIES_CONTRADICT"
        case 130: "TRANSFER_TO_SELF"
        case 131: "NOT_AN_ADMINISTRATOR"
        case 132: "TRANSFER_PENDING"
        case 133: "NOT_OFFERED_TO"
        case 120: "GROUP_CYCLE"
        case 121: "LOCAL_PART_NOT_ASCII"
        case 150: "TENANT_IN_USE"
        case 151: "LICENCES_EXHAUSTED"
        case 152: "LICENCES_IN_USE"
        case 170: "DOMAIN_IN_USE"
        case 171: "DOMAIN_NOT_VERIFIED"
        case 172: "VERIFICATION_MISSING"
        case 173: "LOOKUP_FAILED"
        case 190: "UNIT_CYCLE"
        case 191: "UNIT_TOO_DEEP"
        case 192: "UNIT_NOT_EMPTY"
        case 193: "OWNS_MAILBOXES"
        case 200: "STALE"
        case 201: "LOADING"
        case 210: "SELF_GRANT"
        case 211: "ADMINISTRATOR_GUARDED"
        case 212: "FOLDERS_WITHOUT_OPEN"
        case 213: "FOLDER_PATH"
        case 214: "NO_COMMON_GROUP"
        case 215: "OWNER_PLAN"
        case 216: "OPERATIONS_MISSING"
        case 217: "NOT_REGISTERED"
        case 218: "NO_ACCESS"
        case 219: "SUCCESSOR_MISSING"
        case 300: "SEQUENCE_GAP"
        case 301: "EQUIVOCATION"
        case 302: "TREE_TOO_SMALL"
        case 400: "BACKUP_NAME"
        case 500: "PROTOCOL_VIOLATION"
        case 501: "TOO_MANY_FOLLOWERS"
        default: nil
        }
    }

    /// Nil for a name that this version does not know.
    static func number(of name: String) -> Int32? {
        switch name {
        case "UNKNOWN_METHOD": 1
        case "MALFORMED_MESSAGE": 2
        case "MISSING_FIELD": 3
        case "INVALID_FIELD": 4
        case "TOO_LONG": 5
        case "SELECTORS_DISAGREE": 6
        case "STALE_PAGE_TOKEN": 7
        case "REQUEST_ID_REUSED": 8
        case "ETAG_MISMATCH": 9
        case "DEADLINE_EXCEEDED": 20
        case "CANCELLED": 21
        case "LIMIT_EXCEEDED": 22
        case "DRAINING": 23
        case "DISCONNECTED": 24
        case "STOPPED": 25
        case "INTERNAL": 26
        case "UNKNOWN_CALLER": 30
        case "CALLER_NOT_ALLOWED": 31
        case "CALLER_CANNOT_ACT": 32
        case "ACCOUNT_REQUIRED": 33
        case "SESSION_INVALID": 34
        case "ROLE_LACKS_SCOPE": 35
        case "FULL_ADMIN_ONLY": 36
        case "NOT_FOUND": 50
        case "ALREADY_EXISTS": 51
        case "CROSS_ORGANIZATION": 52
        case "WRONG_STATE": 53
        case "WRONG_TYPE": 54
        case "UNSUPPORTED": 55
        case "STORAGE_FULL": 70
        case "OUTBOX_FULL": 71
        case "OUTCOME_UNKNOWN": 72
        case "WRONG_CREDENTIALS": 100
        case "SLOWED_DOWN": 101
        case "INVITATION_INVALID": 102
        case "OWN_ROLE": 110
        case "OWNER_ONLY": 111
        case "IS_OWNER": 112
        case "LAST_FULL_ADMIN": 113
        case "POLICIES_CONTRADICT": 114
        case "TRANSFER_TO_SELF": 130
        case "NOT_AN_ADMINISTRATOR": 131
        case "TRANSFER_PENDING": 132
        case "NOT_OFFERED_TO": 133
        case "GROUP_CYCLE": 120
        case "LOCAL_PART_NOT_ASCII": 121
        case "TENANT_IN_USE": 150
        case "LICENCES_EXHAUSTED": 151
        case "LICENCES_IN_USE": 152
        case "DOMAIN_IN_USE": 170
        case "DOMAIN_NOT_VERIFIED": 171
        case "VERIFICATION_MISSING": 172
        case "LOOKUP_FAILED": 173
        case "UNIT_CYCLE": 190
        case "UNIT_TOO_DEEP": 191
        case "UNIT_NOT_EMPTY": 192
        case "OWNS_MAILBOXES": 193
        case "STALE": 200
        case "LOADING": 201
        case "SELF_GRANT": 210
        case "ADMINISTRATOR_GUARDED": 211
        case "FOLDERS_WITHOUT_OPEN": 212
        case "FOLDER_PATH": 213
        case "NO_COMMON_GROUP": 214
        case "OWNER_PLAN": 215
        case "OPERATIONS_MISSING": 216
        case "NOT_REGISTERED": 217
        case "NO_ACCESS": 218
        case "SUCCESSOR_MISSING": 219
        case "SEQUENCE_GAP": 300
        case "EQUIVOCATION": 301
        case "TREE_TOO_SMALL": 302
        case "BACKUP_NAME": 400
        case "PROTOCOL_VIOLATION": 500
        case "TOO_MANY_FOLLOWERS": 501
        default: nil
        }
    }
}
