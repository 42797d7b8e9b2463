/// Writes every action that an event can have as a member of Messages' `EventAction`: the list is closed.
///
/// An action is a method's, or stands in `also` of one service; two methods may have one in common.
struct ActionSource {
    let schema: Schema

    /// By name, with what a doc comment says of each.
    private func actions() throws(GeneratorError) -> [(action: String, meaning: String)] {
        var methods: [String: [String]] = [:]
        var others: [String: String] = [:]
        for service in schema.files.flatMap(\.services) {
            for method in service.methods {
                guard let action = method.log?.action, !action.isEmpty else { continue }
                methods[action, default: []].append("\(service.name)/\(method.protoName)")
            }
        }
        for service in schema.files.flatMap(\.services) {
            for action in service.also {
                let isMethods = methods[action.action] != nil
                guard !isMethods, others.updateValue(action.meaning, forKey: action.action) == nil else {
                    throw GeneratorError(service.fullName, "\(action.action) stands in the contract once more")
                }
            }
        }
        let all = methods.mapValues { "Of \($0.joined(separator: ", "))." }.merging(others) { method, _ in method }
        return all.sorted { $0.key < $1.key }.map { (action: $0.key, meaning: $0.value) }
    }

    func write() throws(GeneratorError) -> String {
        let actions = try actions()
        var names: [String: String] = [:]
        for (action, _) in actions {
            if let other = names.updateValue(action, forKey: ActionName.swift(action)) {
                throw GeneratorError(action, "\(other) has its name in Swift too")
            }
        }
        var out = SourceText(from: "the option log of every method and also of every service")
        out.block("extension EventAction") { out in
            for (action, meaning) in actions {
                out.doc([meaning])
                out.line("package static let \(Names.escaped(ActionName.swift(action))) = EventAction(\(Names.quoted(action)))")
            }
            out.line()
            out.doc(["Every action that an event can have, by name."])
            out.line("package static let all: [EventAction] = [")
            out.indented { out in
                for (action, _) in actions { out.line(".\(Names.escaped(ActionName.swift(action))),") }
            }
            out.line("]")
        }
        return out.text
    }
}
