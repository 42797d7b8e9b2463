// Generated from mandate/mailbox/v1/access.proto by proto/generate. Do not edit.

import CMessages

/// One condition of a decision.
package struct AccessCondition: Message {
    /// What was asked.
    package var kind: AccessConditionKind = .unspecified
    /// How it came out.
    package var outcome: AccessConditionOutcome = .unspecified
    /// What it was about: a state, a delegation, a group, what recipients see and whose word that is.
    package var detail: String = ""

    package init() {}

    package init(
        kind: AccessConditionKind = .unspecified,
        outcome: AccessConditionOutcome = .unspecified,
        detail: String = ""
    ) {
        self.kind = kind
        self.outcome = outcome
        self.detail = detail
    }

    package static var name: String { "mandate.mailbox.v1.AccessCondition" }

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

extension AccessCondition: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Mailbox__V1__AccessCondition>) {
        unsafe mandate__mailbox__v1__access_condition__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Mailbox__V1__AccessCondition>) throws(MessageError) {
        self.kind = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.kind.rawValue))
        self.outcome = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.outcome.rawValue))
        self.detail = try unsafe Read.text(c.pointee.detail, "mandate.mailbox.v1.AccessCondition.detail")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Mailbox__V1__AccessCondition>, in arena: Arena) {
        unsafe c.pointee.kind = .init(rawValue: .init(truncatingIfNeeded: self.kind.rawValue))
        unsafe c.pointee.outcome = .init(rawValue: .init(truncatingIfNeeded: self.outcome.rawValue))
        unsafe c.pointee.detail = arena.text(self.detail)
    }
}
