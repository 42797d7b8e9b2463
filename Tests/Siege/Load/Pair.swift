internal import Contract
internal import Foundation
internal import Messages
internal import RPC

/// Somebody and a mailbox, and what lets them in or keeps them out. One line of the pairs file:
/// `grant|suspend|member ACCOUNT MAILBOX GROUP REPLICAS`, where GROUP may be `-` and REPLICAS is as in `0,1`.
struct Pair: Sendable {
    /// By what the account is let in: a delegation, being active, or being a group's member.
    enum Kind: String, Sendable {
        case grant, suspend, member
    }

    let kind: Kind
    let account: String
    let mailbox: String
    let group: String
    /// Who decides about it; a delegation's replica is also where it is granted and revoked.
    let replicas: [Int]

    init(_ line: Substring) throws {
        let fields = line.split(separator: " ").map(String.init)
        guard fields.count == 5, let kind = Kind(rawValue: fields[0]) else { throw UsageError("no pair: \(line)") }
        self.kind = kind
        (account, mailbox, group) = (fields[1], fields[2], fields[3])
        replicas = fields[4].split(separator: ",").compactMap { Int($0) }
        guard !replicas.isEmpty else { throw UsageError("no replica: \(line)") }
    }

    static func read(_ file: String) throws -> [Pair] {
        try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").map { try Pair($0) }
    }

    /// Says whether identity or the mailbox replica makes the change.
    var isIdentitys: Bool { kind != .grant }

    /// The call that lets the account in, or keeps it out.
    func change(to allowed: Bool, requestID: String) -> (path: String, message: [UInt8]) {
        switch (kind, allowed) {
        case (.grant, true):
            (
                DelegationServiceMethods.grantDelegation.descriptor.path,
                GrantDelegationRequest(mailboxId: mailbox, granteeId: account, rights: [.open], requestId: requestID).encoded()
            )
        case (.grant, false):
            (
                DelegationServiceMethods.revokeDelegation.descriptor.path,
                RevokeDelegationRequest(mailboxId: mailbox, granteeId: account, requestId: requestID).encoded()
            )
        case (.suspend, true):
            (
                AccountServiceMethods.reactivateAccount.descriptor.path,
                ReactivateAccountRequest(accountId: account, requestId: requestID).encoded()
            )
        case (.suspend, false):
            (
                AccountServiceMethods.suspendAccount.descriptor.path,
                SuspendAccountRequest(accountId: account, requestId: requestID).encoded()
            )
        case (.member, true):
            (
                GroupServiceMethods.addGroupMember.descriptor.path,
                AddGroupMemberRequest(groupId: group, memberId: account, requestId: requestID).encoded()
            )
        case (.member, false):
            (
                GroupServiceMethods.removeGroupMember.descriptor.path,
                RemoveGroupMemberRequest(groupId: group, memberId: account, requestId: requestID).encoded()
            )
        }
    }

    /// What each of its replicas is asked about it.
    func questions(number: Int) -> [Question] {
        let message = CheckRequest(account: .accountId(account), mailbox: .mailboxId(mailbox), right: .open).encoded()
        return replicas.map { Question(pair: number, replica: $0, message: message) }
    }
}

/// One `Check`, encoded.
struct Question: Sendable {
    let pair: Int
    let replica: Int
    let message: [UInt8]
}
