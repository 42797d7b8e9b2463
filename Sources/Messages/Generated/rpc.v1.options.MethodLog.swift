// Generated from mandate/rpc/v1/options.proto by proto/generate. Do not edit.

import CMessages

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
