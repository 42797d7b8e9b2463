internal import Contract
internal import MailboxDomain
internal import MailboxStorage
internal import Messages
internal import Mutations
internal import RPC
internal import SQL

extension MailboxHandler {
    /// One row, whatever it says and however many delegates there are: sharing is off for all of them with its commit (D7).
    ///
    /// Who may stands field by field: whether it is shared is a matter of its delegates (D5, C6), all else of its settings (D10).
    func updateMailboxSettings(
        _ request: UpdateMailboxSettingsRequest, _ call: Call
    ) throws(Status) -> Answer<UpdateMailboxSettingsResponse> {
        let fields = try SettingsField.all(request.updateMask)
        let wanted = request.mailboxSettings ?? MailboxSettings()
        let id = try Field.mailbox(wanted.mailboxId, "mailbox_settings.mailbox_id")
        return mailboxes.changing(request, call, needsView: true, grounds: request.grounds(call.access(for: request))) {
            [mailboxes] write, account in
            let mailbox = try mailboxes.mailbox(id, of: account)
            if fields.contains(.allowSharedAccess) { try mailboxes.guardAdministrator(mailbox, account) }
            let stored = try write.tx.settings(of: id)
            let before = try write.changing(stored ?? .begun(id, in: mailbox.organization))
            let policies = mailboxes.index.policies(of: mailbox.organization)
            var after = before
            for field in fields { try field.take(wanted, &after, policies) }
            if write.differences(before, after).isEmpty {
                return UpdateMailboxSettingsResponse(mailboxSettings: before, unchanged: true)
            }
            after.updateTime = Timestamp(microsecondsSince1970: write.tx.now)
            after = stored == nil ? try write.tx.insert(after) : try write.tx.update(after)
            try write.report(before, after)
            return UpdateMailboxSettingsResponse(mailboxSettings: after)
        }
    }
}

/// A field that an update can name. Raw values are the names of the settings' fields.
private enum SettingsField: String, CaseIterable {
    case allowSharedAccess = "allow_shared_access"
    case displayedSender = "displayed_sender"
    case defaultSignatureText = "default_signature_text"
    case defaultSignatureHtml = "default_signature_html"

    static func all(_ mask: FieldMask?) throws(Status) -> Set<SettingsField> {
        let paths = mask?.paths ?? []
        if paths.isEmpty { throw .missing("update_mask") }
        var fields: Set<SettingsField> = []
        for path in paths {
            guard let field = SettingsField(rawValue: path) else {
                throw .invalid("update_mask", "settings are \(allCases.map(\.rawValue).joined(separator: ", "))")
            }
            fields.insert(field)
        }
        return fields
    }

    func take(
        _ wanted: Messages.MailboxSettings, _ settings: inout Messages.MailboxSettings, _ policies: Policies
    ) throws(Status) {
        switch self {
        case .allowSharedAccess: settings.allowSharedAccess = wanted.allowSharedAccess
        case .displayedSender:
            if policies.noDisplayedSender, wanted.displayedSender != .unspecified {
                throw Status(GrantRefusal.senderUnsupported)
            }
            settings.displayedSender = wanted.displayedSender
        case .defaultSignatureText: settings.defaultSignatureText = wanted.defaultSignatureText
        case .defaultSignatureHtml: settings.defaultSignatureHtml = wanted.defaultSignatureHtml
        }
    }
}

extension UpdateMailboxSettingsRequest {
    /// For each demand that the account's roles do not meet, what in the mailbox stands in for it.
    fileprivate func grounds(_ access: Access) -> Grounds {
        { account in
            access.demands(of: account).filter { $0.held.rawValue < $0.needed.rawValue }
                .map { $0.scope == "delegations" ? .manages : .setsUp }
        }
    }
}
