import DNS
import Dispatch
import Testing

@Suite struct ResolverTests {
    private let name = "_mandate.acme.example"

    private func ask(
        _ timeout: Duration = .seconds(60), _ reply: @escaping @Sendable ([UInt8], Bool) -> [[UInt8]]
    ) async throws -> TextLookup {
        try await Resolver(servers: NameServer(reply).servers, timeout: timeout).texts(of: name)
    }

    @Test("servers that are none are refused at the start", arguments: ["dns.example.org", "127.0.0.1:port", "300.0.0.1"])
    func badServers(_ servers: String) {
        #expect(throws: ResolverError.self) { try Resolver(servers: servers) }
    }

    @Test("B5 each record is one text, whatever strings it was cut into")
    func records() async throws {
        let found = try await ask { question, _ in
            [Wire.answer(to: question, [Wire.text("mandate-", "verification=1"), Wire.text(""), Wire.text("v=spf1 -all")])]
        }
        #expect(found == .records([Array("mandate-verification=1".utf8), [], Array("v=spf1 -all".utf8)]))
    }

    @Test("a name without texts, and no such name")
    func none() async throws {
        #expect(try await ask { question, _ in [Wire.answer(to: question)] } == .noRecord)
        #expect(try await ask { question, _ in [Wire.answer(to: question, code: 3)] } == .noDomain)
    }

    @Test("an alias (CNAME) in front of the texts, also a long chain of them")
    func alias() async throws {
        let found = try await ask { question, _ in
            let chain = (0..<12).map { Wire.record(5, Wire.name("c\($0).example")) }
            return [Wire.answer(to: question, chain + [Wire.text("yes")])]
        }
        #expect(found == .records([Array("yes".utf8)]))
        let alone = try await ask { question, _ in [Wire.answer(to: question, [Wire.record(5, [0xc0, 12])])] }
        #expect(alone == .noRecord || alone == .failed(.malformed))
    }

    @Test("what does not fit into UDP is asked for over TCP")
    func truncated() async throws {
        let found = try await ask { question, isTCP in
            [Wire.answer(to: question, truncated: !isTCP, isTCP ? [Wire.text("yes")] : [])]
        }
        #expect(found == .records([Array("yes".utf8)]))
    }

    @Test("more records than are read, and more bytes")
    func tooLarge() async throws {
        let records = try await ask { question, isTCP in
            [Wire.answer(to: question, truncated: !isTCP, isTCP ? Array(repeating: Wire.text("x"), count: 65) : [])]
        }
        #expect(records == .failed(.tooLarge))
        let bytes = try await ask { question, isTCP in
            let long = String(repeating: "x", count: 255)
            return [
                Wire.answer(to: question, truncated: !isTCP, isTCP ? Array(repeating: Wire.text(long, long), count: 60) : [])
            ]
        }
        #expect(bytes == .failed(.tooLarge))
    }

    @Test("a record that points at itself, or that ends behind the message")
    func malformed() async throws {
        let loop = try await ask { question, _ in
            let at = UInt8(question.count)
            return [Wire.answer(to: question, [Wire.record(16, [1, 0x78], owner: [0xc0, at])])]
        }
        #expect(loop == .failed(.malformed))
        let cut = try await ask { question, _ in [Array(Wire.answer(to: question, [Wire.text("mandate")]).dropLast(3))] }
        #expect(cut == .failed(.malformed))
        let string = try await ask { question, _ in [Wire.answer(to: question, [Wire.record(16, [200, 0x78])])] }
        #expect(string == .failed(.malformed))
        let missing = try await ask { question, _ in [Wire.answer(to: question, count: 9, [Wire.text("x")])] }
        #expect(missing == .failed(.malformed))
    }

    @Test("a server that refuses or fails", arguments: [2, 4, 5] as [UInt8])
    func refused(_ code: UInt8) async throws {
        #expect(try await ask { question, _ in [Wire.answer(to: question, code: code)] } == .failed(.refused))
    }

    @Test("answers to other questions are passed over until the time is over, and silence is waited for no longer")
    func stranger() async throws {
        let time = Duration.milliseconds(300)
        for reply: @Sendable ([UInt8], Bool) -> [[UInt8]] in [
            { question, _ in [Wire.answer(to: question, id: [question[0] ^ 1, question[1]], [Wire.text("lie")])] },
            { question, _ in
                var other = question
                other[13] ^= 1
                return [Wire.answer(to: other, [Wire.text("lie")])]
            },
            { _, _ in [[1], []] },
            { _, _ in [] },
        ] {
            #expect(try await ask(time, reply) == .failed(.timeout))
        }
    }

    @Test("a true answer behind lies counts")
    func behindLies() async throws {
        let found = try await ask { question, _ in
            [
                Wire.answer(to: question, id: [question[0] ^ 1, question[1]], [Wire.text("lie")]),
                Wire.answer(to: question, [Wire.text("true")]),
            ]
        }
        #expect(found == .records([Array("true".utf8)]))
    }

    @Test("the second server is asked where the first refuses")
    func second() async throws {
        let first = try NameServer { question, _ in [Wire.answer(to: question, code: 5)] }
        let other = try NameServer { question, _ in [Wire.answer(to: question, [Wire.text("yes")])] }
        let resolver = try Resolver(servers: "\(first.servers),\(other.servers)", timeout: .seconds(60))
        #expect(await resolver.texts(of: name) == .records([Array("yes".utf8)]))
        #expect(first.questions >= 1 && other.questions == 1)
    }

    @Test("no more look-ups run than may, and what is over makes room")
    func bounded() async throws {
        // Nobody is answered before it is open.
        let gate = DispatchSemaphore(value: 0)
        let server = try NameServer { question, _ in
            gate.wait()
            gate.signal()
            return [Wire.answer(to: question, [Wire.text("yes")])]
        }
        let resolver = try Resolver(servers: server.servers, timeout: .seconds(600))
        let found = await withTaskGroup(of: TextLookup.self) { group in
            for _ in 0..<(Resolver.runningMax + 4) { group.addTask { await resolver.texts(of: "slow.example") } }
            var found: [TextLookup] = []
            while let one = await group.next() {
                found.append(one)
                if found.count == 4 { gate.signal() }
            }
            return found
        }
        #expect(found.prefix(4).allSatisfy { $0 == .failed(.busy) })
        #expect(found.dropFirst(4).allSatisfy { $0 == .records([Array("yes".utf8)]) })
        #expect(await resolver.texts(of: "slow.example") == .records([Array("yes".utf8)]))
    }
}
