internal import MailboxDomain
internal import MailboxStorage
internal import Messages

// What an account can do in a mailbox, as messages (D9, D24).

extension Messages.AccessibleMailbox {
    init(_ accessible: MailboxDomain.AccessibleMailbox) {
        self.init(
            mailbox: Messages.Mailbox(accessible.mailbox), rights: accessible.rights.list,
            surfaces: accessible.surfaces.map { MailboxSurface($0) },
            delegationIds: accessible.delegations.prefix(Named.max).map(\.text), owner: accessible.owner,
            delegationCount: Int32(accessible.delegations.count), paths: Named.paths(accessible.paths),
            folders: FolderGrants(accessible.folders, max: Named.max),
            displayedSender: Messages.SenderDisplay(accessible.sender), displayedName: accessible.senderName)
    }
}

extension Named {
    /// Ways to a mailbox that one row names. A way through groups that are nested deep, or to many folders, is long: so they
    /// end at `pathBytesMax` too, for a row must fit into a frame with all else that it has. One is always named.
    static let pathsMax = 100
    static let pathBytesMax = 1 << 20

    static func paths(_ paths: [MailboxDomain.AccessPath]) -> [Messages.AccessPath] {
        var named: [Messages.AccessPath] = []
        var bytes = 0
        for path in paths.prefix(pathsMax) {
            let message = Messages.AccessPath(path)
            bytes += message.bytesAtMost
            if bytes > pathBytesMax && !named.isEmpty { break }
            named.append(message)
        }
        return named
    }
}

extension Messages.AccessPath {
    init(_ path: MailboxDomain.AccessPath) {
        switch path {
        case .owner: self.init(kind: .owner, rights: Rights.all.list)
        case .direct(let grant): self.init(.direct, grant)
        case .group(let grant, let groups): self.init(.group, grant, through: groups)
        }
    }

    /// Of it, once encoded.
    fileprivate var bytesAtMost: Int {
        let folders = [folders?.readFolders, folders?.writeFolders, folders?.deleteFolders].compactMap { $0 }.joined()
        return 100 + 32 * throughGroupIds.count + folders.reduce(0) { $0 + $1.utf8.count + 4 }
    }

    private init(_ kind: AccessPathKind, _ grant: AccessGrant, through groups: [GroupID] = []) {
        self.init(
            kind: kind, delegationId: grant.delegation.text, throughGroupIds: groups.prefix(Named.max).map(\.text),
            throughGroupCount: Int32(groups.count), rights: grant.rights.list, folders: FolderGrants(grant.folders))
    }
}

extension MailboxSurface {
    fileprivate init(_ surface: MailboxDomain.Surface) {
        self =
            switch surface {
            case .sections: .sections
            case .communicationPanel: .communicationPanel
            case .fromField: .fromField
            case .automatedProcesses: .automatedProcesses
            }
    }
}
