/// Writes the commands of mandatectl that are one call of one method.
struct CommandSource {
    let schema: Schema

    /// `break-glass` to `BreakGlassCommand`.
    static func type(_ word: String, suffix: String = "Command") -> String {
        Names.upperCamel(word.replacing("-", with: "_")) + suffix
    }

    /// Commands that stand under one group, or one that stands under none.
    func write(_ leaves: [LeafCommand], to out: inout SourceText) {
        guard let first = leaves.first else { return }
        guard first.words.count > 1 else { return write(first, named: Self.type(first.words[0]), to: &out) }
        out.block("extension \(Self.type(first.words[0]))") { out in
            for (index, leaf) in leaves.enumerated() {
                if index > 0 { out.line() }
                write(leaf, named: Self.type(leaf.words[1], suffix: ""), to: &out)
            }
        }
    }

    private func write(_ leaf: LeafCommand, named name: String, to out: inout SourceText) {
        let isList = leaf.row != nil
        out.block("struct \(name): \(isList ? "ListLeaf" : "Leaf")") { out in
            configuration(leaf, to: &out)
            out.line("static let method = \(leaf.service)Methods.\(Names.escaped(leaf.method.name))")
            if case .one(let server) = leaf.server { out.line("var server: ServerName { .\(server) }") }
            out.line()
            if leaf.server == .named {
                out.line("@Argument(help: \"identity, mailbox or audit.\") var server: ServerName")
            }
            let source = ParameterSource(schema: schema, options: leaf.optionsByWords)
            for parameter in leaf.parameters { source.write(parameter, to: &out) }
            for group in leaf.groups { out.line("@OptionGroup var \(group.rawValue)") }
            if isList {
                out.line("@OptionGroup var list: ListOptions")
            } else {
                out.line("@OptionGroup var output: OutputOptions")
                out.line("@OptionGroup var connection: ConnectionOptions")
            }
            out.line()
            out.block("func request(_ connections: Connections) async throws -> \(leaf.request.path)") {
                RequestSource(leaf: leaf, schema: schema).write(to: &$0)
            }
        }
    }

    private func configuration(_ leaf: LeafCommand, to out: inout SourceText) {
        let name = Names.quoted(leaf.words[leaf.words.count - 1])
        let abstract = Help.ofMethod(leaf.method.comment)
        let discussion = Help.rest(leaf.method.comment)
        let head = "static let configuration = CommandConfiguration("
        let whole = "\(head)commandName: \(name), abstract: \(Names.quoted(abstract)))"
        if discussion.isEmpty, out.fits(whole) { return out.line(whole) }
        out.line(head)
        out.indented { out in
            out.line("commandName: \(name),")
            out.text("abstract: ", abstract, discussion.isEmpty ? ")" : ",")
            if !discussion.isEmpty { out.text("discussion: ", discussion, ")") }
        }
    }

    /// A command of commands.
    func write(group word: String, _ comment: [String], _ commands: [String], to out: inout SourceText) {
        out.block("struct \(Self.type(word)): AsyncParsableCommand") { out in
            out.line("static let configuration = CommandConfiguration(")
            out.indented { out in
                out.line("commandName: \(Names.quoted(word)),")
                out.text("abstract: ", Help.first(comment), ",")
                out.list("subcommands: [", commands.map { "\($0).self" }, "])")
            }
        }
    }
}
