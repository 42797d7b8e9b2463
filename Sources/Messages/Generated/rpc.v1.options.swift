// Generated from mandate/rpc/v1/options.proto by proto/generate. Do not edit.

import CMessages

/// The kinds of callers a method can be for.
package enum AccessKind: MessageEnum {
    /// Not declared; a test refuses it.
    case unspecified
    /// An account whose role has the scope at the level.
    case scope
    /// An operator's certificate.
    case `operator`
    /// Another service's certificate (or an operator's).
    case service
    /// The account itself, by session or by a caller trusted to name it.
    case `self`
    /// Anybody the configuration lists: the call itself carries the proof.
    case caller
    /// Whoever shows a certificate that the authority signed, listed or not.
    case anyone
    /// Everybody the configuration lists, whatever methods it lists for them.
    case listed
    /// A number this version does not know.
    case unrecognized(Int32)

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .scope
        case 2: self = .`operator`
        case 3: self = .service
        case 4: self = .`self`
        case 5: self = .caller
        case 6: self = .anyone
        case 7: self = .listed
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .scope: 1
        case .`operator`: 2
        case .service: 3
        case .`self`: 4
        case .caller: 5
        case .anyone: 6
        case .listed: 7
        case .unrecognized(let number): number
        }
    }

    package static let allCases: [AccessKind] = [
        .unspecified,
        .scope,
        .`operator`,
        .service,
        .`self`,
        .caller,
        .anyone,
        .listed,
    ]

    package static var protoPrefix: String { "ACCESS_KIND_" }

    package var protoName: String {
        switch self {
        case .unspecified: "ACCESS_KIND_UNSPECIFIED"
        case .scope: "ACCESS_KIND_SCOPE"
        case .`operator`: "ACCESS_KIND_OPERATOR"
        case .service: "ACCESS_KIND_SERVICE"
        case .`self`: "ACCESS_KIND_SELF"
        case .caller: "ACCESS_KIND_CALLER"
        case .anyone: "ACCESS_KIND_ANYONE"
        case .listed: "ACCESS_KIND_LISTED"
        case .unrecognized(let number): String(number)
        }
    }

    package init?(protoName: String) {
        switch protoName {
        case "ACCESS_KIND_UNSPECIFIED": self = .unspecified
        case "ACCESS_KIND_SCOPE": self = .scope
        case "ACCESS_KIND_OPERATOR": self = .`operator`
        case "ACCESS_KIND_SERVICE": self = .service
        case "ACCESS_KIND_SELF": self = .`self`
        case "ACCESS_KIND_CALLER": self = .caller
        case "ACCESS_KIND_ANYONE": self = .anyone
        case "ACCESS_KIND_LISTED": self = .listed
        default: return nil
        }
    }
}

/// A level of the role matrix. Edit includes view.
package enum AccessLevel: MessageEnum {
    /// None.
    case unspecified
    /// Read.
    case view
    /// Change.
    case edit
    /// A number this version does not know.
    case unrecognized(Int32)

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .view
        case 2: self = .edit
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .view: 1
        case .edit: 2
        case .unrecognized(let number): number
        }
    }

    package static let allCases: [AccessLevel] = [
        .unspecified,
        .view,
        .edit,
    ]

    package static var protoPrefix: String { "ACCESS_LEVEL_" }

    package var protoName: String {
        switch self {
        case .unspecified: "ACCESS_LEVEL_UNSPECIFIED"
        case .view: "ACCESS_LEVEL_VIEW"
        case .edit: "ACCESS_LEVEL_EDIT"
        case .unrecognized(let number): String(number)
        }
    }

    package init?(protoName: String) {
        switch protoName {
        case "ACCESS_LEVEL_UNSPECIFIED": self = .unspecified
        case "ACCESS_LEVEL_VIEW": self = .view
        case "ACCESS_LEVEL_EDIT": self = .edit
        default: return nil
        }
    }
}

