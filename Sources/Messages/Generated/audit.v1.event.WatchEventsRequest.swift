// Generated from mandate/audit/v1/event.proto by proto/generate. Do not edit.

import CMessages

/// Asks for events as they come. Filters are those of ListEventsRequest, joined by and.
package struct WatchEventsRequest: Message {
    /// The organization; required.
    package var organizationId: String = ""
    /// Who did it.
    package var actorId: String = ""
    /// What it was done to.
    package var targetId: String = ""
    /// The mailbox concerned.
    package var mailboxId: String = ""
    /// The account or group that gained or lost.
    package var subjectId: String = ""
    /// The action, or a prefix that ends in a dot.
    package var action: String = ""
    /// The outcome.
    package var outcome: EventOutcome = .unspecified
    /// Without these actions or prefixes.
    package var withoutActions: [String] = []
    /// Where to begin. None: with what the log takes from now on.
    package var begin: Begin? = nil

    package init() {}

    package init(
        organizationId: String = "",
        actorId: String = "",
        targetId: String = "",
        mailboxId: String = "",
        subjectId: String = "",
        action: String = "",
        outcome: EventOutcome = .unspecified,
        withoutActions: [String] = [],
        begin: Begin? = nil
    ) {
        self.organizationId = organizationId
        self.actorId = actorId
        self.targetId = targetId
        self.mailboxId = mailboxId
        self.subjectId = subjectId
        self.action = action
        self.outcome = outcome
        self.withoutActions = withoutActions
        self.begin = begin
    }

    package static var name: String { "mandate.audit.v1.WatchEventsRequest" }

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

    /// Where to begin. None: with what the log takes from now on.
    package enum Begin: Sendable, Equatable {
        /// At this index; 0 is the oldest event. Beyond the log's size TREE_TOO_SMALL: it is not the log of before.
        case index(Int64)
    }
}

extension WatchEventsRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Audit__V1__WatchEventsRequest>) {
        unsafe mandate__audit__v1__watch_events_request__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Audit__V1__WatchEventsRequest>) throws(MessageError) {
        self.organizationId = try unsafe Read.text(c.pointee.organization_id, "mandate.audit.v1.WatchEventsRequest.organization_id")
        self.actorId = try unsafe Read.text(c.pointee.actor_id, "mandate.audit.v1.WatchEventsRequest.actor_id")
        self.targetId = try unsafe Read.text(c.pointee.target_id, "mandate.audit.v1.WatchEventsRequest.target_id")
        self.mailboxId = try unsafe Read.text(c.pointee.mailbox_id, "mandate.audit.v1.WatchEventsRequest.mailbox_id")
        self.subjectId = try unsafe Read.text(c.pointee.subject_id, "mandate.audit.v1.WatchEventsRequest.subject_id")
        self.action = try unsafe Read.text(c.pointee.action, "mandate.audit.v1.WatchEventsRequest.action")
        self.outcome = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.outcome.rawValue))
        self.withoutActions = try unsafe Read.texts(c.pointee.n_without_actions, c.pointee.without_actions, "mandate.audit.v1.WatchEventsRequest.without_actions")
        switch unsafe c.pointee.begin_case.rawValue {
        case 9: self.begin = .index(unsafe c.pointee.index)
        default: self.begin = nil
        }
    }

    func write(to c: UnsafeMutablePointer<Mandate__Audit__V1__WatchEventsRequest>, in arena: Arena) {
        unsafe c.pointee.organization_id = arena.text(self.organizationId)
        unsafe c.pointee.actor_id = arena.text(self.actorId)
        unsafe c.pointee.target_id = arena.text(self.targetId)
        unsafe c.pointee.mailbox_id = arena.text(self.mailboxId)
        unsafe c.pointee.subject_id = arena.text(self.subjectId)
        unsafe c.pointee.action = arena.text(self.action)
        unsafe c.pointee.outcome = .init(rawValue: .init(truncatingIfNeeded: self.outcome.rawValue))
        unsafe c.pointee.n_without_actions = self.withoutActions.count
        unsafe c.pointee.without_actions = arena.texts(self.withoutActions)
        switch self.begin {
        case nil: break
        case .index(let value)?:
            unsafe c.pointee.begin_case = .init(rawValue: 9)
            unsafe c.pointee.index = value
        }
    }
}

extension WatchEventsRequest {
    package func check(_ violations: inout Violations) {
        if self.organizationId.isEmpty {
            violations.addMissing("organization_id")
        } else {
            if !Patterns.org(self.organizationId) {
                violations.add("organization_id", .invalidField, "string.pattern: as in ^org_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if !self.actorId.isEmpty {
            if !Patterns.accOrSpiffe(self.actorId) {
                violations.add("actor_id", .invalidField, "string.pattern: as in ^(acc_[0-7][0-9a-hjkmnp-tv-z]{25}|spiffe://[!-~]{0,245})$")
            }
        }
        if !self.targetId.isEmpty {
            if !Patterns.orgOrAccOrGrpOrMbxOrDlgOrEvt(self.targetId) {
                violations.add("target_id", .invalidField, "string.pattern: as in ^(org|acc|grp|mbx|dlg|evt)_[0-7][0-9a-hjkmnp-tv-z]{25}$")
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
        if case .unrecognized = self.outcome {
            violations.add("outcome", .invalidField, "enum.defined_only: a value of EventOutcome")
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
        if case .index(let value)? = self.begin {
            if value < 0 {
                violations.add("index", .invalidField, "int64.gte: at least 0")
            }
        }
    }
}
