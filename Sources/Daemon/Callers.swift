internal import Contract
internal import Foundation
package import RPC
internal import Synchronization

/// One caller that the operator lists: who, which methods, and what it may do besides.
struct CallerRule: Sendable, Equatable {
    /// The certificate's URI, exact, or a prefix that ends in `/*`.
    var uri: String
    /// `*`, `package.Service/*` or `package.Service/Method`.
    var methods: [String]
    /// It may name the account it acts for, in `mandate-account`.
    var actsForAccounts: Bool
    /// The source whose events it may append to the log.
    var source: String?
}

/// Everybody that may call, as the operator's file says. Replaced as a whole when the file changes.
///
/// File: `{"callers": [{"uri": …, "methods": […], "acts_for_accounts": true, "source": "identity"}]}`.
package final class Callers: Sendable {
    /// A rule with the set of methods that its patterns name.
    final class Entry: Sendable {
        let rule: CallerRule
        /// By the methods' one objects: hashing their paths would cost more than all that is asked of a call here.
        let methods: Set<ObjectIdentifier>
        /// What the caller is, found once and not on every call; nil for a prefix that leaves it open, and for what is neither.
        let kind: CallerKind?

        init(rule: CallerRule, methods: Set<ObjectIdentifier>, kind: CallerKind?) {
            self.rule = rule
            self.methods = methods
            self.kind = kind
        }
    }

    private struct Table: Sendable {
        /// Of which reading of the file this is.
        var generation = 0
        var exact: [String: Entry] = [:]
        var prefixes: [(prefix: String, entry: Entry)] = []

        /// An exact one before the longest prefix.
        func entry(for uri: String) -> Entry? {
            exact[uri] ?? prefixes.first { uri.hasPrefix($0.prefix) }?.entry
        }
    }

    /// What the list of one generation has of a caller; kept by its connections.
    final class Listing: Sendable {
        let generation: Int
        let entry: Entry?

        init(generation: Int, entry: Entry?) {
            self.generation = generation
            self.entry = entry
        }
    }

    private let path: String
    private let table: Mutex<Table>
    /// The table's.
    private let current = Atomic(0)

    package init(path: String) throws(SetupError) {
        self.path = path
        table = Mutex(try Self.read(path))
    }

    /// Reads the file again. On an error the old list stays.
    package func reload() throws(SetupError) {
        var fresh = try Self.read(path)
        table.withLock { table in
            fresh.generation = table.generation + 1
            table = fresh
            current.store(fresh.generation, ordering: .releasing)
        }
    }

    /// Of which reading of the file the list is. What was kept of a list with another number does not hold any more.
    var generation: Int { current.load(ordering: .acquiring) }

    /// What the list says of the caller of a call that begins: looked up once a connection, and again after a reload.
    func listing(of peer: Peer) -> Listing {
        if let kept = peer.listing as? Listing, kept.generation == generation { return kept }
        let fresh = listing(of: peer.caller)
        peer.listing = fresh
        return fresh
    }

    func listing(of uri: String) -> Listing {
        table.withLock { Listing(generation: $0.generation, entry: $0.entry(for: uri)) }
    }

    /// The source that the caller of a call that begins may append events of.
    package func source(of peer: Peer) -> String? {
        listing(of: peer).entry?.rule.source
    }

    private struct File: Decodable {
        struct Caller: Decodable {
            var uri: String
            var methods: [String]
            var acts_for_accounts: Bool?
            var source: String?
        }
        var callers: [Caller]
    }

    private static func read(_ path: String) throws(SetupError) -> Table {
        let file: File
        do {
            file = try JSONDecoder().decode(File.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            throw SetupError("the callers file \(path) cannot be read: \(error)")
        }
        var table = Table()
        for caller in file.callers {
            let rule = CallerRule(
                uri: caller.uri, methods: caller.methods, actsForAccounts: caller.acts_for_accounts ?? false,
                source: caller.source)
            // The kind stands before the name, so a prefix that covers names of one kind tells it as well as a whole URI.
            let kind = CallerKind(uri: rule.uri)
            let entry = Entry(rule: rule, methods: try methods(named: rule, path), kind: kind)
            if rule.uri.hasSuffix("/*") {
                table.prefixes.append((String(rule.uri.dropLast()), entry))
            } else if table.exact.updateValue(entry, forKey: rule.uri) != nil {
                throw SetupError("the callers file \(path) lists \(rule.uri) twice")
            }
        }
        table.prefixes.sort { $0.prefix.utf8.count > $1.prefix.utf8.count }
        return table
    }

    /// What every listed caller may call besides, whatever its rule names: reflection tells nothing but the contract.
    private static let listedMay = ServerReflectionMethods.all + AlphaServerReflectionMethods.all

    /// The methods that a rule's patterns name. A pattern that names none is a mistake, not a wish.
    private static func methods(named rule: CallerRule, _ path: String) throws(SetupError) -> Set<ObjectIdentifier> {
        var named = Set(listedMay.map { ObjectIdentifier($0) })
        for pattern in rule.methods {
            let found = contractMethods.filter { method in
                if pattern == "*" { return true }
                if pattern.hasSuffix("/*") { return method.path.hasPrefix(pattern.dropLast()) }
                return method.path == pattern
            }
            guard !found.isEmpty else {
                throw SetupError("the callers file \(path) names no method with '\(pattern)' (caller \(rule.uri))")
            }
            named.formUnion(found.map { ObjectIdentifier($0) })
        }
        return named
    }
}
