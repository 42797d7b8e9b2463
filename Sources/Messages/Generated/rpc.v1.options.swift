// Generated from mandate/rpc/v1/options.proto by proto/generate. Do not edit.

import CMessages

/// The kinds of callers a method can be for.
package enum AccessKind: MessageEnum {
    /// Not declared; a test refuses it.
    case unspecified
    /// An active account, by its session or by a caller trusted to name it, whose role has all that is demanded.
    case account
    /// The owner of the account's organization (rule A2).
    case owner
    /// An operator's certificate.
    case `operator`
    /// Another service's certificate (or an operator's).
    case service
    /// Anybody the configuration lists: the call itself carries the proof.
    case caller
    /// Whoever shows a certificate that the authority signed, listed or not.
    case anyone
    /// A number this version does not know.
    case unrecognized(Int32)

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .account
        case 2: self = .owner
        case 3: self = .`operator`
        case 4: self = .service
        case 5: self = .caller
        case 6: self = .anyone
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .account: 1
        case .owner: 2
        case .`operator`: 3
        case .service: 4
        case .caller: 5
        case .anyone: 6
        case .unrecognized(let number): number
        }
    }

    package static let allCases: [AccessKind] = [
        .unspecified,
        .account,
        .owner,
        .`operator`,
        .service,
        .caller,
        .anyone,
    ]

    package static var protoPrefix: String { "ACCESS_KIND_" }

    package var protoName: String {
        switch self {
        case .unspecified: "ACCESS_KIND_UNSPECIFIED"
        case .account: "ACCESS_KIND_ACCOUNT"
        case .owner: "ACCESS_KIND_OWNER"
        case .`operator`: "ACCESS_KIND_OPERATOR"
        case .service: "ACCESS_KIND_SERVICE"
        case .caller: "ACCESS_KIND_CALLER"
        case .anyone: "ACCESS_KIND_ANYONE"
        case .unrecognized(let number): String(number)
        }
    }

    package init?(protoName: String) {
        switch protoName {
        case "ACCESS_KIND_UNSPECIFIED": self = .unspecified
        case "ACCESS_KIND_ACCOUNT": self = .account
        case "ACCESS_KIND_OWNER": self = .owner
        case "ACCESS_KIND_OPERATOR": self = .`operator`
        case "ACCESS_KIND_SERVICE": self = .service
        case "ACCESS_KIND_CALLER": self = .caller
        case "ACCESS_KIND_ANYONE": self = .anyone
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

/// Who may call a method. Two layers stay: the server's configuration lists the methods of each caller's certificate, and
/// an account's role has scopes.
package struct Access: Message {
    /// Whom it is for.
    package var kind: AccessKind = .unspecified
    /// For ACCOUNT and OWNER: what the account's role must have, all of it. None: any active account.
    package var demands: [AccessDemand] = []
    /// An account may without the demands when what is touched is the account itself.
    package var orSelf: Bool = false
    /// An account may without the demands when what is touched is in its own mailbox.
    package var orMailboxOwner: Bool = false
    /// It changes something. A method that only reads may be called again without a thought.
    package var mutates: Bool = false
    /// The path of a field of the request whose value names what is demanded besides: an enum, each of whose values has a
    /// value_demand, or an update mask, each of whose fields has a demand. A call needs them all.
    package var by: String = ""

    package init() {}

    package init(
        kind: AccessKind = .unspecified,
        demands: [AccessDemand] = [],
        orSelf: Bool = false,
        orMailboxOwner: Bool = false,
        mutates: Bool = false,
        by: String = ""
    ) {
        self.kind = kind
        self.demands = demands
        self.orSelf = orSelf
        self.orMailboxOwner = orMailboxOwner
        self.mutates = mutates
        self.by = by
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

extension Access: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Rpc__V1__Access>) {
        unsafe mandate__rpc__v1__access__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Rpc__V1__Access>) throws(MessageError) {
        self.kind = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.kind.rawValue))
        self.demands = try unsafe Read.messages(c.pointee.n_demands, c.pointee.demands)
        self.orSelf = unsafe c.pointee.or_self != 0
        self.orMailboxOwner = unsafe c.pointee.or_mailbox_owner != 0
        self.mutates = unsafe c.pointee.mutates != 0
        self.by = try unsafe Read.text(c.pointee.by, "mandate.rpc.v1.Access.by")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Rpc__V1__Access>, in arena: Arena) {
        unsafe c.pointee.kind = .init(rawValue: .init(truncatingIfNeeded: self.kind.rawValue))
        unsafe c.pointee.n_demands = self.demands.count
        unsafe c.pointee.demands = arena.messages(self.demands)
        unsafe c.pointee.or_self = self.orSelf ? 1 : 0
        unsafe c.pointee.or_mailbox_owner = self.orMailboxOwner ? 1 : 0
        unsafe c.pointee.mutates = self.mutates ? 1 : 0
        unsafe c.pointee.by = arena.text(self.by)
    }
}

extension Access {
    package func check(_ violations: inout Violations) {
        for index in self.demands.indices where !violations.isFull {
            let start = violations.count
            self.demands[index].check(&violations)
            violations.place(from: start, in: "demands", index)
        }
    }
}

/// A level in a row of the role matrix.
package struct AccessDemand: Message {
    /// The row, as in delegations.
    package var scope: String = ""
    /// The level needed.
    package var level: AccessLevel = .unspecified

    package init() {}

    package init(
        scope: String = "",
        level: AccessLevel = .unspecified
    ) {
        self.scope = scope
        self.level = level
    }

    package static var name: String { "mandate.rpc.v1.AccessDemand" }

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

extension AccessDemand: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Rpc__V1__AccessDemand>) {
        unsafe mandate__rpc__v1__access_demand__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Rpc__V1__AccessDemand>) throws(MessageError) {
        self.scope = try unsafe Read.text(c.pointee.scope, "mandate.rpc.v1.AccessDemand.scope")
        self.level = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.level.rawValue))
    }

    func write(to c: UnsafeMutablePointer<Mandate__Rpc__V1__AccessDemand>, in arena: Arena) {
        unsafe c.pointee.scope = arena.text(self.scope)
        unsafe c.pointee.level = .init(rawValue: .init(truncatingIfNeeded: self.level.rawValue))
    }
}

extension AccessDemand {
    package func check(_ violations: inout Violations) {
        if self.scope.isEmpty {
            violations.addMissing("scope")
        } else {
            if self.scope.utf8.count > 100 {
                violations.add("scope", .tooLong, "string.max_bytes: at most 100 bytes")
            }
        }
        if case .unspecified = self.level {
            violations.addMissing("level")
        } else {
            if case .unrecognized = self.level {
                violations.add("level", .invalidField, "enum.defined_only: a value of AccessLevel")
            }
        }
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
