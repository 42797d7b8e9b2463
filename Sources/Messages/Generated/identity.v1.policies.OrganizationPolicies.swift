// Generated from mandate/identity/v1/policies.proto by proto/generate. Do not edit.

import CMessages

/// An organization's policies. Absent and UNSPECIFIED: as the preset says. A value that nothing enforces yet is refused as
/// UNSUPPORTED, and those that contradict one another as POLICIES_CONTRADICT.
package struct OrganizationPolicies: Message {
    /// The organization.
    package var organizationId: String = ""
    /// Whose values hold where the organization has none of its own.
    package var preset: OrganizationPreset = .unspecified
    /// Who adds and removes administrators (rule A5). While it is the owner, only the owner changes this.
    package var administratorsBy: AdministratorsBy = .unspecified
    /// A new owner must accept (rule A3).
    package var transferNeedsAcceptance: PolicySwitch = .unspecified
    /// Only a Full admin changes how another administrator signs in, is reached or stands, and who may use their mailbox
    /// (rule C6).
    package var guardAdministrators: PolicySwitch = .unspecified
    /// How long an invitation can be accepted: 1 hour to 90 days (rule A5).
    package var invitationLifetime: WireDuration? = nil
    /// How long after its last suspension an account is deleted; zero: never (rule B4).
    package var deleteSuspendedAfter: WireDuration? = nil
    /// How long after its account's deletion an address stays taken.
    package var deletedAddressLifetime: WireDuration? = nil
    /// A suspended account's API keys still count (rule C11).
    package var keysSurviveSuspension: PolicySwitch = .unspecified
    /// A mailbox's owner changes who may use it (rule D5).
    package var ownerGrants: PolicySwitch = .unspecified
    /// A grant is open and send, and no other set of rights (rule D3).
    package var allOrNothing: PolicySwitch = .unspecified
    /// Who may set a mailbox up changes who may use it (rule D4).
    package var setUpManagesAccess: PolicySwitch = .unspecified
    /// Setting a shared mailbox up needs both system operations (rule D10).
    package var setupNeedsOperations: PolicySwitch = .unspecified
    /// A mailbox's owner and its grantee share a group (rule D11).
    package var commonGroup: PolicySwitch = .unspecified
    /// The plans of which a mailbox's owner has one; none: any (rule D12).
    package var ownerPlans: PolicyNames? = nil
    /// A new mailbox can be shared (rule D7).
    package var sharingDefault: PolicySwitch = .unspecified
    /// Whom recipients see where neither a grant nor a mailbox says so (rule D14).
    package var displayedSender: DefaultSender = .unspecified
    /// Nobody chooses whom recipients see (rule D14).
    package var noDisplayedSender: PolicySwitch = .unspecified
    /// Who hears of a grant and of its end by mail (rule D16).
    package var notify: NotifyPolicy = .unspecified
    /// How long before a grant ends its grantee is warned; zero: never (rule D19).
    package var expiryWarning: WireDuration? = nil
    /// A grant says when it ends.
    package var grantsMustEnd: PolicySwitch = .unspecified
    /// The longest a grant can last; zero: any.
    package var grantLifetimeMax: WireDuration? = nil
    /// How many approve a request for access; 0: as the preset says (rule D21).
    package var requestApprovals: Int32 = 0
    /// How long a request for access waits (rule D21).
    package var requestLifetime: WireDuration? = nil
    /// An administrator may open a mailbox at once, for a while and watched (rule D22).
    package var breakGlass: PolicySwitch = .unspecified
    /// Rises with every change.
    package var revision: Int64 = 0
    /// Of the state shown; sent back with a change, it makes sure that nobody has changed it meanwhile. Only in answers.
    package var etag: String = ""

    package init() {}

    package init(
        organizationId: String = "",
        preset: OrganizationPreset = .unspecified,
        administratorsBy: AdministratorsBy = .unspecified,
        transferNeedsAcceptance: PolicySwitch = .unspecified,
        guardAdministrators: PolicySwitch = .unspecified,
        invitationLifetime: WireDuration? = nil,
        deleteSuspendedAfter: WireDuration? = nil,
        deletedAddressLifetime: WireDuration? = nil,
        keysSurviveSuspension: PolicySwitch = .unspecified,
        ownerGrants: PolicySwitch = .unspecified,
        allOrNothing: PolicySwitch = .unspecified,
        setUpManagesAccess: PolicySwitch = .unspecified,
        setupNeedsOperations: PolicySwitch = .unspecified,
        commonGroup: PolicySwitch = .unspecified,
        ownerPlans: PolicyNames? = nil,
        sharingDefault: PolicySwitch = .unspecified,
        displayedSender: DefaultSender = .unspecified,
        noDisplayedSender: PolicySwitch = .unspecified,
        notify: NotifyPolicy = .unspecified,
        expiryWarning: WireDuration? = nil,
        grantsMustEnd: PolicySwitch = .unspecified,
        grantLifetimeMax: WireDuration? = nil,
        requestApprovals: Int32 = 0,
        requestLifetime: WireDuration? = nil,
        breakGlass: PolicySwitch = .unspecified,
        revision: Int64 = 0,
        etag: String = ""
    ) {
        self.organizationId = organizationId
        self.preset = preset
        self.administratorsBy = administratorsBy
        self.transferNeedsAcceptance = transferNeedsAcceptance
        self.guardAdministrators = guardAdministrators
        self.invitationLifetime = invitationLifetime
        self.deleteSuspendedAfter = deleteSuspendedAfter
        self.deletedAddressLifetime = deletedAddressLifetime
        self.keysSurviveSuspension = keysSurviveSuspension
        self.ownerGrants = ownerGrants
        self.allOrNothing = allOrNothing
        self.setUpManagesAccess = setUpManagesAccess
        self.setupNeedsOperations = setupNeedsOperations
        self.commonGroup = commonGroup
        self.ownerPlans = ownerPlans
        self.sharingDefault = sharingDefault
        self.displayedSender = displayedSender
        self.noDisplayedSender = noDisplayedSender
        self.notify = notify
        self.expiryWarning = expiryWarning
        self.grantsMustEnd = grantsMustEnd
        self.grantLifetimeMax = grantLifetimeMax
        self.requestApprovals = requestApprovals
        self.requestLifetime = requestLifetime
        self.breakGlass = breakGlass
        self.revision = revision
        self.etag = etag
    }

    package static var name: String { "mandate.identity.v1.OrganizationPolicies" }

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

extension OrganizationPolicies: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Mandate__Identity__V1__OrganizationPolicies>) {
        unsafe mandate__identity__v1__organization_policies__init(c)
    }

    init(_ c: UnsafePointer<Mandate__Identity__V1__OrganizationPolicies>) throws(MessageError) {
        self.organizationId = try unsafe Read.text(c.pointee.organization_id, "mandate.identity.v1.OrganizationPolicies.organization_id")
        self.preset = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.preset.rawValue))
        self.administratorsBy = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.administrators_by.rawValue))
        self.transferNeedsAcceptance = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.transfer_needs_acceptance.rawValue))
        self.guardAdministrators = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.guard_administrators.rawValue))
        self.invitationLifetime = try unsafe Read.message(c.pointee.invitation_lifetime)
        self.deleteSuspendedAfter = try unsafe Read.message(c.pointee.delete_suspended_after)
        self.deletedAddressLifetime = try unsafe Read.message(c.pointee.deleted_address_lifetime)
        self.keysSurviveSuspension = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.keys_survive_suspension.rawValue))
        self.ownerGrants = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.owner_grants.rawValue))
        self.allOrNothing = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.all_or_nothing.rawValue))
        self.setUpManagesAccess = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.set_up_manages_access.rawValue))
        self.setupNeedsOperations = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.setup_needs_operations.rawValue))
        self.commonGroup = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.common_group.rawValue))
        self.ownerPlans = try unsafe Read.message(c.pointee.owner_plans)
        self.sharingDefault = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.sharing_default.rawValue))
        self.displayedSender = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.displayed_sender.rawValue))
        self.noDisplayedSender = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.no_displayed_sender.rawValue))
        self.notify = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.notify.rawValue))
        self.expiryWarning = try unsafe Read.message(c.pointee.expiry_warning)
        self.grantsMustEnd = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.grants_must_end.rawValue))
        self.grantLifetimeMax = try unsafe Read.message(c.pointee.grant_lifetime_max)
        self.requestApprovals = unsafe c.pointee.request_approvals
        self.requestLifetime = try unsafe Read.message(c.pointee.request_lifetime)
        self.breakGlass = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.break_glass.rawValue))
        self.revision = unsafe c.pointee.revision
        self.etag = try unsafe Read.text(c.pointee.etag, "mandate.identity.v1.OrganizationPolicies.etag")
    }

    func write(to c: UnsafeMutablePointer<Mandate__Identity__V1__OrganizationPolicies>, in arena: Arena) {
        unsafe c.pointee.organization_id = arena.text(self.organizationId)
        unsafe c.pointee.preset = .init(rawValue: .init(truncatingIfNeeded: self.preset.rawValue))
        unsafe c.pointee.administrators_by = .init(rawValue: .init(truncatingIfNeeded: self.administratorsBy.rawValue))
        unsafe c.pointee.transfer_needs_acceptance = .init(rawValue: .init(truncatingIfNeeded: self.transferNeedsAcceptance.rawValue))
        unsafe c.pointee.guard_administrators = .init(rawValue: .init(truncatingIfNeeded: self.guardAdministrators.rawValue))
        if let value = self.invitationLifetime {
            unsafe c.pointee.invitation_lifetime = arena.message(value)
        }
        if let value = self.deleteSuspendedAfter {
            unsafe c.pointee.delete_suspended_after = arena.message(value)
        }
        if let value = self.deletedAddressLifetime {
            unsafe c.pointee.deleted_address_lifetime = arena.message(value)
        }
        unsafe c.pointee.keys_survive_suspension = .init(rawValue: .init(truncatingIfNeeded: self.keysSurviveSuspension.rawValue))
        unsafe c.pointee.owner_grants = .init(rawValue: .init(truncatingIfNeeded: self.ownerGrants.rawValue))
        unsafe c.pointee.all_or_nothing = .init(rawValue: .init(truncatingIfNeeded: self.allOrNothing.rawValue))
        unsafe c.pointee.set_up_manages_access = .init(rawValue: .init(truncatingIfNeeded: self.setUpManagesAccess.rawValue))
        unsafe c.pointee.setup_needs_operations = .init(rawValue: .init(truncatingIfNeeded: self.setupNeedsOperations.rawValue))
        unsafe c.pointee.common_group = .init(rawValue: .init(truncatingIfNeeded: self.commonGroup.rawValue))
        if let value = self.ownerPlans {
            unsafe c.pointee.owner_plans = arena.message(value)
        }
        unsafe c.pointee.sharing_default = .init(rawValue: .init(truncatingIfNeeded: self.sharingDefault.rawValue))
        unsafe c.pointee.displayed_sender = .init(rawValue: .init(truncatingIfNeeded: self.displayedSender.rawValue))
        unsafe c.pointee.no_displayed_sender = .init(rawValue: .init(truncatingIfNeeded: self.noDisplayedSender.rawValue))
        unsafe c.pointee.notify = .init(rawValue: .init(truncatingIfNeeded: self.notify.rawValue))
        if let value = self.expiryWarning {
            unsafe c.pointee.expiry_warning = arena.message(value)
        }
        unsafe c.pointee.grants_must_end = .init(rawValue: .init(truncatingIfNeeded: self.grantsMustEnd.rawValue))
        if let value = self.grantLifetimeMax {
            unsafe c.pointee.grant_lifetime_max = arena.message(value)
        }
        unsafe c.pointee.request_approvals = self.requestApprovals
        if let value = self.requestLifetime {
            unsafe c.pointee.request_lifetime = arena.message(value)
        }
        unsafe c.pointee.break_glass = .init(rawValue: .init(truncatingIfNeeded: self.breakGlass.rawValue))
        unsafe c.pointee.revision = self.revision
        unsafe c.pointee.etag = arena.text(self.etag)
    }
}

