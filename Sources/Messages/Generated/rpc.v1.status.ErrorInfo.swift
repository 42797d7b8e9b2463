// Generated from mandate/rpc/v1/status.proto by proto/generate. Do not edit.

import CMessages

/// google.rpc.ErrorInfo: what a program acts on.
package struct ErrorInfo: Message {
    /// The name of an ErrorReason without its prefix, as in NOT_FOUND.
    package var reason: String = ""
    /// Who says so: mandate.rpc, mandate.identity, mandate.mailbox or mandate.audit.
    package var domain: String = ""
    /// More, by key: field, scope, level, needed, held.
    package var metadata: [MetadataEntry] = []

    package init() {}

    package init(
        reason: String = "",
        domain: String = "",
        metadata: [MetadataEntry] = []
    ) {
        self.reason = reason
        self.domain = domain
        self.metadata = metadata
    }

    package static var name: String { "mandate.rpc.v1.ErrorInfo" }

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

extension ErrorInfo: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Rpc__V1__ErrorInfo>) {
        unsafe mandate__rpc__v1__error_info__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Rpc__V1__ErrorInfo>) throws(MessageError) {
        self.reason = try unsafe Read.text(c.pointee.reason, "mandate.rpc.v1.ErrorInfo.reason")
        self.domain = try unsafe Read.text(c.pointee.domain, "mandate.rpc.v1.ErrorInfo.domain")
        self.metadata = try unsafe Read.messages(c.pointee.n_metadata, c.pointee.metadata)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Rpc__V1__ErrorInfo>, in arena: Arena) {
        unsafe c.pointee.reason = arena.text(self.reason)
        unsafe c.pointee.domain = arena.text(self.domain)
        unsafe c.pointee.n_metadata = self.metadata.count
        unsafe c.pointee.metadata = arena.messages(self.metadata)
    }
}
