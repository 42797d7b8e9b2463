internal import ArgumentParser

// The command itself is generated; that it takes one of two ways is said here.

extension RevokeCommand {
    func validate() throws {
        guard delegation != nil || (mailbox != nil && grantee != nil) else {
            throw ValidationError("Say DELEGATION, or --mailbox-id and --grantee.")
        }
    }
}
