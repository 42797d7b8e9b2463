/// What is fuzzed. Each takes any bytes at all and throws when one of its promises does not hold.
///
/// The name is also that of the corpus' file and of the folder that keeps its crashes.
enum Fuzzed: String, CaseIterable, Sendable {
    case frames
    case server
    case client
    case connection
    case grpc
    case messages
    case pageTokens
    case consistencyTokens
    case identifiers
    case addresses
    case csv

    func run(_ bytes: [UInt8]) throws(BrokenPromise) {
        switch self {
        case .frames: try Self.frames(bytes)
        case .server: try Self.server(bytes)
        case .client: try Self.client(bytes)
        case .connection: try Self.connection(bytes)
        case .grpc: try Self.grpc(bytes)
        case .messages: try Self.messages(bytes)
        case .pageTokens: try Self.pageTokens(bytes)
        case .consistencyTokens: try Self.consistencyTokens(bytes)
        case .identifiers: try Self.identifiers(bytes)
        case .addresses: try Self.addresses(bytes)
        case .csv: try Self.csv(bytes)
        }
    }
}

/// A promise of the code under test, in words, that some bytes broke.
struct BrokenPromise: Error, CustomStringConvertible {
    let description: String
}

func promise(_ holds: Bool, _ rule: @autoclosure () -> String) throws(BrokenPromise) {
    if !holds { throw BrokenPromise(description: rule()) }
}
