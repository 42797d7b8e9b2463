import Contract
import MailboxDomain
import MailboxStorage
import Messages
import RPC
import SQL

@testable import MailboxHandlers

extension House {
    @discardableResult
    func sign(
        _ account: Int, _ mailbox: Int, _ text: String, html: String = "", by actor: Int? = nil,
        _ change: (inout SetSignatureRequest) -> Void = { _ in }
    ) async throws(Status) -> SetSignatureResponse {
        var request = SetSignatureRequest(accountId: acc(account), mailboxId: mbx(mailbox), text: text, html: html)
        change(&request)
        return try await call(SignatureServiceMethods.setSignature, request, as: acc(actor ?? account))
    }

    func signature(_ account: Int, _ mailbox: Int, by actor: Int? = nil) async throws(Status) -> GetSignatureResponse {
        try await call(
            SignatureServiceMethods.getSignature, GetSignatureRequest(accountId: acc(account), mailboxId: mbx(mailbox)),
            as: acc(actor ?? account))
    }

    @discardableResult
    func unsign(
        _ account: Int, _ mailbox: Int, by actor: Int? = nil, _ change: (inout DeleteSignatureRequest) -> Void = { _ in }
    ) async throws(Status) -> DeleteSignatureResponse {
        var request = DeleteSignatureRequest(accountId: acc(account), mailboxId: mbx(mailbox))
        change(&request)
        return try await call(SignatureServiceMethods.deleteSignature, request, as: acc(actor ?? account))
    }

    func signatures(_ account: Int, by actor: Int? = nil, size: Int32 = 0, token: String = "") async throws(Status)
        -> ListSignaturesResponse
    {
        try await call(
            SignatureServiceMethods.listSignatures,
            ListSignaturesRequest(accountId: acc(account), pageSize: size, pageToken: token), as: acc(actor ?? account))
    }

    /// Whose signatures for which mailboxes have rows, by number.
    func signed() async throws -> Set<[Int]> {
        try await store.read { connection in
            var found: Set<[Int]> = []
            try connection.eachSignature { key, _ in found.insert([Int(key.account.bits), Int(key.mailbox.bits)]) }
            return found
        }
    }

    func events(_ action: String) async throws -> [Event] { try await events().filter { $0.action == action } }

    /// Registered to somebody, as its method will do it.
    func register(_ number: Int, owner: Int) async throws -> Messages.Mailbox {
        let (mailbox, owner) = (mbx(number), acc(owner))
        return try await store.write { tx in
            try tx.insert(
                Messages.Mailbox(
                    id: mailbox, organizationId: org(1), address: "\(number)@boxes.example", displayName: "Box", ownerId: owner,
                    createTime: Timestamp(microsecondsSince1970: 1)))
        }.value
    }
}
