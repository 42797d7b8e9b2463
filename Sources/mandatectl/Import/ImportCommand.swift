internal import ArgumentParser
internal import Contract
internal import Foundation
internal import Messages
internal import RPC

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Brings people, groups, members, mailboxes and delegations from CSV files.",
        discussion: """
            Every file has a header, and each column takes one thing:
              people:      address,display_name,external_id          (each is invited and accepted)
              groups:      display_name,external_id
              mailboxes:   address,display_name,external_id          (functional mailboxes)
              members:     group,member
              delegations: mailbox,grantee,rights[,start_time,expire_time]   (rights as 'open send')
            A group is group:NAME, ext:KEY or grp_…; a member and a grantee also an address or acc_…; a mailbox its address, \
            ext:KEY or mbx_…. They may name what another file of the same run brings.

            What is there already is left as it is; a delegation gets the rights and times of its row. So an import can be \
            run again at any time, and one that broke off goes on. Rows of which two say the same are refused before \
            anything is done, with their lines.

            Every row that is refused, or of which nobody knows, is named with its line. Ctrl-C ends the run after the rows under \
            way, and says how many were not tried; a second one ends it at once. Exit status: 0 all is done or was there \
            already; 1 rows were refused, all others are done; 2 the files or arguments were broken, nothing was done; 3 \
            nobody answered, or the run broke off: run it again.
            """)
    @Option(help: "CSV of people.", completion: .file()) var people: String?
    @Option(help: "CSV of groups.", completion: .file()) var groups: String?
    @Option(help: "CSV of functional mailboxes.", completion: .file()) var mailboxes: String?
    @Option(help: "CSV of memberships.", completion: .file()) var members: String?
    @Option(help: "CSV of delegations.", completion: .file()) var delegations: String?
    @Flag(
        help: "Say what a run would do and refuse, and change nothing. Whether a time is over goes by this machine's clock then.")
    var dryRun = false
    @Flag(help: "Name every row that is there with another name or external id, or is not active.") var differences = false
    @Option(
        help: "Write what is there then, as CSV of kind,name,id; a file that is there is replaced at the end.",
        completion: .file())
    var ids: String?
    @OptionGroup var connection: ConnectionOptions

    func validate() throws {
        guard ImportKind.allCases.contains(where: { path($0) != nil }) else {
            throw ValidationError("Say at least one of --people, --groups, --mailboxes, --members and --delegations.")
        }
        guard !dryRun || ids == nil else {
            throw ValidationError("A dry run makes nothing that --ids could name: give one of them.")
        }
    }

    func run() async throws {
        let files = try ImportFiles { kind throws(Failure) in
            guard let path = path(kind) else { return nil }
            return try CSVTable(file: path, columns: kind.columns, optional: kind.optional)
        }
        // One that cannot be written is told before anything is done.
        let idsFile = try ids.map { path throws(Failure) in try NewFile(path) }
        let report = try await Connections.with(connection) { connections in
            let stop = Stop()
            var running = try await Import(
                files, in: connections.organization(), identity: connections.identity(), mailbox: connections.mailbox(),
                options: connections.callOptions, isDryRun: dryRun, now: Int64(Date().timeIntervalSince1970 * 1e6), stop: stop)
            return await Interrupt.heard {
                stop.set()
                let next = Terminal.isInteractive ? "\n" : ""
                Terminal.note("\(next)Stopping after the rows under way; Ctrl-C once more ends at once.")
            } during: {
                await running.run()
            }
        }
        for line in report.text(isDryRun: dryRun, withDifferences: differences) { Terminal.note(line) }
        try idsFile?.write(CSVText.file(["kind", "name", "id"], report.ids))
        if report.counts.status != .done { throw ExitCode(report.counts.status) }
    }

    private func path(_ kind: ImportKind) -> String? {
        switch kind {
        case .people: people
        case .groups: groups
        case .mailboxes: mailboxes
        case .members: members
        case .delegations: delegations
        }
    }
}