/// Who may call a method.
package struct AccessOption: Message {
    /// Which of the fields below counts.
    package var kind: AccessKind = .unspecified
    /// For SCOPE: the row of the role matrix, as in delegations.
    package var scope: String = ""
    /// For SCOPE: the level needed.
    package var level: AccessLevel = .unspecified

    package init() {}

    package init(
        kind: AccessKind = .unspecified,
        scope: String = "",
        level: AccessLevel = .unspecified
    ) {
        self.kind = kind
        self.scope = scope
        self.level = level
    }

    package static var name: String { "mandate.rpc.v1.Access" }

    package init(decoding bytes: UnsafeRawBufferPointer) throws(MessageError) {
        self = try unsafe Self.read(bytes)
    }

    package init(decoding bytes: [UInt8]) throws(MessageError) {
        self = try unsafe Self.read(bytes)
    }

    @discardableResult
    package func encode(_ body: (borrowing Encoding) -> Void) -> Int {
        unsafe withEncoding(body)
    }
}

extension AccessOption: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Rpc__V1__Access>) {
        unsafe mandate__rpc__v1__access__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Rpc__V1__Access>) throws(MessageError) {
        self.kind = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.kind.rawValue))
        self.scope = try unsafe Read.text(c.pointee.scope, "mandate.rpc.v1.Access.scope")
        self.level = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.level.rawValue))
    }

    func write(to c: UnsafeMutablePointer<Mandate__Rpc__V1__Access>, in arena: Arena) {
        unsafe c.pointee.kind = .init(rawValue: .init(truncatingIfNeeded: self.kind.rawValue))
        unsafe c.pointee.scope = arena.text(self.scope)
        unsafe c.pointee.level = .init(rawValue: .init(truncatingIfNeeded: self.level.rawValue))
    }
}

/// What the log calls a method, and what it is done to. Paths are of the request's fields, as account.id; empty for what the
/// request does not name.
package struct MethodLog: Message {
    /// Past tense, dotted, as in account.suspended. What only reads has one too: of an attempt that is denied.
    package var action: String = ""
    /// What it is done to, as in account; empty for what the action names first.
    package var resourceType: String = ""
    /// The path of its id.
    package var target: String = ""
    /// The path of the id of the mailbox concerned.
    package var mailbox: String = ""
    /// The path of the id of the account or group that gains or loses something.
    package var subject: String = ""
    /// It can only take access away, so it is done also when the log has taken nothing for so long that other changes are
    /// refused.
    package var takesAway: Bool = false

    package init() {}

    package init(
        action: String = "",
        resourceType: String = "",
        target: String = "",
        mailbox: String = "",
        subject: String = "",
        takesAway: Bool = false
    ) {
        self.action = action
        self.resourceType = resourceType
        self.target = target
        self.mailbox = mailbox
        self.subject = subject
        self.takesAway = takesAway
    }

    package static var name: String { "mandate.rpc.v1.MethodLog" }

    package init(decoding bytes: UnsafeRawBufferPointer) throws(MessageError) {
        self = try unsafe Self.read(bytes)
    }

    package init(decoding bytes: [UInt8]) throws(MessageError) {
        self = try unsafe Self.read(bytes)
    }

    @discardableResult
    package func encode(_ body: (borrowing Encoding) -> Void) -> Int {
        unsafe withEncoding(body)
    }
}

extension MethodLog: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Rpc__V1__MethodLog>) {
        unsafe mandate__rpc__v1__method_log__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Rpc__V1__MethodLog>) throws(MessageError) {
        self.action = try unsafe Read.text(c.pointee.action, "mandate.rpc.v1.MethodLog.action")
        self.resourceType = try unsafe Read.text(c.pointee.resource_type, "mandate.rpc.v1.MethodLog.resource_type")
        self.target = try unsafe Read.text(c.pointee.target, "mandate.rpc.v1.MethodLog.target")
        self.mailbox = try unsafe Read.text(c.pointee.mailbox, "mandate.rpc.v1.MethodLog.mailbox")
        self.subject = try unsafe Read.text(c.pointee.subject, "mandate.rpc.v1.MethodLog.subject")
        self.takesAway = unsafe c.pointee.takes_away != 0
    }

    func write(to c: UnsafeMutablePointer<Mandate__Rpc__V1__MethodLog>, in arena: Arena) {
        unsafe c.pointee.action = arena.text(self.action)
        unsafe c.pointee.resource_type = arena.text(self.resourceType)
        unsafe c.pointee.target = arena.text(self.target)
        unsafe c.pointee.mailbox = arena.text(self.mailbox)
        unsafe c.pointee.subject = arena.text(self.subject)
        unsafe c.pointee.takes_away = self.takesAway ? 1 : 0
    }
}
