internal import Contract
internal import MailboxDomain
internal import MailboxStorage
internal import Messages
internal import Mutations
internal import RPC
internal import SQL

/// A request that names a delegation by its id, or by mailbox and grantee, or by both, which must agree then.
protocol NamesDelegation: ChangeRequest {
    var delegationId: String { get }
    var mailboxId: String { get }
    var granteeId: String { get }
}

extension RevokeDelegationRequest: NamesDelegation {}
extension FreezeDelegationRequest: NamesDelegation {}
extension UnfreezeDelegationRequest: NamesDelegation {}

/// Which delegation: by its id, else by its mailbox and grantee.
enum WhichDelegation {
    case id(DelegationID, mailbox: String, grantee: String)
    case row(MailboxID, Grantee)

    init(_ request: some NamesDelegation) throws(Status) {
        if request.delegationId.isEmpty {
            self = .row(
                try Field.mailbox(request.mailboxId, "mailbox_id"),
                try Field.grantee(request.granteeId, "grantee_id"))
        } else {
            self = .id(
                try Field.delegation(request.delegationId, "delegation_id"), mailbox: request.mailboxId,
                grantee: request.granteeId)
        }
    }

    func find(_ connection: any Connection) throws(SQLError) -> Messages.Delegation? {
        switch self {
        case .id(let id, _, _): try connection.delegation(id)
        case .row(let mailbox, let grantee): try connection.delegation(of: mailbox, to: grantee)
        }
    }

    /// How a request calls them.
    typealias Names = (delegation: String, mailbox: String, grantee: String)

    /// What else the request says of the delegation is so.
    func expect(_ delegation: Messages.Delegation, _ names: Names) throws(Status) {
        guard case .id(_, let mailbox, let grantee) = self else { return }
        let selectors = Selectors(chosen: names.delegation)
        try selectors.expect(names.mailbox, mailbox, is: delegation.mailboxId)
        try selectors.expect(names.grantee, grantee, is: delegation.granteeId)
    }
}

/// How one delegation that is there is changed: the one way for all methods that do so.
struct DelegationChange<Request: ChangeRequest, Changed: ChangeAnswer>: Sendable {
    /// What is taken away may be taken away by an administrator while identity is out of reach of the feed.
    let needsView: Bool
    let which: @Sendable (Request) throws(Status) -> WhichDelegation
    let names: WhichDelegation.Names
    /// Gets the row, when the request's other names, the etag and the guard have been judged.
    let body: @Sendable (Write, AuthorizedAccount, Messages.Delegation) throws -> Changed
}

extension DelegationChange where Request: NamesDelegation {
    init(
        needsView: Bool,
        _ body: @escaping @Sendable (Write, AuthorizedAccount, Messages.Delegation) throws -> Changed
    ) {
        self.init(
            needsView: needsView, which: { request throws(Status) in try WhichDelegation(request) },
            names: ("delegation_id", "mailbox_id", "grantee_id"), body: body)
    }
}

extension Mailboxes {
    /// The delegation is looked for before the write, so that identity is asked with the right unit, the log names it, and
    /// what an account may do in its mailbox can stand in for roles; and in the write once more.
    func perform<Request: ChangeRequest, Changed: ChangeAnswer>(
        _ change: DelegationChange<Request, Changed>, _ request: Request, _ call: Call
    ) -> Answer<Changed> {
        .later {
            try await answering {
                let which = try change.which(request)
                let known = try await store.read { try which.find($0) }
                var occurrence = request.occurrence
                if let known {
                    occurrence.target.id = known.id
                    occurrence.target.mailboxId = known.mailboxId
                    occurrence.target.subjectId = known.granteeId
                }
                let mutation = Mutation(call, request, occurrence, answer: Changed.self)
                let judgedIn = occurrence.target.mailboxId
                // What is another organization's is in no event of this one.
                let refused = {
                    known?.organizationId == call.judged?.organizationID ? mutation.occurrence : request.occurrence
                }
                return try await mutator.refusing(call, mutation.access, refused) {
                    try await administer(mutation, needsView: change.needsView) { write, account in
                        let delegation = try find(which, judgedIn, by: account, write)
                        try which.expect(delegation, change.names)
                        try guardAdministrator(of: delegation, account, call)
                        return try change.body(write, account, try write.changing(delegation))
                    }
                }
            }
        }
    }

    private func find(
        _ which: WhichDelegation, _ judgedIn: String, by account: AuthorizedAccount, _ write: Write
    ) throws -> Messages.Delegation {
        guard let delegation = try which.find(write.tx), delegation.organizationId == account.organizationID else {
            throw Status.notFound
        }
        // Who may in one mailbox alone may not in another, in which the delegation has come to be since.
        if let lacking = account.lacking, delegation.mailboxId != judgedIn { throw lacking }
        return delegation
    }

    /// Whose mailbox it is must be known, and known now: without a valid view nobody else is let through (C6).
    private func guardAdministrator(
        of delegation: Messages.Delegation, _ account: AuthorizedAccount, _ call: Call
    ) throws(Status) {
        guard let id = MailboxID(delegation.mailboxId), !account.mayGuard(id) else { return }
        try ready(call)
        if let mailbox = index.mailbox(id) { try guardAdministrator(mailbox, account) }
    }
}
