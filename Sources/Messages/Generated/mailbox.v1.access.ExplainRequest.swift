// Generated from mandate/mailbox/v1/access.proto by proto/generate. Do not edit.

import CMessages

/// A question to be explained.
package struct ExplainRequest: Message {
    /// The question.
    package var check: CheckRequest? = nil

    package init() {}

    package init(
        check: CheckRequest? = nil
    ) {
        self.check = check
    }

    package static var name: String { "mandate.mailbox.v1.ExplainRequest" }

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

extension ExplainRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Mailbox__V1__ExplainRequest>) {
        unsafe mandate__mailbox__v1__explain_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Mailbox__V1__ExplainRequest>) throws(MessageError) {
        self.check = try unsafe Read.message(c.pointee.check)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Mailbox__V1__ExplainRequest>, in arena: Arena) {
        if let value = self.check {
            unsafe c.pointee.check = arena.message(value)
        }
    }
}

extension ExplainRequest {
    package func check(_ violations: inout Violations) {
        if let value = self.check {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "check")
        } else {
            violations.addMissing("check")
        }
    }
}
