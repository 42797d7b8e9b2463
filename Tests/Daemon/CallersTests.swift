import Contract
import Foundation
import Messages
import RPC
import Testing

@testable import Daemon

/// A callers file that is gone when the test is.
final class CallersFile {
    let path = NSTemporaryDirectory() + "mandate-callers-\(UUID().uuidString).json"

    init(_ text: String) throws {
        try write(text)
    }

    func write(_ text: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }
}

@Suite("The callers file")
struct CallersTests {
    static let text = """
        {"callers": [
          {"uri": "spiffe://t/operator/admin", "methods": ["*"], "acts_for_accounts": true},
          {"uri": "spiffe://t/service/web", "methods": ["mandate.mailbox.v1.AccessService/*"]},
          {"uri": "spiffe://t/service/*", "methods": ["mandate.identity.v1.SessionService/CreateSession"], "source": "identity"}
        ]}
        """

    @Test("an exact rule comes before a prefix; a prefix needs its slash")
    func rules() throws {
        let file = try CallersFile(Self.text)
        let callers = try Callers(path: file.path)
        #expect(
            callers.listing(of: "spiffe://t/service/web").entry?.methods.contains(
                ObjectIdentifier(AccessServiceMethods.check.descriptor)) == true)
        #expect(callers.source(of: Peer(caller: "spiffe://t/service/web")) == nil)
        #expect(callers.source(of: Peer(caller: "spiffe://t/service/other")) == "identity")
        #expect(callers.listing(of: "spiffe://t/service").entry == nil)
        #expect(callers.listing(of: "").entry == nil)
        #expect(callers.listing(of: "spiffe://t/operator/admin").entry?.methods.count == contractMethods.count)
    }

    @Test(
        "a broken file is refused with what is wrong",
        arguments: [
            ("{", "cannot be read"), (#"{"callers": [{"uri": "spiffe://t/service/x"}]}"#, "methods"),
            (#"{"callers": [{"uri": "a", "methods": ["mandate.mailbox.v1.AccessService/Chek"]}]}"#, "Chek"),
            (#"{"callers": [{"uri": "a", "methods": ["*"]}, {"uri": "a", "methods": ["*"]}]}"#, "twice"),
        ])
    func broken(_ text: String, _ named: String) throws {
        let file = try CallersFile(text)
        #expect {
            _ = try Callers(path: file.path)
        } throws: { error in
            "\(error)".contains(named)
        }
    }

    @Test("a broken new file leaves the old list")
    func reload() throws {
        let file = try CallersFile(Self.text)
        let callers = try Callers(path: file.path)
        try file.write("{")
        #expect(throws: SetupError.self) { try callers.reload() }
        #expect(callers.listing(of: "spiffe://t/operator/admin").entry != nil)
        try file.write(#"{"callers": []}"#)
        try callers.reload()
        #expect(callers.listing(of: "spiffe://t/operator/admin").entry == nil)
    }

    @Test(
        "what a caller's URI says it is",
        arguments: [
            ("spiffe://t/service/x", CallerKind.service), ("spiffe://t/operator/x", .operator), ("spiffe://t/service/", nil),
            ("spiffe://t/service", nil), ("https://t/service/x", nil), ("", nil), ("spiffe://t/a/operator/x", nil),
        ] as [(String, CallerKind?)])
    func kinds(_ uri: String, _ kind: CallerKind?) {
        #expect(CallerKind(uri: uri) == kind)
    }
}
