import Foundation
import IdentityStorage
import Synchronization
import Testing

@testable import IdentityHandlers

@Suite struct PasswordThreadTests {
    private final class Names: Sendable {
        let seen = Mutex<[String?]>([])
    }

    @Test("passwords are hashed on threads of their own, not on those that all tasks share")
    func ownThreads() async throws {
        let names = Names()
        let passwords = Passwords(cost: .standard, random: { [UInt8](repeating: 1, count: $0) }) { password, _ in
            names.seen.withLock { $0.append(Thread.current.name) }
            return Array(password.utf8)
        }
        try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for index in 0..<8 {
                group.addTask { try await passwords.credential(for: "\(index)").hash }
            }
            let hashes = try await group.reduce(into: Set<[UInt8]>()) { $0.insert($1) }
            #expect(hashes == Set((0..<8).map { Array("\($0)".utf8) }))
        }
        #expect(names.seen.withLock { $0 } == Array(repeating: Passwords.threadName, count: 8))
    }
}
