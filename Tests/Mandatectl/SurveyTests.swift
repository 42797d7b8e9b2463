import Messages
import RPC
import Testing

@testable import mandatectl

@Suite("What several servers answer")
struct SurveyTests {
    private func survey(_ failing: [ServerName: Status]) async throws -> Survey<String> {
        try await Survey(ServerName.allCases, try ConnectionOptions.parse([])) { server in
            if let status = failing[server] { throw status }
            return server.rawValue
        }
    }

    private let gone = Status(.unavailable, .disconnected, "the server cannot be reached")

    @Test("one that is not reached hides no other, whichever it is", arguments: ServerName.allCases)
    func oneIsGone(_ server: ServerName) async throws {
        let survey = try await survey([server: gone])
        #expect(survey.answers == ServerName.allCases.filter { $0 != server }.map(\.rawValue))
        #expect(survey.unanswered.map(\.server) == [server])
        #expect(survey.unanswered.map(\.reason) == ["not reached: the server cannot be reached [DISCONNECTED]"])
        #expect(survey.status == .unanswered)
    }

    @Test("one that refuses was reached, and says why")
    func oneRefuses() async throws {
        let survey = try await survey([
            .identity: Status(.permissionDenied, .callerNotAllowed, "not listed"),
            .audit: Status(.unimplemented, .unknownMethod, "no such method"),
        ])
        #expect(
            survey.unanswered.map(\.reason) == [
                "no answer: not listed [CALLER_NOT_ALLOWED]", "no answer: no such method [UNKNOWN_METHOD]",
            ])
        #expect(survey.status == .unanswered, "the one that may be asked again counts")
        #expect(try await self.survey([.audit: Status(.unimplemented, .unknownMethod, "x")]).status == .broken)
    }

    @Test("the exit status is that of who gave no answer")
    func ends() async throws {
        try await survey([:]).end()
        let one = try await survey([.mailbox: gone])
        #expect { try one.end() } throws: { CommandStatus(of: $0) == .unanswered }
    }

    @Test("who gave no answer is a row below, and makes no column wider")
    func table() {
        #expect(
            Table.text(header: ["server", "version"], rows: [["a", "1"]], reasons: [["b", "not reached: gone"]])
                == "SERVER  VERSION\na       1\nb       not reached: gone")
    }
}
