/// What an organization has decided, as far as a decision, a grant or a change of settings asks.
///
/// Until identity has told of it, what gives somebody more is off (`ownerGrants`, `setUpManagesAccess`, `sharingDefault`), and
/// what guards is on (`guardsAdministrators`, `setupNeedsOperations`). What makes a delegation conditional (`allOrNothing`,
/// `commonGroup`, `ownerPlans`) is off then: it would take away what administrators have given, by nobody's decision.
package struct Policies: Hashable, Sendable {
    /// `guard_administrators`: delegations on an administrator's own mailbox are changed by that administrator or a Full
    /// admin only, and those to groups do not count (rule C6).
    package var guardsAdministrators = true
    /// `owner_grants`: a mailbox's owner changes its list of delegates (rule D5).
    package var ownerGrants = false
    /// `all_or_nothing`: a delegation is open and send, of the mailbox as a whole, or it counts for nothing (rule D3).
    package var allOrNothing = false
    /// `set_up_manages_access`: who sets a mailbox up changes its list of delegates, with both system operations (rule D4).
    package var setUpManagesAccess = false
    /// `setup_needs_operations`: a mailbox's settings are changed with both system operations only (rule D10).
    package var setupNeedsOperations = true
    /// `common_group`: a delegation counts while its mailbox's owner and who asks share a group (rule D11).
    package var commonGroup = false
    /// `owner_plans`: delegations of a mailbox count while its owner has one of these plans; empty: any or none (rule D12).
    package var ownerPlans: [String] = []
    /// `sharing_default`: whether delegations count in a new mailbox until that is set (rule D7).
    package var sharingDefault = false
    /// `displayed_sender`: what a mailbox inherits; nil for nothing said (rule D14).
    package var displayedSender: SenderDisplay?
    /// `no_displayed_sender`: a decision says none, and a grant names none (rule D14).
    package var noDisplayedSender = false

    package init(guardsAdministrators: Bool = true) {
        self.guardsAdministrators = guardsAdministrators
    }
}
