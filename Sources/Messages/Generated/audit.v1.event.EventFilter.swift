// Generated from mandate/audit/v1/event.proto by proto/generate. Do not edit.

import CMessages

/// Which events. Filters are joined by and.
package struct EventFilter: Message {
    /// Who did it: acc_…, a caller's URI, or for what a service does by itself its name.
    package var actorId: String = ""
    /// What it was done to.
    package var targetId: String = ""
    /// The mailbox concerned.
    package var mailboxId: String = ""
    /// The account or group that gained or lost.
    package var subjectId: String = ""
    /// The action, or a prefix that ends in a dot, as in delegation.
    package var action: String = ""
    /// Without these actions, each one or a prefix that ends in a dot, as in audit_log. for readings. At most 32.
    package var withoutActions: [String] = []
    /// The outcome.
    package var outcome: EventOutcome = .unspecified
    /// Taken by the log (record_time) at or after.
    package var recordStartTime: Timestamp? = nil
    /// Taken by the log (record_time) before.
    package var recordEndTime: Timestamp? = nil
    /// Happened (occur_time, by its producer's clock) at or after. An event that says no time happened when it was recorded.
    package var occurStartTime: Timestamp? = nil
    /// Happened (occur_time) before.
    package var occurEndTime: Timestamp? = nil

    package init() {}

    package init(
        actorId: String = "",
        targetId: String = "",
        mailboxId: String = "",
        subjectId: String = "",
        action: String = "",
        withoutActions: [String] = [],
        outcome: EventOutcome = .unspecified,
        recordStartTime: Timestamp? = nil,
        recordEndTime: Timestamp? = nil,
        occurStartTime: Timestamp? = nil,
        occurEndTime: Timestamp? = nil
    ) {
        self.actorId = actorId
        self.targetId = targetId
        self.mailboxId = mailboxId
        self.subjectId = subjectId
        self.action = action
        self.withoutActions = withoutActions
        self.outcome = outcome
        self.recordStartTime = recordStartTime
        self.recordEndTime = recordEndTime
        self.occurStartTime = occurStartTime
        self.occurEndTime = occurEndTime
    }

    package static var name: String { "mandate.audit.v1.EventFilter" }

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

extension EventFilter: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Audit__V1__EventFilter>) {
        unsafe mandate__audit__v1__event_filter__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Audit__V1__EventFilter>) throws(MessageError) {
        self.actorId = try unsafe Read.text(c.pointee.actor_id, "mandate.audit.v1.EventFilter.actor_id")
        self.targetId = try unsafe Read.text(c.pointee.target_id, "mandate.audit.v1.EventFilter.target_id")
        self.mailboxId = try unsafe Read.text(c.pointee.mailbox_id, "mandate.audit.v1.EventFilter.mailbox_id")
        self.subjectId = try unsafe Read.text(c.pointee.subject_id, "mandate.audit.v1.EventFilter.subject_id")
        self.action = try unsafe Read.text(c.pointee.action, "mandate.audit.v1.EventFilter.action")
        self.withoutActions = try unsafe Read.texts(c.pointee.n_without_actions, c.pointee.without_actions, "mandate.audit.v1.EventFilter.without_actions")
        self.outcome = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.outcome.rawValue))
        self.recordStartTime = try unsafe Read.message(c.pointee.record_start_time)
        self.recordEndTime = try unsafe Read.message(c.pointee.record_end_time)
        self.occurStartTime = try unsafe Read.message(c.pointee.occur_start_time)
        self.occurEndTime = try unsafe Read.message(c.pointee.occur_end_time)
    }

    func write(to c: UnsafeMutablePointer<Mandate__Audit__V1__EventFilter>, in arena: Arena) {
        unsafe c.pointee.actor_id = arena.text(self.actorId)
        unsafe c.pointee.target_id = arena.text(self.targetId)
        unsafe c.pointee.mailbox_id = arena.text(self.mailboxId)
        unsafe c.pointee.subject_id = arena.text(self.subjectId)
        unsafe c.pointee.action = arena.text(self.action)
        unsafe c.pointee.n_without_actions = self.withoutActions.count
        unsafe c.pointee.without_actions = arena.texts(self.withoutActions)
        unsafe c.pointee.outcome = .init(rawValue: .init(truncatingIfNeeded: self.outcome.rawValue))
        if let value = self.recordStartTime {
            unsafe c.pointee.record_start_time = arena.message(value)
        }
        if let value = self.recordEndTime {
            unsafe c.pointee.record_end_time = arena.message(value)
        }
        if let value = self.occurStartTime {
            unsafe c.pointee.occur_start_time = arena.message(value)
        }
        if let value = self.occurEndTime {
            unsafe c.pointee.occur_end_time = arena.message(value)
        }
    }
}

