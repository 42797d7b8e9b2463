// Generated from mandate/mailbox/v1/mailbox_resource.proto by proto/generate. Do not edit.

import CMessages

/// A mailbox and what the account may do in it.
package struct AccessibleMailbox: Message {
    /// The mailbox.
    package var mailbox: Mailbox? = nil
    /// The rights that count now.
    package var rights: [Right] = []
    /// What follows for a client.
    package var surfaces: [MailboxSurface] = []
    /// How: the owner, or the delegations, the first 1,000.
    package var delegationIds: [String] = []
    /// It is the account's own.
    package var owner: Bool = false
    /// How many delegations that are, with those beyond the ones named.
    package var delegationCount: Int32 = 0
    /// The ways by which the account has them: as owner, by its own grant, by those to its groups (rule D24). The first 100, or as
    /// many as fit into 1 MiB.
    package var paths: [AccessPath] = []
    /// Where in the mailbox it can open folders, besides what rights say; none where open counts for all of it (rule D27). The
    /// first 1,000 folders.
    package var folders: FolderGrants? = nil
    /// Whom recipients see when it sends (rule D14).
    package var displayedSender: SenderDisplay = .unspecified
    /// And the name that they see; as in Check's answer.
    package var displayedName: String = ""

    package init() {}

    package init(
        mailbox: Mailbox? = nil,
        rights: [Right] = [],
        surfaces: [MailboxSurface] = [],
        delegationIds: [String] = [],
        owner: Bool = false,
        delegationCount: Int32 = 0,
        paths: [AccessPath] = [],
        folders: FolderGrants? = nil,
        displayedSender: SenderDisplay = .unspecified,
        displayedName: String = ""
    ) {
        self.mailbox = mailbox
        self.rights = rights
        self.surfaces = surfaces
        self.delegationIds = delegationIds
        self.owner = owner
        self.delegationCount = delegationCount
        self.paths = paths
        self.folders = folders
        self.displayedSender = displayedSender
        self.displayedName = displayedName
    }

    package static var name: String { "mandate.mailbox.v1.AccessibleMailbox" }

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

extension AccessibleMailbox: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Mailbox__V1__AccessibleMailbox>) {
        unsafe mandate__mailbox__v1__accessible_mailbox__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Mailbox__V1__AccessibleMailbox>) throws(MessageError) {
        self.mailbox = try unsafe Read.message(c.pointee.mailbox)
        self.rights = unsafe Read.enums(c.pointee.n_rights, UnsafeRawPointer(c.pointee.rights))
        self.surfaces = unsafe Read.enums(c.pointee.n_surfaces, UnsafeRawPointer(c.pointee.surfaces))
        self.delegationIds = try unsafe Read.texts(c.pointee.n_delegation_ids, c.pointee.delegation_ids, "mandate.mailbox.v1.AccessibleMailbox.delegation_ids")
        self.owner = unsafe c.pointee.owner != 0
        self.delegationCount = unsafe c.pointee.delegation_count
        self.paths = try unsafe Read.messages(c.pointee.n_paths, c.pointee.paths)
        self.folders = try unsafe Read.message(c.pointee.folders)
        self.displayedSender = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.displayed_sender.rawValue))
        self.displayedName = try unsafe Read.text(c.pointee.displayed_name, "mandate.mailbox.v1.AccessibleMailbox.displayed_name")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Mailbox__V1__AccessibleMailbox>, in arena: Arena) {
        if let value = self.mailbox {
            unsafe c.pointee.mailbox = arena.message(value)
        }
        unsafe c.pointee.n_rights = self.rights.count
        unsafe c.pointee.rights = arena.enums(self.rights)
        unsafe c.pointee.n_surfaces = self.surfaces.count
        unsafe c.pointee.surfaces = arena.enums(self.surfaces)
        unsafe c.pointee.n_delegation_ids = self.delegationIds.count
        unsafe c.pointee.delegation_ids = arena.texts(self.delegationIds)
        unsafe c.pointee.owner = self.owner ? 1 : 0
        unsafe c.pointee.delegation_count = self.delegationCount
        unsafe c.pointee.n_paths = self.paths.count
        unsafe c.pointee.paths = arena.messages(self.paths)
        if let value = self.folders {
            unsafe c.pointee.folders = arena.message(value)
        }
        unsafe c.pointee.displayed_sender = .init(rawValue: .init(truncatingIfNeeded: self.displayedSender.rawValue))
        unsafe c.pointee.displayed_name = arena.text(self.displayedName)
    }
}

extension AccessibleMailbox {
    package func check(_ violations: inout Violations) {
        if let value = self.mailbox {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "mailbox")
        }
        for index in self.paths.indices where !violations.isFull {
            let start = violations.count
            self.paths[index].check(&violations)
            violations.place(from: start, in: "paths", index)
        }
        if let value = self.folders {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "folders")
        }
    }
}
