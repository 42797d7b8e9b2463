/// One thing an operator can set, named once: as a flag, in the environment and in the file.
///
/// `listen.port` is `--listen-port`, `MANDATE_LISTEN_PORT` and `{"listen": {"port": …}}`, in that order.
struct Knob: Sendable {
    let key: String
    let value: String
    let meaning: String

    var flag: String { "--" + key.replacing(".", with: "-") }
    var environment: String { "MANDATE_" + key.replacing(".", with: "_").uppercased() }

    /// Every knob of every server. `value` says what stands when nothing is set.
    static let all: [Knob] = [
        Knob(key: "config", value: "none", meaning: "JSON file with any of the settings below"),
        Knob(key: "listen.host", value: "127.0.0.1", meaning: "address the RPC port binds"),
        Knob(key: "listen.port", value: "7401, 7402, 7403", meaning: "RPC port; 0 picks a free one"),
        Knob(key: "operations.host", value: "127.0.0.1", meaning: "address of health and metrics, plain HTTP"),
        Knob(key: "operations.port", value: "7501, 7502, 7503", meaning: "port of health and metrics; 0 picks one"),
        Knob(key: "tls.certificate", value: "required", meaning: "PEM file: the server's certificate chain"),
        Knob(key: "tls.key", value: "required", meaning: "PEM file: its private key"),
        Knob(key: "tls.authority", value: "required", meaning: "PEM file: authorities that callers' certificates come from"),
        Knob(key: "callers", value: "required", meaning: "JSON file: who may call what; read again on SIGHUP"),
        Knob(key: "database", value: "required", meaning: "SQLite file; made when missing"),
        Knob(key: "backups", value: "<database>.backups", meaning: "folder that backups are written to"),
        Knob(key: "identity", value: "127.0.0.1:7401", meaning: "where mandate-identity listens (mailbox, audit)"),
        Knob(key: "audit", value: "127.0.0.1:7403", meaning: "where mandate-audit listens (identity, mailbox)"),
        Knob(
            key: "lease", value: "2000", meaning: "milliseconds a follower may decide without hearing from the feed, 100 to 12000"
        ),
        Knob(
            key: "staleness", value: "lease",
            meaning: "lease, or bounded=TIME: answer that long on an old state, as in bounded=5m (mailbox)"),
        Knob(
            key: "matrix", value: "as shipped",
            meaning: "cells of weak rows, as in audit_log.auditor=view,insights.support=view (identity)"),
        Knob(
            key: "domains.unverified", value: "refused",
            meaning: "refused or allowed: addresses in domains that the organization has not verified (identity)"),
        Knob(
            key: "domains.resolver", value: "the system's",
            meaning: "DNS servers for verifying domains, as 192.0.2.1:53,[2001:db8::1] (identity)"),
        Knob(key: "domains.timeout", value: "5000", meaning: "milliseconds that they have for an answer (identity)"),
        Knob(
            key: "outbox.max", value: "1000000",
            meaning: "events that may wait for the log; at 90 percent of it no change is made but what takes access away"),
        Knob(key: "changes.kept", value: "1000000", meaning: "changes a follower may be behind and need no snapshot"),
        Knob(key: "grace", value: "20000", meaning: "milliseconds that calls under way get when the server stops"),
        Knob(
            key: "connections.max", value: "10000",
            meaning: "RPC connections at once; fewer when the process may not open so many files"),
        Knob(key: "connections.address", value: "1000", meaning: "RPC connections at once from one address"),
        Knob(key: "timeout.handshake", value: "10000", meaning: "milliseconds from accept to the end of the TLS handshake"),
        Knob(key: "timeout.hello", value: "5000", meaning: "milliseconds from there to the peer's first frame"),
        Knob(key: "timeout.frame", value: "10000", meaning: "milliseconds from a frame's first byte to its last"),
        Knob(key: "timeout.idle", value: "300000", meaning: "milliseconds without any frame from the peer"),
        Knob(key: "threads", value: "number of cores", meaning: "event loops"),
        Knob(key: "log.level", value: "info", meaning: "trace, debug, info, notice, warning, error, critical"),
    ]

    /// The one that is most likely meant by a mistyped key or flag: the fewest letters to change (Levenshtein).
    static func nearest(to text: String) -> Knob {
        let asFlag = text.hasPrefix("--")
        return all.min { distance(asFlag ? $0.flag : $0.key, text) < distance(asFlag ? $1.flag : $1.key, text) } ?? all[0]
    }

    private static func distance(_ left: String, _ right: String) -> Int {
        var row = Array(0...right.count)
        for (i, a) in left.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, b) in right.enumerated() {
                let replaced = diagonal + (a == b ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[right.count]
    }

    static func help(for name: String, version: String) -> String {
        var lines = [
            "\(name) \(version)", "",
            "usage: \(name) [SETTINGS]",
            "           run the server",
            "       \(name) healthcheck [--operations-host HOST] [--operations-port PORT]",
            "           exit 0 when the server on this machine is ready; no other setting is needed",
            "       \(name) restore BACKUP --database FILE",
            "           put a backup in the place of a missing database; no other setting is needed",
            "       \(name) --version", "",
            "A setting is a flag, an environment variable or a key of the file, in that order:", "",
        ]
        let width = all.map(\.flag.count).max() ?? 0
        for knob in all {
            let pad = String(repeating: " ", count: width - knob.flag.count)
            lines.append("  \(knob.flag)\(pad)  \(knob.meaning) (\(knob.value))")
        }
        lines.append("")
        lines.append("Environment: MANDATE_ and the flag in capitals, as in \(all[2].environment). File: nested JSON keys.")
        return lines.joined(separator: "\n")
    }
}
