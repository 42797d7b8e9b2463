internal import Contract
internal import Foundation
internal import Messages

/// Somebody and a mailbox, and what lets them in or keeps them out. One line of the pairs file:
/// `KIND ACCOUNT MAILBOX OTHER REPLICAS ACTOR`, where REPLICAS is as in `0,1` and `-` stands for nothing, or for the
/// administrator of the whole campaign.
struct Pair: Sendable {
    /// By what the account is let in, and what OTHER is then.
    enum Kind: String, Sendable {
        /// A delegation; or it is not frozen.
        case grant, freeze
        /// It is active.
        case suspend
        /// It is in the group OTHER, to which the mailbox is granted; or which its owner is in too, as policy common_group asks.
        case member, common
        /// The mailbox is shared.
        case sharing
        /// The mailbox's owner has a plan that policy owner_plans names: its subscription OTHER has one; or the organization
        /// OTHER asks for none.
        case plan, policy
        /// It has the alias that it is asked by: OTHER is `ACCOUNT/ALIAS`, whose it is else.
        case alias
        /// It owns the registered mailbox, which else is the account's OTHER; or MAILBOX is not registered, with the address OTHER.
        case transfer, register
        /// It holds both system operations, and so sets up who may use the mailbox: it could grant to OTHER.
        case operation
    }

    let kind: Kind
    let account: String
    let mailbox: String
    let other: String
    /// Who decides about it; what a replica has for itself is also changed there.
    let replicas: [Int]
    /// Who makes the changes; nil for the administrator of all.
    let actor: String?

    init(_ line: Substring) throws {
        let fields = line.split(separator: " ").map(String.init)
        guard fields.count == 6, let kind = Kind(rawValue: fields[0]) else { throw UsageError("no pair: \(line)") }
        self.kind = kind
        (account, mailbox, other) = (fields[1], fields[2], fields[3])
        replicas = fields[4].split(separator: ",").compactMap { Int($0) }
        actor = fields[5] == "-" ? nil : fields[5]
        guard !replicas.isEmpty else { throw UsageError("no replica: \(line)") }
    }

    static func read(_ file: String) throws -> [Pair] {
        try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").map { try Pair($0) }
    }

    /// Says whether identity or the mailbox replica makes the change.
    var isIdentitys: Bool {
        switch kind {
        case .grant, .freeze, .sharing, .transfer, .register: false
        case .suspend, .member, .common, .plan, .policy, .alias, .operation: true
        }
    }

    /// What each of its replicas is asked about it.
    func questions(number: Int) -> [Question] {
        let (path, message) = question
        return replicas.map {
            Question(pair: number, replica: $0, path: path, message: message, account: kind == .operation ? account : nil)
        }
    }

    private var question: (path: String, message: [UInt8]) {
        var check = CheckRequest(account: .accountId(account), mailbox: .mailboxId(mailbox), right: .open)
        switch kind {
        case .operation:
            return (
                DelegationServiceMethods.grantDelegation.descriptor.path,
                GrantDelegationRequest(mailboxId: mailbox, granteeId: other, rights: [.open], validateOnly: true).encoded()
            )
        case .alias: check.account = .accountAddress(otherAndAlias.alias)
        case .register: check.mailbox = .mailboxAddress(other)
        case .grant, .freeze, .suspend, .member, .common, .sharing, .plan, .policy, .transfer: break
        }
        return (AccessServiceMethods.check.descriptor.path, check.encoded())
    }

    var otherAndAlias: (account: String, alias: String) {
        let parts = other.split(separator: "/").map(String.init)
        return (parts[0], parts[1])
    }
}

/// One `Check`, or another call that answers whether somebody may, encoded.
struct Question: Sendable {
    let pair: Int
    let replica: Int
    let path: String
    let message: [UInt8]
    /// On whose behalf; nil for a service that asks about somebody.
    let account: String?
}
