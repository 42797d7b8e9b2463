import Foundation
import MailboxDomain
import MailboxStorage
import Messages
import PortableSQL
import SQL
import SQLite

/// A store on a database of its own.
final class Shelf: Sendable {
    let store: Store
    private let folder: URL

    convenience init(migrations: [Migration] = MailboxMigrations.all) throws {
        let folder = Self.newFolder
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try self.init(folder, migrations)
    }

    private init(_ folder: URL, _ migrations: [Migration]) throws {
        self.folder = folder
        store = try Store(
            engine: PortableEngine(SQLiteEngine(path: folder.appending(path: "mailbox.sqlite").path)),
            migrations: migrations, clock: { 1_700_000_000_000_000 },
            random: { count in (0..<count).map { _ in UInt8.random(in: 0...255) } })
    }

    /// A copy of the database, as this version opens it. This shelf is of no use any more.
    func reopened() throws -> Shelf {
        store.close()
        let copy = Self.newFolder
        try FileManager.default.copyItem(at: folder, to: copy)
        return try Shelf(copy, MailboxMigrations.all)
    }

    private static var newFolder: URL {
        FileManager.default.temporaryDirectory.appending(path: "mailbox-\(UUID().uuidString)")
    }

    deinit {
        store.close()
        do { try FileManager.default.removeItem(at: folder) } catch { print("left behind: \(folder.path)") }
    }
}

/// Without its etag, as it was before it was stored.
func unmarked(_ delegation: Messages.Delegation) -> Messages.Delegation {
    var unmarked = delegation
    unmarked.etag = ""
    return unmarked
}

extension Messages.Delegation {
    /// Number 1, 2, 3 … of a mailbox and a grantee that are numbers too.
    init(_ number: Int, mailbox: Int, grantee: Grantee, in organization: Int = 1, rights: [Right] = [.open]) {
        self.init(
            id: DelegationID(bits: UInt128(number)).text, organizationId: OrganizationID(bits: UInt128(organization)).text,
            mailboxId: MailboxID(bits: UInt128(mailbox)).text, granteeId: grantee.text, rights: rights,
            grantedBy: AccountID(bits: 99).text, createTime: Timestamp(microsecondsSince1970: 1_600_000_000_000_000),
            revision: 1)
    }
}

func account(_ number: Int) -> Grantee { .account(AccountID(bits: UInt128(number))) }
func group(_ number: Int) -> Grantee { .group(GroupID(bits: UInt128(number))) }