extension OrganizationPolicies {
    package func check(_ violations: inout Violations) {
        if !self.organizationId.isEmpty {
            if !Patterns.org(self.organizationId) {
                violations.add("organization_id", .invalidField, "string.pattern: as in ^org_[0-7][0-9a-hjkmnp-tv-z]{25}$")
            }
        }
        if case .unrecognized = self.administratorsBy {
            violations.add("administrators_by", .invalidField, "enum.defined_only: a value of AdministratorsBy")
        }
        if case .unrecognized = self.transferNeedsAcceptance {
            violations.add("transfer_needs_acceptance", .invalidField, "enum.defined_only: a value of PolicySwitch")
        }
        if case .unrecognized = self.guardAdministrators {
            violations.add("guard_administrators", .invalidField, "enum.defined_only: a value of PolicySwitch")
        }
        if case .unrecognized = self.keysSurviveSuspension {
            violations.add("keys_survive_suspension", .invalidField, "enum.defined_only: a value of PolicySwitch")
        }
        if case .unrecognized = self.ownerGrants {
            violations.add("owner_grants", .invalidField, "enum.defined_only: a value of PolicySwitch")
        }
        if case .unrecognized = self.allOrNothing {
            violations.add("all_or_nothing", .invalidField, "enum.defined_only: a value of PolicySwitch")
        }
        if case .unrecognized = self.setUpManagesAccess {
            violations.add("set_up_manages_access", .invalidField, "enum.defined_only: a value of PolicySwitch")
        }
        if case .unrecognized = self.setupNeedsOperations {
            violations.add("setup_needs_operations", .invalidField, "enum.defined_only: a value of PolicySwitch")
        }
        if case .unrecognized = self.commonGroup {
            violations.add("common_group", .invalidField, "enum.defined_only: a value of PolicySwitch")
        }
        if let value = self.ownerPlans {
            let start = violations.count
            value.check(&violations)
            violations.place(from: start, in: "owner_plans")
        }
        if case .unrecognized = self.sharingDefault {
            violations.add("sharing_default", .invalidField, "enum.defined_only: a value of PolicySwitch")
        }
        if case .unrecognized = self.displayedSender {
            violations.add("displayed_sender", .invalidField, "enum.defined_only: a value of DefaultSender")
        }
        if case .unrecognized = self.noDisplayedSender {
            violations.add("no_displayed_sender", .invalidField, "enum.defined_only: a value of PolicySwitch")
        }
        if case .unrecognized = self.notify {
            violations.add("notify", .invalidField, "enum.defined_only: a value of NotifyPolicy")
        }
        if case .unrecognized = self.grantsMustEnd {
            violations.add("grants_must_end", .invalidField, "enum.defined_only: a value of PolicySwitch")
        }
        if self.requestApprovals > 10 {
            violations.add("request_approvals", .invalidField, "int32.lte: at most 10")
        }
        if self.requestApprovals < 0 {
            violations.add("request_approvals", .invalidField, "int32.gte: at least 0")
        }
        if case .unrecognized = self.breakGlass {
            violations.add("break_glass", .invalidField, "enum.defined_only: a value of PolicySwitch")
        }
        if self.etag.utf8.count > 100 {
            violations.add("etag", .tooLong, "string.max_bytes: at most 100 bytes")
        }
    }
}
