import Contract
import Messages
import RPC

extension House {
    /// Changes what `fields` name, with spaces between them.
    @discardableResult
    func settle(
        _ mailbox: Int, _ fields: String, _ settings: MailboxSettings, by actor: Int = 30,
        _ change: (inout UpdateMailboxSettingsRequest) -> Void = { _ in }
    ) async throws(Status) -> UpdateMailboxSettingsResponse {
        var request = UpdateMailboxSettingsRequest(
            mailboxSettings: settings, updateMask: FieldMask(paths: fields.split(separator: " ").map(String.init)))
        request.mailboxSettings?.mailboxId = mbx(mailbox)
        change(&request)
        return try await call(MailboxServiceMethods.updateMailboxSettings, request, as: acc(actor))
    }

    @discardableResult
    func share(_ mailbox: Int, _ shared: SharedAccess, by actor: Int = 30) async throws(Status) -> UpdateMailboxSettingsResponse {
        try await settle(mailbox, "allow_shared_access", MailboxSettings(allowSharedAccess: shared), by: actor)
    }

    func settings(_ mailbox: Int, by actor: Int = 30) async throws(Status) -> GetMailboxSettingsResponse {
        try await call(
            MailboxServiceMethods.getMailboxSettings, GetMailboxSettingsRequest(mailboxId: mbx(mailbox)), as: acc(actor))
    }
}
