internal import ArgumentParser

// The commands themselves are generated; that they take one of two ways is said here.

extension RevokeCommand {
    func validate() throws { try WhichDelegation.validate(delegation, mailbox, grantee) }
}

extension DelegationCommand.Freeze {
    func validate() throws { try WhichDelegation.validate(delegation, mailbox, grantee) }
}

extension DelegationCommand.Unfreeze {
    func validate() throws { try WhichDelegation.validate(delegation, mailbox, grantee) }
}

private enum WhichDelegation {
    static func validate(_ delegation: String?, _ mailbox: Reference?, _ grantee: Reference?) throws {
        guard delegation != nil || (mailbox != nil && grantee != nil) else {
            throw ValidationError("Say DELEGATION, or --mailbox-id and --grantee.")
        }
    }
}
