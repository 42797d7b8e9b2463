import Foundation
import Testing

/// What `proto/` may not hold, for protobuf-c's sake (see `proto/generator`), and what it must say.
struct ProtoTests {
    @Test("no message holds itself, no map, no optional")
    func shapes() throws {
        let contract = try contract()
        let messages = contract.flatMap(\.proto.messages)
        var violations: [Violation] = []
        for (file, proto) in contract {
            if proto.syntax != "proto3" { violations.append(Violation(file.path, "is not proto3")) }
            for message in proto.messages {
                if Self.recursive(message, among: messages) {
                    violations.append(Violation(file.path, message.line, "\(message.name) holds itself"))
                }
                for field in message.fields where field.type == "map" || !["", "repeated"].contains(field.label) {
                    let what = field.type == "map" ? "a map" : field.label
                    violations.append(Violation(file.path, field.line, "\(message.name).\(field.name) is \(what)"))
                }
            }
        }
        expectNone(violations)
    }

    @Test("a caller's list names methods that exist", arguments: ["identity", "mailbox", "audit"])
    func callers(_ service: String) throws {
        struct List: Decodable {
            struct Caller: Decodable { let uri: String, methods: [String] }
            let callers: [Caller]
        }
        let path = "services/\(service)/callers.json"
        let file = try #require(Repository.here.file(path))
        let known = Set(try contract().flatMap(\.proto.methods).map(\.path))
        for caller in try JSONDecoder().decode(List.self, from: Data(file.text.utf8)).callers {
            for method in caller.methods where method != "*" {
                let prefix = method.hasSuffix("/*") ? String(method.dropLast()) : nil
                let exists = prefix.map { prefix in known.contains { $0.hasPrefix(prefix) } } ?? known.contains(method)
                #expect(exists, "\(path): \(caller.uri) is listed for \(method), which does not exist")
            }
        }
    }

    @Test("what is refused would be seen")
    func reading() throws {
        let proto = try Proto(
            """
            syntax = "proto3"; // with a { in a comment
            package a.b;
            import "google/protobuf/timestamp.proto";
            message Tree { oneof kind { Leaf leaf = 1; Inner inner = 2; } reserved 3, 4; }
            message Leaf { map<string, int32> counts = 1; optional string name = 2 [deprecated = true]; }
            message Inner { message Part { repeated .a.b.Tree trees = 1; } Part part = 1; enum E { E_NONE = 0; } E e = 2; }
            service S {
              rpc One(Leaf) returns (stream Leaf);
              rpc Two(stream Leaf) returns (Leaf) { option (a) = {kind: X, demands: [{scope: "x", level: Y}]}; option (b) = {}; }
              rpc Three(Leaf) returns (Leaf) {}
            }
            """)
        let recursive = proto.messages.filter { Self.recursive($0, among: proto.messages) }.map(\.name)
        #expect(recursive.sorted() == ["a.b.Inner", "a.b.Inner.Part", "a.b.Tree"])
        let fields = proto.messages.flatMap(\.fields).map { "\($0.label) \($0.type) \($0.name)" }
        #expect(fields.contains(" map counts") && fields.contains("optional string name"))
        #expect(proto.methods.map(\.path) == ["a.b.S/One", "a.b.S/Two", "a.b.S/Three"])
    }

    private func contract() throws -> [(file: RepositoryFile, proto: Proto)] {
        try Repository.here.files.filter { $0.path.hasPrefix("proto/mandate/") && $0.suffix == "proto" }.map { file in
            do { return (file, try Proto(file.text)) } catch {
                throw ProtoError(line: 0, "\(file.path): \(error)")
            }
        }
    }

    /// Whether a message can hold one of its own kind, directly or through others.
    private static func recursive(_ message: Proto.Message, among messages: [Proto.Message]) -> Bool {
        let byName = Dictionary(messages.map { ($0.name, $0) }) { first, _ in first }
        var seen: Set<String> = []
        var open = [message]
        while let next = open.popLast() {
            for field in next.fields {
                guard let held = resolve(field.type, in: next.name, byName) else { continue }
                if held.name == message.name { return true }
                if seen.insert(held.name).inserted { open.append(held) }
            }
        }
        return false
    }

    /// protobuf's rule: from the innermost scope outwards.
    private static func resolve(_ type: String, in scope: String, _ byName: [String: Proto.Message]) -> Proto.Message? {
        if type.hasPrefix(".") { return byName[String(type.dropFirst())] }
        var parts = scope.split(separator: ".")
        while !parts.isEmpty {
            if let found = byName[parts.joined(separator: ".") + "." + type] { return found }
            parts.removeLast()
        }
        return byName[type]
    }
}
