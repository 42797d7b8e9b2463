internal import ArgumentParser
internal import Contract
internal import Messages
internal import RPC

// By hand, since policies are said by name and shown as a table.

extension PolicyCommand {
    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Shows an organization's policies: what holds, where it comes from, what it does.")

        @Argument(
            help: .reference(.organization, "The organization; without it that of who acts"), transform: Reference.organization)
        var organization: Reference?
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func run() async throws {
            try await Connections.with(connection) { connections in
                let id = try await connections.organization(organization)
                let found = try await connections.policies(of: id)
                switch output.output {
                case .json: Output(output).one(found, [])
                case .table: Output(output).list(found.entries, PolicyEntry.columns)
                }
            }
        }
    }

    struct Set: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "set", abstract: "Changes policies, all that are named or none.",
            discussion: """
                As in: policy set invitation_lifetime=3d guard_administrators=on notify=. Nothing behind the equals sign, or the \
                word preset, is what the organization's preset says. An organization may stand before them, as in 'policy \
                show'; without it that of who acts.
                """)

        @Argument(
            help: ArgumentHelp("NAME=VALUE, as 'policy show' writes them.", valueName: "policy"), transform: PolicyArgument.read)
        var arguments: [PolicyArgument]
        @OptionGroup var justification: JustificationOption
        @OptionGroup var etag: EtagOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        var organization: Reference? { arguments.first?.organization }
        var assignments: [PolicyAssignment] { arguments.compactMap(\.assignment) }

        func validate() throws {
            guard arguments.dropFirst().allSatisfy({ $0.organization == nil }) else {
                throw Failure("an organization stands behind something else", todo: "name it first, and once")
            }
            if assignments.isEmpty { throw Failure("no policy is named", todo: "write NAME=VALUE behind the organization") }
            let names = assignments.map(\.name)
            if let twice = names.first(where: { name in names.filter { $0 == name }.count > 1 }) {
                throw Failure("\(twice) is there twice", todo: "name each policy once")
            }
        }

        func run() async throws {
            try await Connections.with(connection) { connections in
                let id = try await connections.organization(organization)
                var policies = OrganizationPolicies(organizationId: id, etag: etag.etag)
                for assignment in assignments { assignment.apply(to: &policies) }
                let changed = try await PolicyClient(transport: connections.identity()).updatePolicies(
                    UpdatePoliciesRequest(
                        policies: policies, updateMask: FieldMask(paths: assignments.map(\.name)),
                        justification: justification.justification, requestId: change.requestID,
                        validateOnly: change.validateOnly), connections.callOptions)
                try await show(changed, of: id, connections)
            }
        }

        /// For people the policies that were named, as they are now.
        private func show(_ changed: UpdatePoliciesResponse, of id: String, _ connections: Connections) async throws {
            if output.output == .json { return Output(output).one(changed, []) }
            if change.validateOnly { return Terminal.line(changed.unchanged ? "nothing would change" : "it can be done") }
            if changed.unchanged { Terminal.line("nothing changed: each was so before") }
            let named = Swift.Set(assignments.map(\.name))
            let found = try await connections.policies(of: id)
            Output(output).list(found.entries.filter { named.contains($0.policy) }, PolicyEntry.columns)
        }
    }
}

extension Connections {
    fileprivate func policies(of organization: String) async throws -> GetPoliciesResponse {
        try await PolicyClient(transport: identity()).getPolicies(
            GetPoliciesRequest(organizationId: organization), callOptions)
    }
}

extension PolicyEntry {
    /// What is promised and not enforced stands beside what it does, so that nobody takes the one for the other.
    fileprivate static var columns: [(String, (PolicyEntry) -> String)] {
        [
            ("policy", { $0.policy }), ("value", { $0.value }), ("source", { $0.source.word }),
            (
                "what it does",
                { $0.effect + ($0.plannedValue.isEmpty ? "" : " (\($0.plannedValue) once something enforces it)") }
            ),
        ]
    }
}
