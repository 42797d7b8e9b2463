// Generated from mandate/rpc/v1/options.proto by proto/generate. Do not edit.

import CMessages

/// An action that events have and no method does by itself: it comes with time, from a clock or a neighbour, or stands
/// beside what a method does.
package struct LoggedAction: Message {
    /// Past tense, dotted, as in delegation.expired.
    package var action: String = ""
    /// When it is in the log: a sentence.
    package var meaning: String = ""

    package init() {}

    package init(
        action: String = "",
        meaning: String = ""
    ) {
        self.action = action
        self.meaning = meaning
    }

    package static var name: String { "mandate.rpc.v1.LoggedAction" }

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

extension LoggedAction: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Rpc__V1__LoggedAction>) {
        unsafe mandate__rpc__v1__logged_action__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Rpc__V1__LoggedAction>) throws(MessageError) {
        self.action = try unsafe Read.text(c.pointee.action, "mandate.rpc.v1.LoggedAction.action")
        self.meaning = try unsafe Read.text(c.pointee.meaning, "mandate.rpc.v1.LoggedAction.meaning")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Rpc__V1__LoggedAction>, in arena: Arena) {
        unsafe c.pointee.action = arena.text(self.action)
        unsafe c.pointee.meaning = arena.text(self.meaning)
    }
}
