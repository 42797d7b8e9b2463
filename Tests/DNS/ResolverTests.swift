import DNS
import Testing

struct ResolverTests {
    @Test("servers that are none are refused at the start", arguments: ["dns.example.org", "127.0.0.1:port", "300.0.0.1"])
    func badServers(_ servers: String) {
        #expect(throws: ResolverError.self) { try Resolver(servers: servers) }
    }
}
