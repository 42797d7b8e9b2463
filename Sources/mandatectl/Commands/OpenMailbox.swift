internal import ArgumentParser
internal import Contract
internal import Messages
internal import RPC

// By hand, since it ends with the decision's exit status, and asks by address as `check` does.

extension MailboxCommand {
    struct Open: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "open", abstract: "Opens a mailbox for an account, recorded as a use.",
            discussion: """
                What is decided is what check says about open; who can open folders of it only opens it by the first of them. \
                A denial is recorded too. Exit status 0 allowed, 1 denied, 2 the question was broken, 3 nobody answered, as of \
                check.
                """)
        @Argument(help: .reference(.account), transform: Reference.account) var account: Reference
        @Argument(help: .reference(.mailbox), transform: Reference.mailbox) var mailbox: Reference
        @OptionGroup var justification: JustificationOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func run() async throws {
            let decision = try await Connections.with(connection) { connections in
                var request = OpenMailboxRequest(
                    justification: justification.justification, requestId: change.requestID,
                    validateOnly: change.validateOnly)
                let asked = try await connections.askedAbout([account, mailbox])
                switch asked[0] {
                case .id(let id): request.account = .accountId(id)
                case .address(let address): request.account = .accountAddress(address)
                }
                switch asked[1] {
                case .id(let id): request.mailbox = .mailboxId(id)
                case .address(let address): request.mailbox = .mailboxAddress(address)
                }
                let answer = try await MailboxClient(transport: connections.mailbox()).openMailbox(
                    request, connections.callOptions)
                Output(output).one(
                    answer, (answer.decision?.told ?? []) + (answer.access?.lines ?? []) + [("event", answer.eventId)])
                return answer.decision
            }
            guard let decision else { throw Failure("the server's answer lacks the decision", status: .unanswered) }
            try decision.end()
        }
    }
}
