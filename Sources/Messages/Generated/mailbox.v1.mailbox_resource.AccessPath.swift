// Generated from mandate/mailbox/v1/mailbox_resource.proto by proto/generate. Do not edit.

import CMessages

/// One way to a mailbox.
package struct AccessPath: Message {
    /// What it is.
    package var kind: AccessPathKind = .unspecified
    /// The delegation; empty for the owner.
    package var delegationId: String = ""
    /// From the granted group down to the group the account is in, the first 1,000.
    package var throughGroupIds: [String] = []
    /// How many groups that are, with those beyond the ones named.
    package var throughGroupCount: Int32 = 0
    /// What it gives in the whole mailbox.
    package var rights: [Right] = []
    /// What it gives in folders.
    package var folders: FolderGrants? = nil

    package init() {}

    package init(
        kind: AccessPathKind = .unspecified,
        delegationId: String = "",
        throughGroupIds: [String] = [],
        throughGroupCount: Int32 = 0,
        rights: [Right] = [],
        folders: FolderGrants? = nil
    ) {
        self.kind = kind
        self.delegationId = delegationId
        self.throughGroupIds = throughGroupIds
        self.throughGroupCount = throughGroupCount
        self.rights = rights
        self.folders = folders
    }

    package static var name: String { "mandate.mailbox.v1.AccessPath" }

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

extension AccessPath: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Mailbox__V1__AccessPath>) {
        unsafe mandate__mailbox__v1__access_path__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Mailbox__V1__AccessPath>) throws(MessageError) {
        self.kind = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.kind.rawValue))
        self.delegationId = try unsafe Read.text(c.pointee.delegation_id, "mandate.mailbox.v1.AccessPath.delegation_id")
        self.throughGroupIds = try unsafe Read.texts(c.pointee.n_through_group_ids, c.pointee.through_group_ids, "mandate.mailbox.v1.AccessPath.through_group_ids")
        self.throughGroupCount = unsafe c.pointee.through_group_count
        self.rights = unsafe Read.enums(c.pointee.n_rights, UnsafeRawPointer(c.pointee.rights))
        self.folders = try unsafe Read.message(c.pointee.folders)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Mailbox__V1__AccessPath>, in arena: Arena) {
        unsafe c.pointee.kind = .init(rawValue: .init(truncatingIfNeeded: self.kind.rawValue))
        unsafe c.pointee.delegation_id = arena.text(self.delegationId)
        unsafe c.pointee.n_through_group_ids = self.throughGroupIds.count
        unsafe c.pointee.through_group_ids = arena.texts(self.throughGroupIds)
        unsafe c.pointee.through_group_count = self.throughGroupCount
        unsafe c.pointee.n_rights = self.rights.count
        unsafe c.pointee.rights = arena.enums(self.rights)
        if let value = self.folders {
            unsafe c.pointee.folders = arena.message(value)
        }
    }
}

extension AccessPath {
    package func check(_ violations: inout Violations) {
        if let value = self.folders {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "folders")
        }
    }
}
