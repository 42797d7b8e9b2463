// Generated from mandate/rpc/v1/status.proto by proto/generate. Do not edit.

import CMessages

/// google.rpc.Status.
package struct WireStatus: Message {
    /// One of google.rpc.Code (gRPC's codes).
    package var code: Int32 = 0
    /// For a developer, in English.
    package var message: String = ""
    /// An ErrorInfo, as type.googleapis.com/google.rpc.ErrorInfo; where fields of the request are wrong a BadRequest too, as
    /// type.googleapis.com/google.rpc.BadRequest.
    package var details: [AnyMessage] = []

    package init() {}

    package init(
        code: Int32 = 0,
        message: String = "",
        details: [AnyMessage] = []
    ) {
        self.code = code
        self.message = message
        self.details = details
    }

    package static var name: String { "mandate.rpc.v1.Status" }

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

extension WireStatus: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Rpc__V1__Status>) {
        unsafe mandate__rpc__v1__status__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Rpc__V1__Status>) throws(MessageError) {
        self.code = unsafe c.pointee.code
        self.message = try unsafe Read.text(c.pointee.message, "mandate.rpc.v1.Status.message")
        self.details = try unsafe Read.messages(c.pointee.n_details, c.pointee.details)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Rpc__V1__Status>, in arena: Arena) {
        unsafe c.pointee.code = self.code
        unsafe c.pointee.message = arena.text(self.message)
        unsafe c.pointee.n_details = self.details.count
        unsafe c.pointee.details = arena.messages(self.details)
    }
}

/// google.rpc.ErrorInfo: what a program acts on.
package struct ErrorInfo: Message {
    /// The name of a value of the domain's enum of reasons without its prefix, as in NOT_FOUND.
    package var reason: String = ""
    /// The package of that enum without its version, as in mandate.rpc (mandate.rpc.v1.ErrorReason) or mandate.identity
    /// (mandate.identity.v1.IdentityErrorReason).
    package var domain: String = ""
    /// More, by key: field, scope, level, needed, held. Of every reason `reason_number`: the value's number.
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

/// google.rpc.BadRequest: every field that is wrong, as far as the server looked.
package struct BadRequest: Message {
    /// In the order of the request's fields.
    package var fieldViolations: [FieldViolation] = []

    package init() {}

    package init(
        fieldViolations: [FieldViolation] = []
    ) {
        self.fieldViolations = fieldViolations
    }

    package static var name: String { "mandate.rpc.v1.BadRequest" }

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

extension BadRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Rpc__V1__BadRequest>) {
        unsafe mandate__rpc__v1__bad_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Rpc__V1__BadRequest>) throws(MessageError) {
        self.fieldViolations = try unsafe Read.messages(c.pointee.n_field_violations, c.pointee.field_violations)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Rpc__V1__BadRequest>, in arena: Arena) {
        unsafe c.pointee.n_field_violations = self.fieldViolations.count
        unsafe c.pointee.field_violations = arena.messages(self.fieldViolations)
    }
}

/// google.rpc.BadRequest.FieldViolation.
package struct FieldViolation: Message {
    /// The field's path, as in account.address or checks[3].mailbox_id.
    package var field: String = ""
    /// The rule and what it asks, for people, as in string.max_len: at most 100 characters.
    package var description: String = ""
    /// The name of a reason, as in ErrorInfo: MISSING_FIELD, INVALID_FIELD, TOO_LONG.
    package var reason: String = ""

    package init() {}

    package init(
        field: String = "",
        description: String = "",
        reason: String = ""
    ) {
        self.field = field
        self.description = description
        self.reason = reason
    }

    package static var name: String { "mandate.rpc.v1.FieldViolation" }

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

extension FieldViolation: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Rpc__V1__FieldViolation>) {
        unsafe mandate__rpc__v1__field_violation__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Rpc__V1__FieldViolation>) throws(MessageError) {
        self.field = try unsafe Read.text(c.pointee.field, "mandate.rpc.v1.FieldViolation.field")
        self.description = try unsafe Read.text(c.pointee.description, "mandate.rpc.v1.FieldViolation.description")
        self.reason = try unsafe Read.text(c.pointee.reason, "mandate.rpc.v1.FieldViolation.reason")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Rpc__V1__FieldViolation>, in arena: Arena) {
        unsafe c.pointee.field = arena.text(self.field)
        unsafe c.pointee.description = arena.text(self.description)
        unsafe c.pointee.reason = arena.text(self.reason)
    }
}

/// One pair of text.
package struct MetadataEntry: Message {
    /// Lower-case ASCII.
    package var key: String = ""
    /// Text, or for a key that ends in -bin base64.
    package var value: String = ""

    package init() {}

    package init(
        key: String = "",
        value: String = ""
    ) {
        self.key = key
        self.value = value
    }

    package static var name: String { "mandate.rpc.v1.Metadata" }

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

extension MetadataEntry: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Rpc__V1__Metadata>) {
        unsafe mandate__rpc__v1__metadata__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Rpc__V1__Metadata>) throws(MessageError) {
        self.key = try unsafe Read.text(c.pointee.key, "mandate.rpc.v1.Metadata.key")
        self.value = try unsafe Read.text(c.pointee.value, "mandate.rpc.v1.Metadata.value")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Rpc__V1__Metadata>, in arena: Arena) {
        unsafe c.pointee.key = arena.text(self.key)
        unsafe c.pointee.value = arena.text(self.value)
    }
}
