// Generated from mandate/mailbox/v1/access.proto by proto/generate. Do not edit.

import CMessages

/// Questions.
package struct BatchCheckRequest: Message {
    /// 1 to 1,000.
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
