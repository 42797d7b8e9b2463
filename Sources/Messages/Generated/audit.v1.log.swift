// Generated from mandate/audit/v1/log.proto by proto/generate. Do not edit.

import CMessages

/// A batch.
package struct AppendEventsRequest: Message {
    /// identity, mailbox or another configured source. It must be the caller's own.
    package var source: String = ""
    /// The source's epoch.
    package var epoch: String = ""
    /// The sequence of the first event; the rest follow densely.
    package var firstSequence: Int64 = 0
    /// Encoded Events, each at most 16 KiB. 1 to 512.
    package var events: [[UInt8]] = []

    package init() {}

    package init(
        source: String = "",
        epoch: String = "",
        firstSequence: Int64 = 0,
        events: [[UInt8]] = []
    ) {
        self.source = source
        self.epoch = epoch
        self.firstSequence = firstSequence
        self.events = events
    }

    package static var name: String { "mandate.audit.v1.AppendEventsRequest" }

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

extension AppendEventsRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Audit__V1__AppendEventsRequest>) {
        unsafe mandate__audit__v1__append_events_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Audit__V1__AppendEventsRequest>) throws(MessageError) {
        self.source = try unsafe Read.text(c.pointee.source, "mandate.audit.v1.AppendEventsRequest.source")
        self.epoch = try unsafe Read.text(c.pointee.epoch, "mandate.audit.v1.AppendEventsRequest.epoch")
        self.firstSequence = unsafe c.pointee.first_sequence
        self.events = unsafe Read.byteStrings(c.pointee.n_events, c.pointee.events)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Audit__V1__AppendEventsRequest>, in arena: Arena) {
        unsafe c.pointee.source = arena.text(self.source)
        unsafe c.pointee.epoch = arena.text(self.epoch)
        unsafe c.pointee.first_sequence = self.firstSequence
        unsafe c.pointee.n_events = self.events.count
        unsafe c.pointee.events = arena.byteStrings(self.events)
    }
}

/// The batch is durable.
package struct AppendEventsResponse: Message {
    /// The next sequence that the log expects from this source and epoch.
    package var nextSequence: Int64 = 0
    /// Where the tree of each organization in the batch stands now.
    package var heads: [TreeHead] = []

    package init() {}

    package init(
        nextSequence: Int64 = 0,
        heads: [TreeHead] = []
    ) {
        self.nextSequence = nextSequence
        self.heads = heads
    }

    package static var name: String { "mandate.audit.v1.AppendEventsResponse" }

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

extension AppendEventsResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Audit__V1__AppendEventsResponse>) {
        unsafe mandate__audit__v1__append_events_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Audit__V1__AppendEventsResponse>) throws(MessageError) {
        self.nextSequence = unsafe c.pointee.next_sequence
        self.heads = try unsafe Read.messages(c.pointee.n_heads, c.pointee.heads)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Audit__V1__AppendEventsResponse>, in arena: Arena) {
        unsafe c.pointee.next_sequence = self.nextSequence
        unsafe c.pointee.n_heads = self.heads.count
        unsafe c.pointee.heads = arena.messages(self.heads)
    }
}

/// Where a tree stands.
package struct TreeHead: Message {
    /// The organization; empty for the installation.
    package var organizationId: String = ""
    /// The number of leaves.
    package var size: Int64 = 0
    /// SHA-256, 32 bytes (RFC 6962).
    package var root: [UInt8] = []

    package init() {}

    package init(
        organizationId: String = "",
        size: Int64 = 0,
        root: [UInt8] = []
    ) {
        self.organizationId = organizationId
        self.size = size
        self.root = root
    }

    package static var name: String { "mandate.audit.v1.TreeHead" }

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

extension TreeHead: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Audit__V1__TreeHead>) {
        unsafe mandate__audit__v1__tree_head__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Audit__V1__TreeHead>) throws(MessageError) {
        self.organizationId = try unsafe Read.text(c.pointee.organization_id, "mandate.audit.v1.TreeHead.organization_id")
        self.size = unsafe c.pointee.size
        self.root = unsafe Read.bytes(c.pointee.root)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Audit__V1__TreeHead>, in arena: Arena) {
        unsafe c.pointee.organization_id = arena.text(self.organizationId)
        unsafe c.pointee.size = self.size
        unsafe c.pointee.root = arena.bytes(self.root)
    }
}

