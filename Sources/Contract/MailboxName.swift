/// A mailbox that is there because its account is has the account's base32 in its id.
package enum MailboxName {
    package static func id(ofAccount id: String) -> String { "mbx_" + id.dropFirst("acc_".count) }

    /// The account of a mailbox's id; any other id as it is.
    package static func account(of id: String) -> String {
        id.utf8.starts(with: "mbx_".utf8) ? "acc_" + id.dropFirst("mbx_".count) : id
    }
}
