package import MailboxDomain

/// Accounts and groups that identity has deleted and of which something is left here.
///
/// What is left is there, and who is deleted identity tells in every snapshot, with one of which this process begins each time
/// it starts.
package typealias Tombstones = RemovalQueue<Grantee>
