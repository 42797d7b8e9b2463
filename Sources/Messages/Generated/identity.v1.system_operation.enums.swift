// Generated from mandate/identity/v1/system_operation.proto by proto/generate. Do not edit.

/// What can be given.
package enum SystemOperation: MessageEnum {
    /// Not said.
    case unspecified
    /// Setting up shared accounts.
    case sharedAccountSetup
    /// Synchronizing shared mailboxes.
    case sharedMailboxSynchronization
    /// A number this version does not know.
    case unrecognized(Int32)

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .sharedAccountSetup
        case 2: self = .sharedMailboxSynchronization
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .sharedAccountSetup: 1
        case .sharedMailboxSynchronization: 2
        case .unrecognized(let number): number
        }
    }

    package static let allCases: [SystemOperation] = [
        .unspecified,
        .sharedAccountSetup,
        .sharedMailboxSynchronization,
    ]

    package static var protoPrefix: String { "SYSTEM_OPERATION_" }

    package var protoName: String {
        switch self {
        case .unspecified: "SYSTEM_OPERATION_UNSPECIFIED"
        case .sharedAccountSetup: "SYSTEM_OPERATION_SHARED_ACCOUNT_SETUP"
        case .sharedMailboxSynchronization: "SYSTEM_OPERATION_SHARED_MAILBOX_SYNCHRONIZATION"
        case .unrecognized(let number): String(number)
        }
    }

    package init?(protoName: String) {
        switch protoName {
        case "SYSTEM_OPERATION_UNSPECIFIED": self = .unspecified
        case "SYSTEM_OPERATION_SHARED_ACCOUNT_SETUP": self = .sharedAccountSetup
        case "SYSTEM_OPERATION_SHARED_MAILBOX_SYNCHRONIZATION": self = .sharedMailboxSynchronization
        default: return nil
        }
    }
}
