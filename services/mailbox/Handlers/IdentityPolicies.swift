internal import MailboxDomain
internal import Messages

// What an organization has decided, as identity tells of it.

extension Policies {
    /// What holds, as identity tells it: every field is set. Of a value that is not known here, what guards is on, and what gives
    /// somebody more or makes a delegation conditional is off.
    init(_ effective: Messages.OrganizationPolicies) {
        self.init(guardsAdministrators: effective.guardAdministrators != .off)
        ownerGrants = effective.ownerGrants == .on
        allOrNothing = effective.allOrNothing == .on
        setUpManagesAccess = effective.setUpManagesAccess == .on
        setupNeedsOperations = effective.setupNeedsOperations != .off
        commonGroup = effective.commonGroup == .on
        ownerPlans = effective.ownerPlans?.names ?? []
        sharingDefault = effective.sharingDefault == .on
        displayedSender = MailboxDomain.SenderDisplay(effective.displayedSender)
        noDisplayedSender = effective.noDisplayedSender == .on
    }
}

extension MailboxDomain.SenderDisplay {
    /// Nil where a decision says nothing of it.
    fileprivate init?(_ told: DefaultSender) {
        switch told {
        case .showDelegate: self = .show
        case .hideDelegate: self = .hide
        case DefaultSender.none, .unspecified, .unrecognized: return nil
        }
    }

    /// Nil where it is the organization's.
    init?(_ told: DisplayedSender) {
        switch told {
        case .showDelegate: self = .show
        case .hideDelegate: self = .hide
        case .unspecified, .unrecognized: return nil
        }
    }
}

extension MailboxDomain.SystemOperation {
    /// By its word in the id of a holding, which is all that is known of one that is gone; nil for one that is not known here.
    init?(word: some StringProtocol) {
        switch Messages.SystemOperation(shortName: word.uppercased()) {
        case .sharedAccountSetup: self = .sharedAccountSetup
        case .sharedMailboxSynchronization: self = .sharedMailboxSynchronization
        case .unspecified, .unrecognized, nil: return nil
        }
    }
}
