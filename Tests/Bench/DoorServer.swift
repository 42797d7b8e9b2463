internal import ArgumentParser
internal import Contract
internal import Foundation
internal import Messages
internal import NIOPosix
internal import RPC
internal import TLS

/// `Check` behind gRPC's door, answered from nothing but the question, as `Peers/grpc_cpp` does: what the door itself costs.
///
/// h2load, which asks, has no client certificate; so this server wants none.
struct DoorServer: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "door", abstract: "Serves Check over h2 without client certificates, until it is killed.")

    @Option var port: Int
    @Option(help: "The folder with mandate-mailbox.pem and its key.") var certificates: String

    func run() async throws {
        let tls = try TLSContext(
            role: .server(clientCertificates: false),
            files: TLSFiles(
                certificate: certificates + "/mandate-mailbox.pem", key: certificates + "/mandate-mailbox.key",
                authority: nil),
            protocols: ["h2"], minimumVersion: .tls12)
        var router = Router()
        router.unary(AccessServiceMethods.check) { question, _ in .now(Self.answer(question)) }
        let server = try await Server.start(
            host: "127.0.0.1", port: port, tls: tls, router: router, group: MultiThreadedEventLoopGroup.singleton,
            errors: { error, _ in print(error) })
        print(server.port)
        while true { try await Task.sleep(for: .seconds(3600)) }
    }

    static func answer(_ question: CheckRequest) -> CheckResponse {
        guard case .accountId(let account) = question.account, case .mailboxId(let mailbox) = question.mailbox else {
            return CheckResponse(reason: .noSuchAccount)
        }
        // Behind the prefixes acc_ and mbx_: one's own mailbox.
        let isOwner = account.dropFirst(4) == mailbox.dropFirst(4)
        return CheckResponse(allowed: isOwner, reason: isOwner ? .allowedOwner : .noGrant, revision: 542)
    }
}

/// What h2load sends and a static server answers, as files.
struct DoorFiles: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "door-files",
        abstract: "Writes a Check's request and answer as gRPC's bodies: FOLDER/question, FOLDER/answer.")

    @Argument var folder: String

    func run() throws {
        let id = String(repeating: "0", count: 26)
        let question = CheckRequest(account: .accountId("acc_" + id), mailbox: .mailboxId("mbx_" + id), right: .open)
        for (name, message) in [("question", question.encoded()), ("answer", DoorServer.answer(question).encoded())] {
            let prefix: [UInt8] = [0, 0, 0, 0, UInt8(message.count)]
            try Data(prefix + message).write(to: URL(fileURLWithPath: folder).appending(path: name))
        }
    }
}
