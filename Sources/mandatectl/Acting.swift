/// For whom a command acts.
enum Acting {
    case nobody
    case account(Reference)
    /// With a token of 'session create'.
    case session(String)

    /// The environment's token gives way to the one of --session-file, which says the same in another way, and never to
    /// --as: whoever exported a session and names another account would act as somebody else than one of the two says.
    init(account: Reference?, session: String?, environment: String?) throws(Failure) {
        // As a shell unsets it for one command.
        let exported = environment.flatMap { $0.isEmpty ? nil : $0 }
        switch (account, session ?? exported) {
        case (nil, nil): self = .nobody
        case (nil, let token?): self = .session(token)
        case (let account?, nil): self = .account(account)
        case (_?, _?):
            throw session == nil
                ? Failure(
                    "--as and MANDATE_SESSION both say who acts",
                    todo: "leave out --as, or say MANDATE_SESSION= before the command")
                : Failure("--as and --session-file both say who acts", todo: "say one of them")
        }
    }
}
