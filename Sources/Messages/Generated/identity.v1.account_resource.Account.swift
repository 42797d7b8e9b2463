// Generated from mandate/identity/v1/account_resource.proto by proto/generate. Do not edit.

import CMessages

/// A person, or a function that people act for.
package struct Account: Message {
    /// acc_ and a UUIDv7 in base32.
    package var id: String = ""
    /// The organization.
    package var organizationId: String = ""
    /// What it is.
    package var accountType: AccountType = .unspecified
    /// Where it stands.
    package var state: AccountState = .unspecified
    /// The primary address. Stored and shown as given: its domain in its own script or as A-labels (IDNA 2008).
    /// Unique in the installation by ascii_address without case. At most 254 bytes; ASCII before the @.
    package var address: String = ""
    /// The name, for people. At most 200 characters.
    package var displayName: String = ""
    /// A directory's own key, unique in the organization when not empty. Who acts can be named by it, so changing it needs what
    /// an alias needs, and on another administrator's account a Full admin (rule C6).
    package var externalId: String = ""
    /// The administrator roles that it holds, each once, wherever they count (see RoleAssignment), in the order of their ids.
    /// None unless account_type is ADMINISTRATOR. Not in the feed, which has the assignments themselves.
    package var roleIds: [String] = []
    /// True for the organization's owner.
    package var owner: Bool = false
    /// When it was created.
    package var createTime: Timestamp? = nil
    /// When it was suspended last; absent unless suspended. Another end or reason leaves it.
    package var suspendTime: Timestamp? = nil
    /// Rises with every change.
    package var revision: Int64 = 0
    /// The same address as mail servers take it: the domain as A-labels in lower case. Only in answers.
    package var asciiAddress: String = ""
    /// Of the state shown; sent back with a change, it makes sure that nobody has changed it meanwhile. Counts in
    /// UpdateAccount, and in InviteAccount when it renews an invitation.
    package var etag: String = ""
    /// The organizational unit that it belongs to. Empty: none, as of every deleted one. See SetAccountUnit.
    package var unitId: String = ""
    /// Its other addresses (see AddressService), each as given, in the order in which they came. They name it wherever its
    /// address does, and stay in a tombstone for as long as they are taken.
    package var aliases: [String] = []
    /// The plan of its licence; empty for none (rule A6). Only in GetAccount's answer: it changes without the account.
    package var plan: String = ""
    /// When its suspension ends by itself; absent for one without an end. One that has an end is never deleted for its length.
    package var suspendEndTime: Timestamp? = nil
    /// Why it is suspended; UNSPECIFIED unless it is and somebody has said.
    package var suspendReason: SuspendReason = .unspecified
    /// The person's language, as a BCP 47 tag in its usual case: de-AT. Empty: nobody has said.
    package var language: String = ""
    /// The time zone by its name in IANA's database: Europe/Vienna. Only its form is checked, for the database changes several
    /// times a year and whoever shows a time has one. Empty: nobody has said.
    package var timeZone: String = ""
    /// Whom recipients see when a delegate sends from its mailbox, where the grant says nothing (rule D14).
    package var displayedSender: DisplayedSender = .unspecified
    /// Where its picture is: an https URL of at most 500 bytes. Nobody fetches it here. Empty: none.
    package var pictureUrl: String = ""
    /// Made while policy sharing_default was off: its mailbox began without shared access (rule D7).
    package var unshared: Bool = false

    package init() {}

    package init(
        id: String = "",
        organizationId: String = "",
        accountType: AccountType = .unspecified,
        state: AccountState = .unspecified,
        address: String = "",
        displayName: String = "",
        externalId: String = "",
        roleIds: [String] = [],
        owner: Bool = false,
        createTime: Timestamp? = nil,
        suspendTime: Timestamp? = nil,
        revision: Int64 = 0,
        asciiAddress: String = "",
        etag: String = "",
        unitId: String = "",
        aliases: [String] = [],
        plan: String = "",
        suspendEndTime: Timestamp? = nil,
        suspendReason: SuspendReason = .unspecified,
        language: String = "",
        timeZone: String = "",
        displayedSender: DisplayedSender = .unspecified,
        pictureUrl: String = "",
        unshared: Bool = false
    ) {
        self.id = id
        self.organizationId = organizationId
        self.accountType = accountType
        self.state = state
        self.address = address
        self.displayName = displayName
        self.externalId = externalId
        self.roleIds = roleIds
        self.owner = owner
        self.createTime = createTime
        self.suspendTime = suspendTime
        self.revision = revision
        self.asciiAddress = asciiAddress
        self.etag = etag
        self.unitId = unitId
        self.aliases = aliases
        self.plan = plan
        self.suspendEndTime = suspendEndTime
        self.suspendReason = suspendReason
        self.language = language
        self.timeZone = timeZone
        self.displayedSender = displayedSender
        self.pictureUrl = pictureUrl
        self.unshared = unshared
    }

    package static var name: String { "mandate.identity.v1.Account" }

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

extension Account: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__Account>) {
        unsafe mandate__identity__v1__account__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__Account>) throws(MessageError) {
        self.id = try unsafe Read.text(c.pointee.id, "mandate.identity.v1.Account.id")
        self.organizationId = try unsafe Read.text(c.pointee.organization_id, "mandate.identity.v1.Account.organization_id")
        self.accountType = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.account_type.rawValue))
        self.state = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.state.rawValue))
        self.address = try unsafe Read.text(c.pointee.address, "mandate.identity.v1.Account.address")
        self.displayName = try unsafe Read.text(c.pointee.display_name, "mandate.identity.v1.Account.display_name")
        self.externalId = try unsafe Read.text(c.pointee.external_id, "mandate.identity.v1.Account.external_id")
        self.roleIds = try unsafe Read.texts(c.pointee.n_role_ids, c.pointee.role_ids, "mandate.identity.v1.Account.role_ids")
        self.owner = unsafe c.pointee.owner != 0
        self.createTime = try unsafe Read.message(c.pointee.create_time)
        self.suspendTime = try unsafe Read.message(c.pointee.suspend_time)
        self.revision = unsafe c.pointee.revision
        self.asciiAddress = try unsafe Read.text(c.pointee.ascii_address, "mandate.identity.v1.Account.ascii_address")
        self.etag = try unsafe Read.text(c.pointee.etag, "mandate.identity.v1.Account.etag")
        self.unitId = try unsafe Read.text(c.pointee.unit_id, "mandate.identity.v1.Account.unit_id")
        self.aliases = try unsafe Read.texts(c.pointee.n_aliases, c.pointee.aliases, "mandate.identity.v1.Account.aliases")
        self.plan = try unsafe Read.text(c.pointee.plan, "mandate.identity.v1.Account.plan")
        self.suspendEndTime = try unsafe Read.message(c.pointee.suspend_end_time)
        self.suspendReason = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.suspend_reason.rawValue))
        self.language = try unsafe Read.text(c.pointee.language, "mandate.identity.v1.Account.language")
        self.timeZone = try unsafe Read.text(c.pointee.time_zone, "mandate.identity.v1.Account.time_zone")
        self.displayedSender = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.displayed_sender.rawValue))
        self.pictureUrl = try unsafe Read.text(c.pointee.picture_url, "mandate.identity.v1.Account.picture_url")
        self.unshared = unsafe c.pointee.unshared != 0
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__Account>, in arena: Arena) {
        unsafe c.pointee.id = arena.text(self.id)
        unsafe c.pointee.organization_id = arena.text(self.organizationId)
        unsafe c.pointee.account_type = .init(rawValue: .init(truncatingIfNeeded: self.accountType.rawValue))
        unsafe c.pointee.state = .init(rawValue: .init(truncatingIfNeeded: self.state.rawValue))
        unsafe c.pointee.address = arena.text(self.address)
        unsafe c.pointee.display_name = arena.text(self.displayName)
        unsafe c.pointee.external_id = arena.text(self.externalId)
        unsafe c.pointee.n_role_ids = self.roleIds.count
        unsafe c.pointee.role_ids = arena.texts(self.roleIds)
        unsafe c.pointee.owner = self.owner ? 1 : 0
        if let value = self.createTime {
            unsafe c.pointee.create_time = arena.message(value)
        }
        if let value = self.suspendTime {
            unsafe c.pointee.suspend_time = arena.message(value)
        }
        unsafe c.pointee.revision = self.revision
        unsafe c.pointee.ascii_address = arena.text(self.asciiAddress)
        unsafe c.pointee.etag = arena.text(self.etag)
        unsafe c.pointee.unit_id = arena.text(self.unitId)
        unsafe c.pointee.n_aliases = self.aliases.count
        unsafe c.pointee.aliases = arena.texts(self.aliases)
        unsafe c.pointee.plan = arena.text(self.plan)
        if let value = self.suspendEndTime {
            unsafe c.pointee.suspend_end_time = arena.message(value)
        }
        unsafe c.pointee.suspend_reason = .init(rawValue: .init(truncatingIfNeeded: self.suspendReason.rawValue))
        unsafe c.pointee.language = arena.text(self.language)
        unsafe c.pointee.time_zone = arena.text(self.timeZone)
        unsafe c.pointee.displayed_sender = .init(rawValue: .init(truncatingIfNeeded: self.displayedSender.rawValue))
        unsafe c.pointee.picture_url = arena.text(self.pictureUrl)
        unsafe c.pointee.unshared = self.unshared ? 1 : 0
    }
}

