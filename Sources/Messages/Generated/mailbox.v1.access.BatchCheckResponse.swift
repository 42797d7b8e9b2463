// Generated from mandate/mailbox/v1/access.proto by proto/generate. Do not edit.

import CMessages

/// Decisions.
package struct BatchCheckResponse: Message {
    /// In the order of the questions.
    package var answers: [BatchCheckAnswer] = []

    package init() {}

    package init(
        answers: [BatchCheckAnswer] = []
    ) {
        self.answers = answers
    }

    package static var name: String { "mandate.mailbox.v1.BatchCheckResponse" }

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

extension BatchCheckResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Mailbox__V1__BatchCheckResponse>) {
        unsafe mandate__mailbox__v1__batch_check_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Mailbox__V1__BatchCheckResponse>) throws(MessageError) {
        self.answers = try unsafe Read.messages(c.pointee.n_answers, c.pointee.answers)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Mailbox__V1__BatchCheckResponse>, in arena: Arena) {
        unsafe c.pointee.n_answers = self.answers.count
        unsafe c.pointee.answers = arena.messages(self.answers)
    }
}
