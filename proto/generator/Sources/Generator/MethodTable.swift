/// Writes proto/METHODS.md: every method of ours in one line, service by service.
struct MethodTable {
    let schema: Schema

    private static let kinds = "mandate.rpc.v1.AccessKind"
    private static let levels = "mandate.rpc.v1.AccessLevel"
    private static let grounds = "mandate.rpc.v1.MailboxGround"

    func text() throws(GeneratorError) -> String {
        var lines = [
            "<!-- Generated from every .proto file by proto/generate. Do not edit. -->",
            "# Every method", "",
            "Who may call it: beside this, a server's configuration lists the methods of each caller's certificate. What the",
            "log calls it: the action of its event, for what only reads of a denial's. What only takes access away is done",
            "also when the log has taken nothing for so long that other changes are refused.",
        ]
        let services = schema.files.filter { !Foreign.isForeign($0.path) }.flatMap(\.services)
        for service in services.sorted(by: { $0.fullName < $1.fullName }) {
            lines += ["", "## \(service.fullName)", "", service.comment.joined(separator: " "), ""]
            lines += ["| method | who may call it | what the log calls it | what it changes |", "|---|---|---|---|"]
            for method in service.methods {
                let named = try schema.messages[method.input].flatMap { request throws(GeneratorError) in
                    try NamedDemands(method, request, schema, of: "\(service.fullName).\(method.protoName)")
                }
                let cells = [
                    "`\(method.protoName)`", access(method.access, named), method.log.map { "`\($0.action)`" } ?? "",
                    changes(method),
                ]
                lines.append("| \(cells.map(Self.cell).joined(separator: " | ")) |")
            }
            lines += also(service)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// What the log has besides, that no method does by itself.
    private func also(_ service: Service) -> [String] {
        if service.also.isEmpty { return [] }
        return ["", "| what else the log tells | when |", "|---|---|"]
            + service.also.map { "| `\($0.action)` | \(Self.cell($0.meaning)) |" }
    }

    private func access(_ access: AccessDeclaration?, _ named: NamedDemands?) -> String {
        guard let access else { return "not declared" }
        var demands = access.demands.map { "\($0.scope): \(word(Self.levels, $0.level))" }
        if let named { demands.append("what `\(access.by)` names (\(self.named(named)))") }
        let needed = demands.isEmpty ? "" : " with " + demands.joined(separator: " and ")
        let place = access.unitPath.map { ", also by a role for the unit `\($0)` or one above it" } ?? ""
        var callers = [word(Self.kinds, access.kind) + needed + place]
        if access.orSelf { callers.append("the account itself") }
        if access.orOperator { callers.append("an operator without an account, of the installation's own") }
        if access.orMailboxOwner { callers.append("the mailbox's owner") }
        if access.orMailbox != 0 { callers.append("whoever \(word(Self.grounds, access.orMailbox)) the mailbox") }
        return callers.joined(separator: ", or ") + (access.hidden ? "; to others it is not there" : "")
    }

    /// Each demand once, and what needs it, as in `audit_log: view for AUDIT`.
    private func named(_ named: NamedDemands) -> String {
        var order: [String] = []
        var names: [String: [String]] = [:]
        for entry in named.entries {
            let demand = "\(entry.demand.scope): \(word(Self.levels, entry.demand.level))"
            if names[demand] == nil { order.append(demand) }
            names[demand, default: []].append(entry.name)
        }
        return order.map { "\($0) for \((names[$0] ?? []).joined(separator: ", "))" }.joined(separator: "; ")
    }

    private func changes(_ method: ServiceMethod) -> String {
        guard method.access?.mutates == true else { return "" }
        guard let log = method.log else { return "yes" }
        return log.resourceType + (log.takesAway ? ", only takes away" : "")
    }

    /// As in `view`, of `ACCESS_LEVEL_VIEW`.
    private func word(_ type: String, _ number: Int32) -> String {
        guard let type = schema.enums[type], let value = type.values.first(where: { $0.number == number }) else {
            return "\(number)"
        }
        return value.protoName.dropFirst(type.prefix.count).lowercased().replacing("_", with: " ")
    }

    /// A cell ends at a bar.
    private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }
}
