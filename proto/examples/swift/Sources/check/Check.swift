import Foundation

/// Asks mandate-mailbox by the native protocol whether an account may do something with a mailbox.
///
///     check localhost:7402 .mandate/certificates portal acc_… mbx_… OPEN
///
/// Prints `allowed: …` or `denied: …` with the decision's reason. Ends with 0, 1 when denied, and 2 when there is no
/// answer.
@main
struct Check {
    static func main() async {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard arguments.count == 6, let colon = arguments[0].lastIndex(of: ":"),
            let port = Int(arguments[0][colon...].dropFirst()), let right = rights[arguments[5]]
        else { fail("usage: check SERVER CERTIFICATES CALLER ACCOUNT MAILBOX OPEN|SEND|SET_UP") }
        let question = Mandate_Mailbox_V1_CheckRequest.with {
            $0.accountID = arguments[3]
            $0.mailboxID = arguments[4]
            $0.right = right
        }
        do {
            let answer = try await ask(
                question, host: String(arguments[0][..<colon]), port: port,
                certificates: arguments[1], caller: arguments[2])
            print("\(answer.allowed ? "allowed" : "denied"): \(answer.reason)")
            exit(answer.allowed ? 0 : 1)
        } catch let error as CallError {
            fail("\(error.codeName) \(error.reason): \(error.message)")
        } catch {
            fail("UNAVAILABLE DISCONNECTED: \(error)")
        }
    }

    private static let rights: [String: Mandate_Mailbox_V1_Right] = ["OPEN": .open, "SEND": .send, "SET_UP": .setUp]

    /// A program with more to ask keeps the connection open.
    private static func ask(
        _ question: Mandate_Mailbox_V1_CheckRequest, host: String, port: Int, certificates: String, caller: String
    ) async throws -> Mandate_Mailbox_V1_CheckResponse {
        let tls = try Connection.tls(
            authority: "\(certificates)/authority.pem", certificate: "\(certificates)/\(caller).pem",
            key: "\(certificates)/\(caller).key")
        return try await Connection.open(host: host, port: port, tls: tls) { connection in
            try await connection.unary("mandate.mailbox.v1.AccessService/Check", question, seconds: 2)
        }
    }

    private static func fail(_ text: String) -> Never {
        FileHandle.standardError.write(Data("\(text)\n".utf8))
        exit(2)
    }
}
