// Generated from mandate/rpc/v1/options.proto by proto/generate. Do not edit.

import CMessages

/// Who may call a method. Two layers stay: the server's configuration lists the methods of each caller's certificate, and
/// an account's roles have scopes.
package struct Access: Message {
    /// Whom it is for.
    package var kind: AccessKind = .unspecified
    /// For ACCOUNT and OWNER: what the account's roles must have, all of it. None: any active account.
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
    /// For ACCOUNT: an operator's certificate may too where the call names no account. What it may touch then is the
    /// installation's own, which the request names by naming no organization; an account never may.
    package var orOperator: Bool = false
    /// To whom it is not for, it answers as if what is named were not there: NOT_FOUND instead of a denial of permission.
    package var hidden: Bool = false
    /// The path of a field of the request with the organizational unit that what is to be touched belongs to, or is: roles for
    /// that unit, or for one above it, count. Empty where the log's target says it, as an account does, and where it is in none.
    package var unit: String = ""
    /// An account may without the demands by what it may do in the mailbox that is touched. Judged by mailbox, which alone knows.
    package var orMailbox: MailboxGround = .unspecified

    package init() {}

    package init(
        kind: AccessKind = .unspecified,
        demands: [AccessDemand] = [],
        orSelf: Bool = false,
        orMailboxOwner: Bool = false,
        mutates: Bool = false,
        by: String = "",
        orOperator: Bool = false,
        hidden: Bool = false,
        unit: String = "",
        orMailbox: MailboxGround = .unspecified
    ) {
        self.kind = kind
        self.demands = demands
        self.orSelf = orSelf
        self.orMailboxOwner = orMailboxOwner
        self.mutates = mutates
        self.by = by
        self.orOperator = orOperator
        self.hidden = hidden
        self.unit = unit
        self.orMailbox = orMailbox
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
        self.orOperator = unsafe c.pointee.or_operator != 0
        self.hidden = unsafe c.pointee.hidden != 0
        self.unit = try unsafe Read.text(c.pointee.unit, "mandate.rpc.v1.Access.unit")
        self.orMailbox = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.or_mailbox.rawValue))
    }

    func write(to c: UnsafeMutablePointer<Mandate__Rpc__V1__Access>, in arena: Arena) {
        unsafe c.pointee.kind = .init(rawValue: .init(truncatingIfNeeded: self.kind.rawValue))
        unsafe c.pointee.n_demands = self.demands.count
        unsafe c.pointee.demands = arena.messages(self.demands)
        unsafe c.pointee.or_self = self.orSelf ? 1 : 0
        unsafe c.pointee.or_mailbox_owner = self.orMailboxOwner ? 1 : 0
        unsafe c.pointee.mutates = self.mutates ? 1 : 0
        unsafe c.pointee.by = arena.text(self.by)
        unsafe c.pointee.or_operator = self.orOperator ? 1 : 0
        unsafe c.pointee.hidden = self.hidden ? 1 : 0
        unsafe c.pointee.unit = arena.text(self.unit)
        unsafe c.pointee.or_mailbox = .init(rawValue: .init(truncatingIfNeeded: self.orMailbox.rawValue))
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
