internal import Contract
internal import MailboxDomain
internal import MailboxStorage
internal import Messages
internal import Mutations
internal import RPC
internal import SQL

extension SignatureHandler {
    /// Texts are kept to the byte, and compared so.
    func setSignature(_ request: SetSignatureRequest, _ call: Call) throws(Status) -> Answer<SetSignatureResponse> {
        mailboxes.changing(request, call, needsView: true) { [mailboxes] write, account in
            let key = try SignatureKeys.Key(request.accountId, request.mailboxId)
            if request.text.isEmpty && request.html.isEmpty { throw Status.missing("text") }
            try mailboxes.judgeSignature(key, of: account, call.access(for: request))
            return try mailboxes.set(key, request, account, write)
        }
    }

    /// Also of one that is of no use for now.
    func deleteSignature(
        _ request: DeleteSignatureRequest, _ call: Call
    ) throws(Status) -> Answer<DeleteSignatureResponse> {
        mailboxes.changing(request, call, needsView: true) { [mailboxes] write, account in
            let key = try SignatureKeys.Key(request.accountId, request.mailboxId)
            guard let organization = OrganizationID(account.organizationID),
                let stored = try mailboxes.signature(key, write.tx), stored.organizationId == account.organizationID
            else { throw Status.notFound }
            if account.accountID == key.account.text { try mailboxes.expectActive(key.account) }
            let signature = try write.changing(stored)
            try write.tx.delete(signature)
            write.tx.afterCommit { [keys = mailboxes.signatures.keys] in keys.remove(key, in: organization) }
            try write.report(signature, nil)
            return DeleteSignatureResponse(signature: signature)
        }
    }
}

extension Mailboxes {
    /// Whoever acts for itself is still active inside the write (D17): nothing else is asked of it there.
    fileprivate func expectActive(_ account: AccountID) throws(Status) {
        guard index.standing(of: account)?.state == .active else {
            throw Status(.permissionDenied, .wrongState, "the acting account is not active", metadata: ["account": account.text])
        }
    }

    /// One that has not lost its access.
    fileprivate func signature(_ key: SignatureKeys.Key, _ tx: Transaction) throws -> Signature? {
        signatures.keys.isLost(key) ? nil : try tx.signature(key)
    }

    fileprivate func set(
        _ key: SignatureKeys.Key, _ request: SetSignatureRequest, _ account: AuthorizedAccount, _ write: Write
    ) throws -> SetSignatureResponse {
        guard let organization = OrganizationID(account.organizationID) else { throw Status.notFound }
        let before = try write.changing(signature(key, write.tx))
        var after =
            before
            ?? Signature(
                accountId: key.account.text, mailboxId: key.mailbox.text, organizationId: organization.text)
        (after.text, after.html) = (request.text, request.html)
        if let before, write.differences(before, after).isEmpty {
            return SetSignatureResponse(signature: before, unchanged: true)
        }
        after.updateTime = Timestamp(microsecondsSince1970: write.tx.now)
        if before == nil {
            // What was set before the account lost its access, and has not been removed yet.
            try remove(key, organization, takesAway: false, write.tx)
            after = try write.tx.insert(after)
            write.tx.afterCommit { signatures.set(key, in: organization, isKnown: view.isFresh) }
        } else {
            after = try write.tx.update(after)
        }
        try write.report(before, after)
        return SetSignatureResponse(signature: after)
    }
}
