import Testing

@testable import mandatectl

@Suite("Who acts, and where the servers are")
struct ActingTests {
    private func acting(_ account: String?, _ session: String?, _ environment: String?) throws -> String {
        let account = try account.map { try Reference($0, .account) }
        switch try Acting(account: account, session: session, environment: environment) {
        case .nobody: return "nobody"
        case .account(let account): return "account \(account)"
        case .session(let token): return "session \(token)"
        }
    }

    @Test("One of the three says who acts; an empty variable says nothing, and a file is nearer than the environment")
    func who() throws {
        #expect(try acting(nil, nil, nil) == "nobody" && acting(nil, nil, "") == "nobody")
        #expect(try acting(nil, nil, "e") == "session e" && acting(nil, "f", nil) == "session f")
        #expect(try acting(nil, "f", "e") == "session f" && acting(nil, "f", "") == "session f")
        #expect(try acting("a@b.example", nil, nil) == "account a@b.example")
        #expect(try acting("a@b.example", nil, "") == "account a@b.example")
    }

    @Test(
        "An account beside a session is refused: neither silently beats the other",
        arguments: [("f", nil, "--session-file"), (nil, "e", "MANDATE_SESSION"), ("f", "e", "--session-file")]
            as [(String?, String?, String)])
    func disagreement(_ session: String?, _ environment: String?, _ named: String) {
        #expect {
            _ = try acting("a@b.example", session, environment)
        } throws: { error in
            (error as? Failure)?.what.contains(named) == true && (error as? Failure)?.status == .broken
        }
    }

    @Test("A server is HOST:PORT", arguments: [("127.0.0.1:7401", 7401), ("identity:1", 1), ("[::1]:65535", 65_535)])
    func server(_ text: String, _ port: Int) throws {
        let address = try ServerAddress(text)
        #expect(address.port == port && "\(address.host):\(address.port)" == text)
    }

    @Test(
        "Anything else is none, a mailbox's address before all",
        arguments: [
            "", "nowhere", ":7401", "a:", "a:0", "a:65536", "a:b", "help@acme.example", "help@acme.example:7402", "mbx_x",
        ])
    func noServer(_ text: String) {
        #expect(throws: Failure.self) { try ServerAddress(text) }
    }

    @Test(
        "What a command says of arguments that cannot be meant",
        arguments: [
            (["revoke", "dlg_x", "--mailbox", "help@acme.example"], "name the mailbox with --mailbox-id"),
            (["log", "list", "--mailbox", "help@acme.example"], "name the mailbox with --mailbox-id"),
            (["server", "--audit", "nowhere"], "--audit is where mandate-audit listens"),
            (["revoke"], "--mailbox-id and --grantee"), (["revoke", "--grantee", "group:a"], "--mailbox-id and --grantee"),
            (["revoke", "--mailbox-id", "help@acme.example"], "--mailbox-id and --grantee"),
            (["check", "--file", "q.csv", "a@b.example"], "not both"),
            (["check", "--file", "q.csv", "--output", "json"], "CSV"),
            (["check", "p\u{E9}ter@b.example", "c@b.example", "open"], "only ASCII may stand before the @"),
            (["check", "\u{212A}@b.example", "c@b.example", "open"], "only ASCII may stand before the @"),
            (["check", " ada@b.example", "c@b.example", "open"], "not an address of the form"),
            (["log", "list", "--actor", "nonsense"], "a whole id"), (["log", "list", "--actor", "acc_01m8"], "a whole id"),
        ])
    func said(_ arguments: [String], _ words: String) {
        #expect {
            _ = try Mandatectl.parseAsRoot(arguments)
        } throws: { error in
            Mandatectl.text(for: error).contains(words) && CommandStatus(of: error) == .broken
        }
    }
}
