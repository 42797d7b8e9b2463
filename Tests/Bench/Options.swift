/// What the command line says.
struct Options {
    /// The servers of `Tests/Demo/servers.sh` with the demo's institution imported.
    struct Servers {
        var mailbox: String
        /// The folder that `mandatectl certificates` filled.
        var certificates: String
        /// What `mandatectl import --ids` wrote: kind,name,id.
        var ids: String
        /// The administrator who grants, acc_…
        var account: String
    }

    var servers: Servers?
    /// Where the medians go, as one JSON object.
    var json: String?
    /// Of the compiler and the libraries, printed as it is.
    var versions = ""
    var runs = 5
    /// Fewer calls and smaller indexes: to see that it works, not how fast it is.
    var quick = false

    static let usage = """
        usage: mandate-bench [--mailbox HOST:PORT --certificates FOLDER --ids FILE --account ID]
                             [--json FILE] [--versions TEXT] [--runs N] [--quick]
        Without servers only what runs in process is measured.
        """

    init(_ arguments: some Sequence<String>) throws(UsageError) {
        var values: [String: String] = [:]
        var rest = Array(arguments)[...]
        while let name = rest.popFirst() {
            if name == "--quick" {
                quick = true
                continue
            }
            guard ["--mailbox", "--certificates", "--ids", "--account", "--json", "--versions", "--runs"].contains(name)
            else { throw UsageError("unknown argument \(name)") }
            guard let value = rest.popFirst() else { throw UsageError("\(name) needs a value") }
            values[name] = value
        }
        json = values["--json"]
        versions = values["--versions"] ?? ""
        if let text = values["--runs"] {
            guard let number = Int(text), number > 0 else { throw UsageError("--runs needs a number from 1 on") }
            runs = number
        }
        let given = ["--mailbox", "--certificates", "--ids", "--account"].filter { values[$0] != nil }
        guard !given.isEmpty else { return }
        guard let mailbox = values["--mailbox"], let certificates = values["--certificates"], let ids = values["--ids"],
            let account = values["--account"]
        else { throw UsageError("\(given.joined(separator: " and ")): the servers need all four") }
        servers = Servers(mailbox: mailbox, certificates: certificates, ids: ids, account: account)
    }
}

struct UsageError: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