extension Account {
    package func check(_ violations: inout Violations) {
        if !self.id.isEmpty {
            if !Patterns.acc(self.id) {
                violations.add("id", .invalidField, "string.pattern: as in ^acc_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if !self.organizationId.isEmpty {
            if !Patterns.org(self.organizationId) {
                violations.add("organization_id", .invalidField, "string.pattern: as in ^org_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if self.address.utf8.count > 254 {
            violations.add("address", .tooLong, "string.max_bytes: at most 254 bytes")
        }
        if self.displayName.hasMoreScalars(than: 200) {
            violations.add("display_name", .tooLong, "string.max_len: at most 200 characters")
        }
        if self.externalId.hasMoreScalars(than: 200) {
            violations.add("external_id", .tooLong, "string.max_len: at most 200 characters")
        }
        if self.etag.utf8.count > 100 {
            violations.add("etag", .tooLong, "string.max_bytes: at most 100 bytes")
        }
        if !self.unitId.isEmpty {
            if !Patterns.unt(self.unitId) {
                violations.add("unit_id", .invalidField, "string.pattern: as in ^unt_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if case .unrecognized = self.suspendReason {
            violations.add("suspend_reason", .invalidField, "enum.defined_only: a value of SuspendReason")
        }
        if self.language.utf8.count > 63 {
            violations.add("language", .tooLong, "string.max_bytes: at most 63 bytes")
        }
        if self.timeZone.utf8.count > 64 {
            violations.add("time_zone", .tooLong, "string.max_bytes: at most 64 bytes")
        }
        if case .unrecognized = self.displayedSender {
            violations.add("displayed_sender", .invalidField, "enum.defined_only: a value of DisplayedSender")
        }
        if self.pictureUrl.utf8.count > 500 {
            violations.add("picture_url", .tooLong, "string.max_bytes: at most 500 bytes")
        }
    }
}
