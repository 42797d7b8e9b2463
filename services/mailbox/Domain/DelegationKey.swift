/// A delegation by what it is of: there is one for the two (rule D1).
package struct DelegationKey: Hashable, Sendable {
    package let mailbox: MailboxID
    package let grantee: Grantee

    package init(mailbox: MailboxID, grantee: Grantee) {
        self.mailbox = mailbox
        self.grantee = grantee
    }
}
