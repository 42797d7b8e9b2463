// Generated from grpc/testing/messages.proto by Tests/Interop/generate. Do not edit.

import CInteropMessages

/// The status that a call shall end with.
package struct EchoStatus: Message {
    package var code: Int32 = 0
    package var message: String = ""

    package init() {}

    package init(
        code: Int32 = 0,
        message: String = ""
    ) {
        self.code = code
        self.message = message
    }

    package static var name: String { "grpc.testing.EchoStatus" }

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

extension EchoStatus: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Grpc__Testing__EchoStatus>) {
        unsafe grpc__testing__echo_status__init(c)
    }

    init(_ c: UnsafePointer<Grpc__Testing__EchoStatus>) throws(MessageError) {
        self.code = unsafe c.pointee.code
        self.message = try unsafe Read.text(c.pointee.message, "grpc.testing.EchoStatus.message")
    }

    func write(to c: UnsafeMutablePointer<Grpc__Testing__EchoStatus>, in arena: Arena) {
        unsafe c.pointee.code = self.code
        unsafe c.pointee.message = arena.text(self.message)
    }
}
