// Generated from mandate/mailbox/v1/access.proto by proto/generate. Do not edit.

import CMessages

/// Questions.
package struct BatchCheckRequest: Message {
    /// 1 to 1,000. One with a field that breaks its rules refuses the whole call, naming it; what is found later is its answer.
    package var checks: [CheckRequest] = []

    package init() {}

    package init(
        checks: [CheckRequest] = []
    ) {
        self.checks = checks
    }

    package static var name: String { "mandate.mailbox.v1.BatchCheckRequest" }

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

extension BatchCheckRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Mailbox__V1__BatchCheckRequest>) {
        unsafe mandate__mailbox__v1__batch_check_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Mailbox__V1__BatchCheckRequest>) throws(MessageError) {
        self.checks = try unsafe Read.messages(c.pointee.n_checks, c.pointee.checks)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Mailbox__V1__BatchCheckRequest>, in arena: Arena) {
        unsafe c.pointee.n_checks = self.checks.count
        unsafe c.pointee.checks = arena.messages(self.checks)
    }
}

extension BatchCheckRequest {
    package func check(_ violations: inout Violations) {
        if self.checks.count < 1 {
            violations.add("checks", .missingField, "repeated.min_items: at least 1 element")
        }
        if self.checks.count > 1000 {
            violations.add("checks", .tooLong, "repeated.max_items: at most 1000 elements")
        }
        for index in self.checks.indices where !violations.isFull {
            let start = violations.count
            self.checks[index].check(&violations)
            violations.place(from: start, in: "checks", index)
        }
    }
}
