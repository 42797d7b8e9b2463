internal import ArgumentParser
internal import Contract
internal import Messages

// By hand, since a signature comes out of files: on a command line its lines and quotes would be the shell's.

extension SignatureCommand {
    struct Set: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "set",
            abstract: "Sets an account's signature for a mailbox that it can do something in.",
            discussion: """
                What is not given is empty then. With --text-file - or --html-file - it is read from standard input.
                """)
        static let method = SignatureServiceMethods.setSignature
        var server: ServerName { .mailbox }

        @Argument(help: .reference(.account), transform: Reference.account) var account: Reference
        @Argument(help: .reference(.mailbox), transform: Reference.mailbox) var mailbox: Reference
        @OptionGroup var signature: SignatureOptions
        @OptionGroup var justification: JustificationOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var etag: EtagOption
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func validate() throws {
            guard signature.textFile != nil || signature.htmlFile != nil else {
                throw ValidationError("Say --text-file or --html-file, or both.")
            }
        }

        func request(_ connections: Connections) async throws -> SetSignatureRequest {
            let (text, html) = try signature.read()
            let ids = try await connections.ids(of: [account, mailbox])
            return SetSignatureRequest(
                accountId: ids[0],
                mailboxId: ids[1],
                text: text ?? "",
                html: html ?? "",
                justification: justification.justification,
                requestId: change.requestID,
                validateOnly: change.validateOnly,
                etag: etag.etag)
        }
    }
}

extension SetSignatureResponse: Shown {
    var lines: [Line] {
        (signature?.lines ?? []) + [("changed", unchanged ? "nothing: it was so before" : "yes"), ("event", eventId)]
    }
}
