// Generated from mandate/mailbox/v1/access.proto by proto/generate. Do not edit.

import CMessages

/// One of the decisions, or why there is none.
package struct BatchCheckAnswer: Message {
    /// One of these.
    package var answer: Answer? = nil

    package init() {}

    package init(
        answer: Answer? = nil
    ) {
        self.answer = answer
    }

    package static var name: String { "mandate.mailbox.v1.BatchCheckAnswer" }

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

    /// One of these.
    package enum Answer: Sendable, Equatable {
        /// Decided.
        case decision(CheckResponse)
        /// Not decided: the error that Check would end with.
        case error(WireStatus)
    }
}

extension BatchCheckAnswer: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Mailbox__V1__BatchCheckAnswer>) {
        unsafe mandate__mailbox__v1__batch_check_answer__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Mailbox__V1__BatchCheckAnswer>) throws(MessageError) {
        switch unsafe c.pointee.answer_case.rawValue {
        case 1: self.answer = .decision(try unsafe Read.message(c.pointee.decision) ?? .init())
        case 2: self.answer = .error(try unsafe Read.message(c.pointee.error) ?? .init())
        default: self.answer = nil
        }
    }

    func write(to c: UnsafeMutablePointer<Mandate__Mailbox__V1__BatchCheckAnswer>, in arena: Arena) {
        switch self.answer {
        case nil: break
        case .decision(let value)?:
            unsafe c.pointee.answer_case = .init(rawValue: 1)
            unsafe c.pointee.decision = arena.message(value)
        case .error(let value)?:
            unsafe c.pointee.answer_case = .init(rawValue: 2)
            unsafe c.pointee.error = arena.message(value)
        }
    }
}
