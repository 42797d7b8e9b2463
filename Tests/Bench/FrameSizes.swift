internal import ArgumentParser
internal import Contract
internal import Messages
internal import RPC

/// The bytes of a Check's frames as they stand on the wire: what the bare TLS echo sends and answers.
struct FrameSizes: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "frame-sizes", abstract: "Prints the bytes of a Check's request frame and of its answer's.")

    func run() {
        let id = String(repeating: "0", count: 26)
        let question = CheckRequest(account: .accountId("acc_" + id), mailbox: .mailboxId("mbx_" + id), right: .open)
        let answer = CheckResponse(allowed: true, reason: .allowedOwner, revision: 542)
        let request = Request(
            method: AccessServiceMethods.check.descriptor.path, timeout: WireDuration(nanoseconds: 29_999_999_999),
            message: question.encoded(), done: true)
        print(
            Self.lengthBytes + Frame(stream: 9999, kind: .request(request)).encoded().count,
            Self.lengthBytes + Frame(stream: 9999, kind: .response(Response(message: answer.encoded()))).encoded().count)
    }

    private static let lengthBytes = 4
}
