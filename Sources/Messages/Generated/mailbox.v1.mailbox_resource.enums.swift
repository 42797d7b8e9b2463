// Generated from mandate/mailbox/v1/mailbox_resource.proto by proto/generate. Do not edit.

/// What a mailbox is.
package enum MailboxKind: MessageEnum {
    /// Never sent.
    case unspecified
    /// A person's own.
    case personal
    /// A function's, without an owner.
    case functional
    /// One more, of the account that registered it.
    case registered
    /// A number this version does not know.
    case unrecognized(Int32)

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .personal
        case 2: self = .functional
        case 3: self = .registered
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .personal: 1
        case .functional: 2
        case .registered: 3
        case .unrecognized(let number): number
        }
    }

    package static let allCases: [MailboxKind] = [
        .unspecified,
        .personal,
        .functional,
        .registered,
    ]

    package static var protoPrefix: String { "MAILBOX_KIND_" }

    package var protoName: String {
        switch self {
        case .unspecified: "MAILBOX_KIND_UNSPECIFIED"
        case .personal: "MAILBOX_KIND_PERSONAL"
        case .functional: "MAILBOX_KIND_FUNCTIONAL"
        case .registered: "MAILBOX_KIND_REGISTERED"
        case .unrecognized(let number): String(number)
        }
    }

    package init?(protoName: String) {
        switch protoName {
        case "MAILBOX_KIND_UNSPECIFIED": self = .unspecified
        case "MAILBOX_KIND_PERSONAL": self = .personal
        case "MAILBOX_KIND_FUNCTIONAL": self = .functional
        case "MAILBOX_KIND_REGISTERED": self = .registered
        default: return nil
        }
    }
}

/// What of a mailbox a client shows (rule D9).
package enum MailboxSurface: MessageEnum {
    /// Never sent.
    case unspecified
    /// Its mail in the sections, from open.
    case sections
    /// Its mail in the communication panel, from send.
    case communicationPanel
    /// The From field, from send.
    case fromField
    /// Automated processes, from send.
    case automatedProcesses
    /// A number this version does not know.
    case unrecognized(Int32)

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .sections
        case 2: self = .communicationPanel
        case 3: self = .fromField
        case 4: self = .automatedProcesses
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .sections: 1
        case .communicationPanel: 2
        case .fromField: 3
        case .automatedProcesses: 4
        case .unrecognized(let number): number
        }
    }

    package static let allCases: [MailboxSurface] = [
        .unspecified,
        .sections,
        .communicationPanel,
        .fromField,
        .automatedProcesses,
    ]

    package static var protoPrefix: String { "MAILBOX_SURFACE_" }

    package var protoName: String {
        switch self {
        case .unspecified: "MAILBOX_SURFACE_UNSPECIFIED"
        case .sections: "MAILBOX_SURFACE_SECTIONS"
        case .communicationPanel: "MAILBOX_SURFACE_COMMUNICATION_PANEL"
        case .fromField: "MAILBOX_SURFACE_FROM_FIELD"
        case .automatedProcesses: "MAILBOX_SURFACE_AUTOMATED_PROCESSES"
        case .unrecognized(let number): String(number)
        }
    }

    package init?(protoName: String) {
        switch protoName {
        case "MAILBOX_SURFACE_UNSPECIFIED": self = .unspecified
        case "MAILBOX_SURFACE_SECTIONS": self = .sections
        case "MAILBOX_SURFACE_COMMUNICATION_PANEL": self = .communicationPanel
        case "MAILBOX_SURFACE_FROM_FIELD": self = .fromField
        case "MAILBOX_SURFACE_AUTOMATED_PROCESSES": self = .automatedProcesses
        default: return nil
        }
    }
}

/// What a way to a mailbox is.
package enum AccessPathKind: MessageEnum {
    /// Never sent.
    case unspecified
    /// The mailbox is the account's.
    case owner
    /// A grant to the account.
    case direct
    /// A grant to a group that it is in.
    case group
    /// A number this version does not know.
    case unrecognized(Int32)

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .owner
        case 2: self = .direct
        case 3: self = .group
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .owner: 1
        case .direct: 2
        case .group: 3
        case .unrecognized(let number): number
        }
    }

    package static let allCases: [AccessPathKind] = [
        .unspecified,
        .owner,
        .direct,
        .group,
    ]

    package static var protoPrefix: String { "ACCESS_PATH_KIND_" }

    package var protoName: String {
        switch self {
        case .unspecified: "ACCESS_PATH_KIND_UNSPECIFIED"
        case .owner: "ACCESS_PATH_KIND_OWNER"
        case .direct: "ACCESS_PATH_KIND_DIRECT"
        case .group: "ACCESS_PATH_KIND_GROUP"
        case .unrecognized(let number): String(number)
        }
    }

    package init?(protoName: String) {
        switch protoName {
        case "ACCESS_PATH_KIND_UNSPECIFIED": self = .unspecified
        case "ACCESS_PATH_KIND_OWNER": self = .owner
        case "ACCESS_PATH_KIND_DIRECT": self = .direct
        case "ACCESS_PATH_KIND_GROUP": self = .group
        default: return nil
        }
    }
}
