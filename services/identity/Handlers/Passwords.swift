internal import CryptoExtras
internal import Foundation
internal import IdentityDomain
internal import IdentityStorage
internal import SQL
internal import Synchronization

/// Hashes passwords with scrypt, away from event loops and from the writer: two at a time, at most 64 waiting.
///
/// Each takes 32 MiB and a tenth of a second on purpose. Without the bounds anybody who may sign in could use up
/// the machine; with them, one more is refused at once. On threads of their own: a queue of the dispatch library shares
/// its threads, one for each core, with all tasks of the process, and two passwords would hold them all.
final class Passwords: Sendable {
    static let width = 2
    static let waitingMax = 64
    static let threadName = "mandate.scrypt"
    private static let hashBytes = 32
    private static let saltBytes = 16

    private struct State {
        var running = 0
        var waiting: [@Sendable () -> Void] = []
    }

    private let cost: ScryptCost
    private let random: @Sendable (Int) -> [UInt8]
    private let derive: @Sendable (String, Credential) throws -> [UInt8]
    private let state = Mutex(State())
    /// Of a password nobody has: checked where there is no credential, so that this takes as long.
    private let dummy: Credential

    init(
        cost: ScryptCost, random: @escaping @Sendable (Int) -> [UInt8],
        derive: @escaping @Sendable (String, Credential) throws -> [UInt8] = Passwords.scrypt
    ) {
        self.cost = cost
        self.random = random
        self.derive = derive
        dummy = Credential(
            rounds: cost.rounds, blockSize: cost.blockSize, parallelism: cost.parallelism,
            salt: random(Self.saltBytes), hash: random(Self.hashBytes))
    }

    /// A new credential; throws a `Refusal` with `.overloaded`.
    func credential(for password: String) async throws -> Credential {
        var credential = dummy
        credential.salt = random(Self.saltBytes)
        credential.hash = try await hash(password, credential)
        return credential
    }

    /// Whether it is the password. Takes as long without a credential, and is then false.
    func matches(_ password: String, _ credential: Credential?) async throws -> Bool {
        let expected = credential ?? dummy
        let found = try await hash(password, expected)
        return Self.equal(found, expected.hash) && credential != nil
    }

    private func hash(_ password: String, _ credential: Credential) async throws -> [UInt8] {
        try await withCheckedThrowingContinuation { (waiting: CheckedContinuation<[UInt8], any Error>) in
            let derive = self.derive
            let accepted = submit { waiting.resume(with: Result { try derive(password, credential) }) }
            if !accepted {
                waiting.resume(throwing: Refusal(.overloaded, "too many passwords are being checked; try again"))
            }
        }
    }

    static func scrypt(_ password: String, _ credential: Credential) throws -> [UInt8] {
        let key = try KDF.Scrypt.deriveKey(
            from: Data(password.utf8), salt: Data(credential.salt), outputByteCount: hashBytes,
            rounds: credential.rounds, blockSize: credential.blockSize, parallelism: credential.parallelism)
        return unsafe key.withUnsafeBytes { unsafe Array($0) }
    }

    /// False when too many wait.
    private func submit(_ job: @escaping @Sendable () -> Void) -> Bool {
        let starts: Bool? = state.withLock { state in
            if state.running < Self.width {
                state.running += 1
                return true
            }
            guard state.waiting.count < Self.waitingMax else { return nil }
            state.waiting.append(job)
            return false
        }
        guard let starts else { return false }
        if starts {
            let thread = Thread {
                Thread.takeName(Self.threadName)
                self.run(job)
            }
            thread.start()
        }
        return true
    }

    private func run(_ first: @Sendable () -> Void) {
        first()
        while let next = next() { next() }
    }

    private func next() -> (@Sendable () -> Void)? {
        state.withLock { state in
            if state.waiting.isEmpty {
                state.running -= 1
                return nil
            }
            return state.waiting.removeFirst()
        }
    }

    /// In a time that does not depend on where they differ.
    private static func equal(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
