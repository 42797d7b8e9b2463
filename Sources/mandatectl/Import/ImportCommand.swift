internal import ArgumentParser
internal import Contract
internal import Foundation
internal import Messages
internal import RPC

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Brings people, groups, members, mailboxes and delegations from CSV files.",
        discussion: """
            Every file has a header. Names in one file may stand in another as an id, an address or an external id.
              people:      address,display_name,external_id
              groups:      display_name,external_id
              mailboxes:   address,display_name,external_id          (functional mailboxes)
              members:     group,member
              delegations: mailbox,grantee,rights[,not_before,expires_at]   (rights as 'open send')
            What is there already is left as it is, so an import that stopped can be run again.
            """)
    @Option(help: "org_…") var organization: String
    @Option(help: "CSV of people; each is invited and accepted.", completion: .file()) var people: String?
    @Option(help: "CSV of groups.", completion: .file()) var groups: String?
    @Option(help: "CSV of functional mailboxes.", completion: .file()) var mailboxes: String?
    @Option(help: "CSV of memberships.", completion: .file()) var members: String?
    @Option(help: "CSV of delegations.", completion: .file()) var delegations: String?
    @Flag(help: "Read and check the files, ask the servers what is there, and change nothing.") var dryRun = false
    @Option(help: "Write what was made, as CSV of kind,name,id.", completion: .file()) var ids: String?
    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        // All files are read before the first call, so that a broken one changes nothing.
        let files = try ImportFiles(self)
        try await Connections.with(connection) { connections in
            var importer = Importer(
                organization: organization, identity: try connections.identity(), mailbox: try connections.mailbox(),
                options: connection.callOptions, dryRun: dryRun,
                directory: try await Directory(organization, identity: connections.identity(), options: connection.callOptions))
            try await importer.people(files.people)
            try await importer.groups(files.groups)
            try await importer.mailboxes(files.mailboxes)
            try await importer.members(files.members)
            try await importer.delegations(files.delegations)
            if let ids { try importer.writeIDs(to: ids) }
        }
    }
}

/// The files of one import, read and checked for their shape.
struct ImportFiles {
    let people, groups, mailboxes, members, delegations: [CSVTable.Row]

    init(_ command: ImportCommand) throws(Failure) {
        func rows(_ file: String?, _ columns: [String], _ optional: [String] = []) throws(Failure) -> [CSVTable.Row] {
            guard let file else { return [] }
            return try CSVTable(file: file, columns: columns, optional: optional).rows
        }
        people = try rows(command.people, ["address"], ["display_name", "external_id"])
        groups = try rows(command.groups, ["display_name"], ["external_id"])
        mailboxes = try rows(command.mailboxes, ["address"], ["display_name", "external_id"])
        members = try rows(command.members, ["group", "member"])
        delegations = try rows(command.delegations, ["mailbox", "grantee", "rights"], ["not_before", "expires_at"])
    }
}