extension EventFilter {
    package func check(_ violations: inout Violations) {
        if !self.actorId.isEmpty {
            if !Patterns.accOrSpiffeOrIdentityOrMailboxOrAudit(self.actorId) {
                violations.add("actor_id", .invalidField, "string.pattern: as in ^(acc_[0-7][0-9a-hjkmnp-tv-z]{25}|spiffe://[!-~]{0,245}|identity|mailbox|audit)$")
            }
        }
        if !self.targetId.isEmpty {
            if !Patterns.orgOrAccOrGrpOrMbxOrDlgOrAsgOrEvtOrOtrOrInvOrTenOrSubOrDomOrUntOrMandateOrMandateOrMandate(self.targetId) {
                violations.add("target_id", .invalidField, "string.pattern: as in ^(org_[0-7][0-9a-hjkmnp-tv-z]{25}|acc_[0-7][0-9a-hjkmnp-tv-z]{25}|grp_[0-7][0-9a-hjkmnp-tv-z]{25}|mbx_[0-7][0-9a-hjkmnp-tv-z]{25}|dlg_[0-7][0-9a-hjkmnp-tv-z]{25}|asg_[0-7][0-9a-hjkmnp-tv-z]{25}|evt_[0-7][0-9a-hjkmnp-tv-z]{25}|otr_[0-7][0-9a-hjkmnp-tv-z]{25}|inv_[0-7][0-9a-hjkmnp-tv-z]{25}|ten_[0-7][0-9a-hjkmnp-tv-z]{25}|sub_[0-7][0-9a-hjkmnp-tv-z]{25}|dom_[0-7][0-9a-hjkmnp-tv-z]{25}|unt_[0-7][0-9a-hjkmnp-tv-z]{25}|mandate-identity|mandate-mailbox|mandate-audit)$")
            }
        }
        if !self.mailboxId.isEmpty {
            if !Patterns.mbx(self.mailboxId) {
                violations.add("mailbox_id", .invalidField, "string.pattern: as in ^mbx_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if !self.subjectId.isEmpty {
            if !Patterns.accOrGrp(self.subjectId) {
                violations.add("subject_id", .invalidField, "string.pattern: as in ^(acc|grp)_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if self.action.utf8.count > 254 {
            violations.add("action", .tooLong, "string.max_bytes: at most 254 bytes")
        }
        if self.withoutActions.count > 32 {
            violations.add("without_actions", .tooLong, "repeated.max_items: at most 32 elements")
        }
        for index in self.withoutActions.indices where !violations.isFull {
            let start = violations.count
            let value = self.withoutActions[index]
            if value.utf8.count < 1 {
                violations.add("", .missingField, "string.min_bytes: at least 1 byte")
            }
            if value.utf8.count > 254 {
                violations.add("", .tooLong, "string.max_bytes: at most 254 bytes")
            }
            violations.place(from: start, in: "without_actions", index)
        }
        if case .unrecognized = self.outcome {
            violations.add("outcome", .invalidField, "enum.defined_only: a value of EventOutcome")
        }
        if let value = self.recordStartTime {
            if (value.seconds, value.nanos) > (253402300799, 999999999) {
                violations.add("record_start_time", .invalidField, "timestamp.lte: not after 9999-12-31T23:59:59.999999999Z")
            }
            if (value.seconds, value.nanos) < (-62135596800, 0) {
                violations.add("record_start_time", .invalidField, "timestamp.gte: not before 0001-01-01T00:00:00Z")
            }
        }
        if let value = self.recordEndTime {
            if (value.seconds, value.nanos) > (253402300799, 999999999) {
                violations.add("record_end_time", .invalidField, "timestamp.lte: not after 9999-12-31T23:59:59.999999999Z")
            }
            if (value.seconds, value.nanos) < (-62135596800, 0) {
                violations.add("record_end_time", .invalidField, "timestamp.gte: not before 0001-01-01T00:00:00Z")
            }
        }
        if let value = self.occurStartTime {
            if (value.seconds, value.nanos) > (253402300799, 999999999) {
                violations.add("occur_start_time", .invalidField, "timestamp.lte: not after 9999-12-31T23:59:59.999999999Z")
            }
            if (value.seconds, value.nanos) < (-62135596800, 0) {
                violations.add("occur_start_time", .invalidField, "timestamp.gte: not before 0001-01-01T00:00:00Z")
            }
        }
        if let value = self.occurEndTime {
            if (value.seconds, value.nanos) > (253402300799, 999999999) {
                violations.add("occur_end_time", .invalidField, "timestamp.lte: not after 9999-12-31T23:59:59.999999999Z")
            }
            if (value.seconds, value.nanos) < (-62135596800, 0) {
                violations.add("occur_end_time", .invalidField, "timestamp.gte: not before 0001-01-01T00:00:00Z")
            }
        }
    }
}