/// Asks for a root.
package struct GetLogRootRequest: Message {
    /// The organization.
    package var organizationId: String = ""
    /// The size; 0 means now.
    package var treeSize: Int64 = 0

    package init() {}

    package init(
        organizationId: String = "",
        treeSize: Int64 = 0
    ) {
        self.organizationId = organizationId
        self.treeSize = treeSize
    }

    package static var name: String { "mandate.audit.v1.GetLogRootRequest" }

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

extension GetLogRootRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Audit__V1__GetLogRootRequest>) {
        unsafe mandate__audit__v1__get_log_root_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Audit__V1__GetLogRootRequest>) throws(MessageError) {
        self.organizationId = try unsafe Read.text(c.pointee.organization_id, "mandate.audit.v1.GetLogRootRequest.organization_id")
        self.treeSize = unsafe c.pointee.tree_size
    }

    func write(to c: UnsafeMutablePointer<Mandate__Audit__V1__GetLogRootRequest>, in arena: Arena) {
        unsafe c.pointee.organization_id = arena.text(self.organizationId)
        unsafe c.pointee.tree_size = self.treeSize
    }
}

/// A root.
package struct GetLogRootResponse: Message {
    /// The tree.
    package var head: TreeHead? = nil

    package init() {}

    package init(
        head: TreeHead? = nil
    ) {
        self.head = head
    }

    package static var name: String { "mandate.audit.v1.GetLogRootResponse" }

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

extension GetLogRootResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Audit__V1__GetLogRootResponse>) {
        unsafe mandate__audit__v1__get_log_root_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Audit__V1__GetLogRootResponse>) throws(MessageError) {
        self.head = try unsafe Read.message(c.pointee.head)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Audit__V1__GetLogRootResponse>, in arena: Arena) {
        if let value = self.head {
            unsafe c.pointee.head = arena.message(value)
        }
    }
}

/// Asks for the proof between two sizes.
package struct ProveLogConsistencyRequest: Message {
    /// The organization.
    package var organizationId: String = ""
    /// The smaller, at least 1.
    package var firstSize: Int64 = 0
    /// The larger; 0 means now.
    package var secondSize: Int64 = 0

    package init() {}

    package init(
        organizationId: String = "",
        firstSize: Int64 = 0,
        secondSize: Int64 = 0
    ) {
        self.organizationId = organizationId
        self.firstSize = firstSize
        self.secondSize = secondSize
    }

    package static var name: String { "mandate.audit.v1.ProveLogConsistencyRequest" }

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

extension ProveLogConsistencyRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Audit__V1__ProveLogConsistencyRequest>) {
        unsafe mandate__audit__v1__prove_log_consistency_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Audit__V1__ProveLogConsistencyRequest>) throws(MessageError) {
        self.organizationId = try unsafe Read.text(c.pointee.organization_id, "mandate.audit.v1.ProveLogConsistencyRequest.organization_id")
        self.firstSize = unsafe c.pointee.first_size
        self.secondSize = unsafe c.pointee.second_size
    }

    func write(to c: UnsafeMutablePointer<Mandate__Audit__V1__ProveLogConsistencyRequest>, in arena: Arena) {
        unsafe c.pointee.organization_id = arena.text(self.organizationId)
        unsafe c.pointee.first_size = self.firstSize
        unsafe c.pointee.second_size = self.secondSize
    }
}

/// The proof (RFC 6962, 2.1.2).
package struct ProveLogConsistencyResponse: Message {
    /// The hashes, 32 bytes each.
    package var path: [[UInt8]] = []
    /// The smaller tree.
    package var first: TreeHead? = nil
    /// The larger tree.
    package var second: TreeHead? = nil

    package init() {}

    package init(
        path: [[UInt8]] = [],
        first: TreeHead? = nil,
        second: TreeHead? = nil
    ) {
        self.path = path
        self.first = first
        self.second = second
    }

    package static var name: String { "mandate.audit.v1.ProveLogConsistencyResponse" }

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

extension ProveLogConsistencyResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Audit__V1__ProveLogConsistencyResponse>) {
        unsafe mandate__audit__v1__prove_log_consistency_response__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Audit__V1__ProveLogConsistencyResponse>) throws(MessageError) {
        self.path = unsafe Read.byteStrings(c.pointee.n_path, c.pointee.path)
        self.first = try unsafe Read.message(c.pointee.first)
        self.second = try unsafe Read.message(c.pointee.second)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Audit__V1__ProveLogConsistencyResponse>, in arena: Arena) {
        unsafe c.pointee.n_path = self.path.count
        unsafe c.pointee.path = arena.byteStrings(self.path)
        if let value = self.first {
            unsafe c.pointee.first = arena.message(value)
        }
        if let value = self.second {
            unsafe c.pointee.second = arena.message(value)
        }
    }
}
