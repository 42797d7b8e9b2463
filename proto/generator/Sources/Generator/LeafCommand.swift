/// A method as a command: what it is called, what is said to it and what its request is made of.
struct LeafCommand {
    let method: ServiceMethod
    /// As in `AccountService`.
    let service: String
    /// As in `["account", "suspend"]`.
    let words: [String]
    let server: Server
    let request: MessageType
    let response: MessageType
    /// In the order in which they are asked for.
    private(set) var parameters: [Parameter] = []
    /// What the request's initializer is given, in its order.
    private(set) var parts: [Part] = []
    /// The standard options that the command has, in the order of their help.
    private(set) var groups: [Group] = []

    /// Who is asked.
    enum Server: Equatable {
        case one(String)
        /// Whom the person names: every server has the method.
        case named
    }

    /// One field of the request.
    indirect enum Part {
        case parameter(Parameter)
        /// Says the same of every command: the field, and what it is given.
        case standard(String, String)
        /// The organization that is worked in.
        case organization(String)
        /// A oneof of which this alternative is taken.
        case choice(String, Parameter)
        case resource(String, type: String, [Part])
        case mask(String)
    }

    enum Group: String {
        case justification = "justification: JustificationOption"
        case etag = "etag: EtagOption"
        case change = "change: ChangeOptions"
    }

    /// As in `mailbox id` to `--mailbox-id`.
    var optionsByWords: [String: String] {
        let options = parameters.filter { !$0.isArgument && !$0.field.repeated && $0.field.protoName.contains("_") }
        return Dictionary(
            options.map { ($0.field.protoName.replacing("_", with: " "), "--\($0.option)") }, uniquingKeysWith: { one, _ in one })
    }

    /// The page's rows, of a list.
    var row: Field? {
        let isPage =
            request.fields.contains { $0.protoName == "page_token" }
            && response.fields.contains { $0.protoName == "next_page_token" }
        return isPage ? response.fields.first { if case .message = $0.type { $0.repeated } else { false } } : nil
    }

    /// - Throws: `GeneratorError` for what no option can ask for; such a command is written by hand.
    init(
        _ method: ServiceMethod, of service: Service, _ words: [String], in schema: Schema
    ) throws(GeneratorError) {
        let place = "\(service.fullName)/\(method.protoName)"
        guard !method.clientStreaming, !method.serverStreaming else {
            throw GeneratorError(place, "no command can be generated for a stream: name it in CommandPlace")
        }
        guard let request = schema.messages[method.input], let response = schema.messages[method.output] else {
            throw GeneratorError(place, "has no messages")
        }
        (self.method, self.service, self.words) = (method, service.name, words)
        (self.request, self.response) = (request, response)
        server = service.part == "server" ? .named : .one(service.part)
        var reading = RequestReading(method, of: service, in: schema)
        (parts, parameters) = try reading.read(request)
        groups = reading.groups
        let names = parameters.filter { !$0.isArgument }.map(\.option)
        if let twice = names.first(where: { name in names.count { $0 == name } > 1 }) {
            throw GeneratorError(place, "two fields would be asked for by --\(twice): write its command by hand")
        }
    }
}

extension Service {
    /// Which part of the contract it belongs to: `identity` of mandate.identity.v1.AccountService.
    var part: String { fullName.split(separator: ".").dropFirst().first.map(String.init) ?? "" }

    /// What it is about: `Account` of AccountService.
    var noun: String { name.replacing(/Service$/, with: "") }
}
