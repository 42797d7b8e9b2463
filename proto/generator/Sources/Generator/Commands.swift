/// Every file of Sources/mandatectl/Generated: the commands of the contract, and how their answers are shown.
struct Commands {
    private let schema: Schema
    private var placed: [Placed] = []
    private var leaves: [LeafCommand] = []

    private struct Placed {
        let words: [String]
        let service: Service
        let isByHand: Bool

        /// Where it stands in its group: what was worth writing by hand, then what the group's own service has.
        var rank: Int { isByHand ? 0 : Commands.word(of: service) == words[0] ? 1 : 2 }
    }

    /// - Throws: `GeneratorError` for a method that no command can be made of, and when two would have the same words.
    init(_ schema: Schema) throws(GeneratorError) {
        self.schema = schema
        for service in schema.files.filter({ !Foreign.isForeign($0.path) }).flatMap(\.services) {
            for method in service.methods { try add(method, of: service) }
        }
    }

    private mutating func add(_ method: ServiceMethod, of service: Service) throws(GeneratorError) {
        let place = "\(service.fullName)/\(method.protoName)"
        let (words, isByHand): ([String], Bool)
        switch CommandPlace(method.protoName, of: service.name) {
        case .none: return
        case .byHand(let found): (words, isByHand) = (found, true)
        case .leaf(let found):
            (words, isByHand) = (found, false)
            leaves.append(try LeafCommand(method, of: service, words, in: schema))
        }
        if placed.contains(where: { $0.words == words }) {
            throw GeneratorError(place, "another method is `\(words.joined(separator: " "))` too: name one in CommandPlace")
        }
        placed.append(Placed(words: words, service: service, isByHand: isByHand))
    }

    /// Name to text.
    func files() throws(GeneratorError) -> [String: String] {
        var out = ["contractCommands.swift": index]
        let shown = ShownSource(leaves, in: schema)
        for file in schema.files where !Foreign.isForeign(file.path) {
            let stem = Generation.stem(file.path)
            out["\(stem).swift"] = commands(of: file)
            var answers = SourceText(from: file.path)
            answers.line("internal import Messages")
            let head = answers.lines.count
            for type in file.enums { shown.write(type, to: &answers) }
            for message in file.messages {
                try shown.write(message, to: &answers)
                PageSource(schema: schema).write(message, to: &answers)
            }
            if answers.lines.count > head { out["\(stem).shown.swift"] = answers.text }
        }
        return out
    }

    /// Nil where it has none.
    private func commands(of file: SchemaFile) -> String? {
        let source = CommandSource(schema: schema)
        let names = file.services.map(\.name)
        let own = leaves.filter { names.contains($0.service) }
        let groups = file.services.filter { self.commands(of: Self.word(of: $0)).isEmpty == false }
        guard !own.isEmpty || !groups.isEmpty else { return nil }
        var out = SourceText(from: file.path)
        out.line("internal import ArgumentParser")
        if !own.isEmpty {
            out.line("internal import Contract")
            out.line("internal import Messages")
        }
        for service in groups {
            out.line()
            let word = Self.word(of: service)
            source.write(group: word, service.comment, commands(of: word), to: &out)
        }
        var rest = own[...]
        while let first = rest.first {
            out.line()
            let together = rest.prefix { $0.words.count > 1 && $0.words[0] == first.words[0] }
            source.write(together.isEmpty ? [first] : Array(together), to: &out)
            rest = rest.dropFirst(max(together.count, 1))
        }
        return out.text
    }

    /// The second words behind a first one, as types.
    private func commands(of group: String) -> [String] {
        let all = placed.filter { $0.words.count > 1 && $0.words[0] == group }
        return (0...2).flatMap { rank in all.filter { $0.rank == rank } }.map { CommandSource.type($0.words[1], suffix: "") }
    }

    /// `AccountService` to `account`.
    private static func word(of service: Service) -> String {
        Labels.kebab(service.noun)
    }

    /// The first words by the package that they come from.
    private var index: String {
        var out = SourceText(from: "every .proto file")
        out.line("internal import ArgumentParser")
        out.line()
        out.doc(["The commands of the contract's packages."])
        out.block("enum ContractCommands") { out in
            let first = Dictionary(placed.map { ($0.words[0], $0) }, uniquingKeysWith: { one, _ in one })
            for (part, commands) in Dictionary(grouping: first.values, by: \.service.part).sorted(by: { $0.key < $1.key }) {
                // Those that stand alone are the most used.
                let words = commands.sorted { ($0.words.count, $0.words[0]) < ($1.words.count, $1.words[0]) }.map { $0.words[0] }
                let types = words.map { "\(CommandSource.type($0)).self" }
                out.line("static var \(Names.escaped(part)): [any ParsableCommand.Type] {")
                out.indented { $0.list("[", types, "]") }
                out.line("}")
            }
        }
        return out.text
    }
}
