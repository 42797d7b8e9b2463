/// What the command line says: a command, then `--name value`.
struct Options {
    enum Command: String {
        case check, revoke, price
    }

    static let usage = """
        usage: mandate-siege check  SERVERS --records FILE [--connections N] [--in-flight N] [--rate CHECKS_PER_SECOND]
               mandate-siege revoke SERVERS --identity HOST:PORT --account ID --records FILE --timeline FILE
                                    [--rounds N] [--hold-ms N]
               mandate-siege price  SERVERS --identity HOST:PORT --account ID --json FILE
                                    [--rounds N] [--stop PID --dead-rounds N]
        SERVERS: --mailbox HOST:PORT[,HOST:PORT…] --certificates FOLDER --pairs FILE
        check and revoke end in an orderly way when standard input does. revoke without --rounds goes on until then.
        """

    private static let names: Set = [
        "identity", "mailbox", "certificates", "account", "pairs", "records", "timeline", "connections", "in-flight",
        "rate", "rounds", "hold-ms", "json", "stop", "dead-rounds",
    ]

    let command: Command
    private var values: [String: String] = [:]

    init(_ arguments: some Sequence<String>) throws(UsageError) {
        var rest = Array(arguments)[...]
        guard let first = rest.popFirst(), let command = Command(rawValue: first) else {
            throw UsageError("the first argument is a command")
        }
        self.command = command
        while let flag = rest.popFirst() {
            guard flag.hasPrefix("--"), Self.names.contains(String(flag.dropFirst(2))) else {
                throw UsageError("unknown argument \(flag)")
            }
            guard let value = rest.popFirst() else { throw UsageError("\(flag) needs a value") }
            values[String(flag.dropFirst(2))] = value
        }
    }

    func text(_ name: String) throws(UsageError) -> String {
        guard let value = values[name] else { throw UsageError("--\(name) is missing") }
        return value
    }

    /// From 1 on.
    func number(_ name: String) throws(UsageError) -> Int? {
        guard let value = values[name] else { return nil }
        guard let number = Int(value), number > 0 else { throw UsageError("--\(name) needs a number from 1 on") }
        return number
    }
}

struct UsageError: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
