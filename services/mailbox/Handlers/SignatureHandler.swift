internal import Contract
internal import MailboxDomain
internal import MailboxStorage
internal import Messages
internal import RPC

/// Signatures, one an account and mailbox (D13): set by the account itself or by who may change accounts, while the account can
/// do something in the mailbox. What takes them away again is `SignatureEnds`.
///
/// While access is only paused (the account or the mailbox suspended, its delegations frozen, not begun, sharing off, plan) a
/// signature is kept and is of no use: it is not shown and not set, GetSignature says NO_ACCESS, ListSignatures leaves it out.
/// It can be deleted. When access counts again it is there as it was.
struct SignatureHandler: SignatureService {
    let mailboxes: Mailboxes

    func getSignature(_ request: GetSignatureRequest, _ call: Call) throws(Status) -> Answer<GetSignatureResponse> {
        mailboxes.reading(request, call) { [mailboxes] reader in
            let key = try SignatureKeys.Key(request.accountId, request.mailboxId)
            try mailboxes.judgeSignature(key, of: reader, call.access(for: request))
            let isLost = mailboxes.signatures.keys.isLost(key)
            return try await mailboxes.store.read { connection in
                if !isLost, let own = try connection.signature(key) { return GetSignatureResponse(signature: own) }
                var standard = Signature(
                    accountId: request.accountId, mailboxId: request.mailboxId, organizationId: reader.organizationID)
                if let settings = try connection.settings(of: key.mailbox) {
                    standard.text = settings.defaultSignatureText
                    standard.html = settings.defaultSignatureHtml
                }
                return GetSignatureResponse(signature: standard, inherited: true)
            }
        }
    }

    /// Those that can be used now.
    func listSignatures(_ request: ListSignaturesRequest, _ call: Call) throws(Status) -> Answer<ListSignaturesResponse> {
        mailboxes.reading(request, call) { [mailboxes] reader in
            let page = try Page(call, request)
            let account = try mailboxes.account(Field.account(request.accountId, "account_id"), of: reader)
            let found = try await mailboxes.usableSignatures(of: account, page)
            let (shown, next) = page.cut(found, \.mailboxId)
            return ListSignaturesResponse(signatures: shown, nextPageToken: next)
        }
    }
}

extension SignatureKeys.Key {
    init(_ account: String, _ mailbox: String) throws(Status) {
        self.init(account: try Field.account(account, "account_id"), mailbox: try Field.mailbox(mailbox, "mailbox_id"))
    }
}

extension Mailboxes {
    /// An account of the organization of who asks; one that is deleted is not found either. Call `ready` before.
    func account(_ id: AccountID, of reader: AuthorizedAccount) throws(Status) -> AccountID {
        guard let own = index.mailbox(id.mailbox), own.account == id, own.organization.text == reader.organizationID else {
            throw .notFound
        }
        return id
    }

    /// Whether there can be a signature now. Call `ready` before.
    ///
    /// That an account can do nothing in a mailbox is told to those who may know of the mailbox: an administrator, and who can
    /// do nothing there for now. To all others it is not there (D28).
    func judgeSignature(_ key: SignatureKeys.Key, of reader: AuthorizedAccount, _ access: Access) throws(Status) {
        _ = try account(key.account, of: reader)
        guard let mailbox = index.mailbox(key.mailbox), mailbox.organization.text == reader.organizationID else {
            throw .notFound
        }
        if index.uses(key.account, key.mailbox, at: clock()) { return }
        throw reader.has(access) || signatures.isReached(key) ? .noAccess : .notFound
    }

    /// As many as a page takes, read a few at a time: each can have as much as its texts.
    fileprivate func usableSignatures(of account: AccountID, _ page: Page) async throws -> [Signature] {
        var found: [Signature] = []
        var (bytes, last) = (0, page.after)
        while found.count < page.rows, bytes <= Page.bytesMax {
            let read = try await store.read { [last] in
                try $0.signatures(of: account, after: last, limit: Self.signaturesAtOnceMax)
            }
            guard let end = read.last else { break }
            last = end.mailboxId
            for signature in read where isUsable(signature) {
                found.append(signature)
                bytes += signature.text.utf8.count + signature.html.utf8.count
            }
        }
        return found
    }

    private func isUsable(_ signature: Signature) -> Bool {
        guard let account = AccountID(signature.accountId), let mailbox = MailboxID(signature.mailboxId) else { return false }
        return !signatures.keys.isLost(SignatureKeys.Key(account: account, mailbox: mailbox))
            && index.uses(account, mailbox, at: clock())
    }
}

extension AuthorizedAccount {
    /// Whether its roles are enough, and not only that the target is its own.
    fileprivate func has(_ access: Access) -> Bool {
        access.demands(of: self).allSatisfy { $0.held.rawValue >= $0.needed.rawValue }
    }
}

extension Status {
    static let noAccess = Status(
        .failedPrecondition, .noAccess, "the account can do nothing in the mailbox now, so it has no signature for it")
}
