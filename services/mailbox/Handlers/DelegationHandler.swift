internal import Contract
internal import Messages
internal import RPC

/// Grants and revocations. Each use case has its own file.
struct DelegationHandler: DelegationService {
    let mailboxes: Mailboxes
}
