/// What setting up a shared mailbox takes beside the right, where a policy says so: both (rule D10).
package enum SystemOperation: UInt8, Hashable, Sendable, CaseIterable {
    case sharedAccountSetup
    case sharedMailboxSynchronization
}
