import AuditDomain
import Messages
import RPC
import Testing

@Suite("Proving")
struct ProvingTests {
    let service: TestService

    init() async throws {
        service = try TestService()
        try await service.append(1...300)
    }

    @Test func anEventIsProvedByItsBytes() async throws {
        let answer = try await service.events.proveEvent(
            ProveEventRequest(organizationId: orgA, eventId: evt(77)), acting("acc_full"))
        let head = try head(answer.head)
        #expect(answer.leaf == leaf(event(77)))
        #expect(answer.recorded?.index == 76)
        #expect(head.size == 300)
        try InclusionProof(index: 76, path: path(answer.path)).verify(leaf: .leaf(answer.leaf), in: head)
    }

    @Test func inTheTreeAskedFor() async throws {
        let answer = try await service.events.proveEvent(
            ProveEventRequest(organizationId: orgA, eventId: evt(77), treeSize: 100), acting("acc_full"))
        let root = try await service.logReader.getLogRoot(
            GetLogRootRequest(organizationId: orgA, treeSize: 100), acting("acc_full"))
        #expect(answer.head == root.head)
        try InclusionProof(index: 76, path: path(answer.path)).verify(leaf: .leaf(leaf(event(77))), in: head(root.head))
    }

    @Test func growthIsProved() async throws {
        let before = try await service.logReader.getLogRoot(GetLogRootRequest(organizationId: orgA), acting("acc_full"))
        try await service.append(301...420)
        let answer = try await service.logReader.proveLogConsistency(
            ProveLogConsistencyRequest(organizationId: orgA, firstSize: 300), acting("acc_full"))
        #expect(answer.first == before.head)
        #expect(answer.second?.size == 420)
        try ConsistencyProof(path: path(answer.path)).verify(from: head(before.head), to: head(answer.second))
    }

    @Test("asking for a root adds nothing to the log")
    func rootsAreNotReadings() async throws {
        let first = try await service.logReader.getLogRoot(GetLogRootRequest(organizationId: orgA), acting("acc_full"))
        let second = try await service.logReader.getLogRoot(GetLogRootRequest(organizationId: orgA), acting("acc_full"))
        #expect(first == second)
    }

    @Test func whatCannotBeProved() async throws {
        func prove(_ id: String, _ size: Int64 = 0) async throws -> ProveEventResponse {
            try await service.events.proveEvent(
                ProveEventRequest(organizationId: orgA, eventId: id, treeSize: size), acting("acc_full"))
        }
        func growth(_ first: Int64, _ second: Int64 = 0) async throws -> ProveLogConsistencyResponse {
            try await service.logReader.proveLogConsistency(
                ProveLogConsistencyRequest(organizationId: orgA, firstSize: first, secondSize: second),
                acting("acc_full"))
        }
        await refused(.invalidArgument, .missingField) { try await prove("") }
        await refused(.notFound, .notFound) { try await prove(evt(999)) }
        await refused(.outOfRange, .treeTooSmall) { try await prove(evt(1), 900) }
        await refused(.invalidArgument, .invalidField) { try await prove(evt(101), 100) }
        await refused(.invalidArgument, .invalidField) { try await prove(evt(1), -1) }
        await refused(.invalidArgument, .invalidField) { try await growth(0) }
        await refused(.invalidArgument, .invalidField) { try await growth(-5) }
        await refused(.invalidArgument, .invalidField) { try await growth(10, 9) }
        await refused(.outOfRange, .treeTooSmall) { try await growth(10, 900) }
        await refused(.outOfRange, .treeTooSmall) { try await growth(900) }
        await refused(.outOfRange, .treeTooSmall) {
            try await service.logReader.getLogRoot(
                GetLogRootRequest(organizationId: orgA, treeSize: .max), acting("acc_full"))
        }
    }

    private func head(_ head: TreeHead?) throws -> LogHead {
        let head = try #require(head)
        return LogHead(size: Int(head.size), root: try #require(TreeHash(head.root)))
    }

    private func path(_ path: [[UInt8]]) throws -> [TreeHash] {
        try path.map { try #require(TreeHash($0)) }
    }
}
