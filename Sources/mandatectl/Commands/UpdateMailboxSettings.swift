internal import ArgumentParser
internal import Contract
internal import Messages

// By hand, since the settings are named by their mailbox, and the default signature comes out of files.

extension MailboxCommand {
    struct UpdateSettings: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "update-settings",
            abstract: "Changes a mailbox's settings: all that is said, or nothing.",
            discussion: """
                Whether it is shared is changed by whoever may change its delegates. The default signature, of who has none \
                of its own, is read from files; an empty file takes it away.
                """)
        static let method = MailboxServiceMethods.updateMailboxSettings
        var server: ServerName { .mailbox }

        @Argument(help: .reference(.mailbox), transform: Reference.mailbox) var mailbox: Reference
        @Option(help: "Whether anybody but the owner has any right in it; inherit is as it began.")
        var allowSharedAccess: WordOrInherit<SharedAccess>?
        @Option(help: "Whom recipients see when a delegate sends and its grant says nothing; inherit is as its account says.")
        var displayedSender: WordOrInherit<SenderDisplay>?
        @OptionGroup var signature: SignatureOptions
        @OptionGroup var etag: EtagOption
        @OptionGroup var justification: JustificationOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> UpdateMailboxSettingsRequest {
            let (text, html) = try signature.read()
            var mask = FieldMask()
            if allowSharedAccess != nil { mask.paths.append("allow_shared_access") }
            if displayedSender != nil { mask.paths.append("displayed_sender") }
            if text != nil { mask.paths.append("default_signature_text") }
            if html != nil { mask.paths.append("default_signature_html") }
            guard !mask.paths.isEmpty else {
                throw Failure(
                    "nothing is said that is to change",
                    todo: "say --allow-shared-access or --displayed-sender or --text-file or --html-file")
            }
            return UpdateMailboxSettingsRequest(
                mailboxSettings: MailboxSettings(
                    mailboxId: try await connections.id(of: mailbox),
                    allowSharedAccess: allowSharedAccess?.value ?? .unspecified,
                    displayedSender: displayedSender?.value ?? .unspecified,
                    defaultSignatureText: text ?? "",
                    defaultSignatureHtml: html ?? "",
                    etag: etag.etag),
                updateMask: mask,
                justification: justification.justification,
                requestId: change.requestID,
                validateOnly: change.validateOnly)
        }
    }
}

/// A value of an enum of the contract, or `inherit` for none of its own.
struct WordOrInherit<Value: MessageEnum>: ExpressibleByArgument {
    let value: Value

    init?(argument: String) {
        guard let value = argument.lowercased() == "inherit" ? Value(rawValue: 0) : Value(word: argument) else { return nil }
        self.value = value
    }

    static var allValueStrings: [String] { Value.words + ["inherit"] }
}

extension UpdateMailboxSettingsResponse: Shown {
    var lines: [Line] {
        (mailboxSettings?.lines ?? [])
            + [("changed", unchanged ? "nothing: it was so before" : "yes"), ("event", eventId)]
    }
}
