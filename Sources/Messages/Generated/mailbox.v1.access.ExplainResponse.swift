// Generated from mandate/mailbox/v1/access.proto by proto/generate. Do not edit.

import CMessages

/// A decision, explained.
package struct ExplainResponse: Message {
    /// The decision, as Check gives it.
    package var decision: CheckResponse? = nil
    /// Every condition, in the order it is looked at, the first 1,000: a group's grant is one, and there is no end to groups.
    package var conditions: [AccessCondition] = []
    /// How many conditions that are, with those beyond the ones listed.
    package var conditionCount: Int32 = 0

    package init() {}

    package init(
        decision: CheckResponse? = nil,
        conditions: [AccessCondition] = [],
        conditionCount: Int32 = 0
    ) {
        self.decision = decision
        self.conditions = conditions
        self.conditionCount = conditionCount
    }

    package static var name: String { "mandate.mailbox.v1.ExplainResponse" }

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

extension ExplainResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Mailbox__V1__ExplainResponse>) {
        unsafe mandate__mailbox__v1__explain_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Mailbox__V1__ExplainResponse>) throws(MessageError) {
        self.decision = try unsafe Read.message(c.pointee.decision)
        self.conditions = try unsafe Read.messages(c.pointee.n_conditions, c.pointee.conditions)
        self.conditionCount = unsafe c.pointee.condition_count
    }

    func write(to c: UnsafeMutablePointer<Mandate__Mailbox__V1__ExplainResponse>, in arena: Arena) {
        if let value = self.decision {
            unsafe c.pointee.decision = arena.message(value)
        }
        unsafe c.pointee.n_conditions = self.conditions.count
        unsafe c.pointee.conditions = arena.messages(self.conditions)
        unsafe c.pointee.condition_count = self.conditionCount
    }
}
