import Testing

@testable import MailboxDomain

/// Delegations that are limited to folders.
struct FolderTests {
    let world = World()

    private func grant(_ path: String, _ operations: FolderOperations, subtree: Bool = true) throws -> FolderGrant {
        FolderGrant(path: try FolderPath(path), subtree: subtree, operations: operations)
    }

    private func give(
        _ id: DelegationID, _ grantee: Grantee, _ rights: Rights, _ folders: [FolderGrant], _ window: Window = .always,
        frozen: Bool = false
    ) {
        let given = Delegation(
            id: id, mailbox: 20, grantee: grantee, rights: rights, window: window, folders: folders, frozen: frozen)
        world.index.apply([.put(given)], in: 1)
    }

    private func decide(
        _ folder: String?, _ operation: FolderOperation? = nil, _ right: Rights = .open, at now: Int64 = noon
    ) throws -> Decision {
        let question = Question(
            account: .id(1), mailbox: .id(20), right: right, folder: try folder.map { try FolderPath($0) },
            operation: operation)
        let decision = world.index.decide(question, at: Now(now))
        #expect(world.index.explain(question, at: Now(now)).decision == decision)
        return decision
    }

    @Test("D27 a folder gives what is named of it, with what is below it where that is said, and nothing else")
    func covering() throws {
        give(
            70, .account(1), .open,
            try [
                grant("/Inbox", [.read, .write]), grant("/Sent", .read, subtree: false), grant("/Inbox/Secret", .delete),
                grant("/", .write, subtree: false),
            ])
        let table: [(String?, FolderOperation?, Bool)] = [
            ("/Inbox", nil, true), ("/Inbox", .read, true), ("/Inbox", .write, true), ("/Inbox", .delete, false),
            ("/Inbox/a/b", .write, true), ("/Inboxes", .read, false), ("/inbox", .read, false),
            ("/Sent", .read, true), ("/Sent", .write, false), ("/Sent/a", .read, false),
            ("/Inbox/Secret", .delete, true), ("/Inbox/Secret/x", .delete, true), ("/Inbox/Secret", .read, true),
            ("/", .write, true), ("/", .read, false), ("/Other", .write, false), (nil, nil, false), (nil, .write, false),
        ]
        for (folder, operation, allowed) in table {
            let reason: Reason = allowed ? .allowedGrant : .folderExcluded
            #expect(try decide(folder, operation) == Decision(reason, delegation: 70), "\(folder ?? "whole") \(operation as Any)")
        }
    }

    @Test("D27 the mailbox as a whole takes a grant without folders, or the top with all below it")
    func whole() throws {
        give(70, .account(1), .open, try [grant("/", .read)])
        #expect(try decide(nil).allowed && decide(nil, .read).allowed && decide("/a/b").allowed && decide("/").allowed)
        #expect(try decide(nil, .write).reason == .folderExcluded && decide("/a", .delete).reason == .folderExcluded)
        give(70, .account(1), .open, [])
        for operation in FolderOperation.allCases {
            #expect(try decide("/a", operation).allowed && decide(nil, operation).allowed)
        }
    }

    @Test("D27 D3 folders limit open alone")
    func otherRights() throws {
        give(70, .account(1), .all, try [grant("/Inbox", .read)])
        for right in [Rights.send, .setUp] {
            #expect(try decide(nil, nil, right).allowed && decide("/Other", .write, right).allowed)
        }
        give(70, .account(1), [.send], try [grant("/Inbox", .read)])
        #expect(try decide("/Inbox").reason == .rightMissing)
    }

    @Test("D2 D27 the effective right is a union: one grant may give one folder, another another")
    func union() throws {
        world.group(50, [.account(1)])
        give(70, .account(1), .open, try [grant("/Inbox", .read)])
        give(71, .group(50), .open, try [grant("/Sent", .all)])
        #expect(try decide("/Inbox") == Decision(.allowedGrant, delegation: 70))
        #expect(try decide("/Sent", .delete) == Decision(.allowedGroupGrant, delegation: 71))
        // Of those that exclude it the direct one is named.
        #expect(try decide("/Other") == Decision(.folderExcluded, delegation: 70))
        #expect(try decide(nil) == Decision(.folderExcluded, delegation: 70))
    }

    @Test("D25 D27 folder_excluded comes behind the reasons of time, and before right_missing")
    func order() throws {
        world.group(50, [.account(1)])
        let inbox = try [grant("/Inbox", .read)]
        give(71, .group(50), .send, [])
        give(70, .account(1), .open, inbox)
        #expect(try decide("/Sent").reason == .folderExcluded)
        give(71, .group(50), .open, inbox, Window(startTime: noon + minute))
        #expect(try decide("/Sent") == Decision(.grantNotYet, delegation: 71, expireTime: noon + minute))
        // One that has ended is that, in whatever folder.
        give(70, .account(1), .open, inbox, Window(expireTime: noon))
        #expect(try decide("/Sent") == Decision(.grantExpired, delegation: 70, expireTime: noon + minute))
        give(71, .group(50), .open, [], frozen: true)
        #expect(try decide("/Sent").reason == .grantFrozen)
    }

    @Test("D19 D27 an answer holds until a grant begins that opens the folder, not until one that does not")
    func beginning() throws {
        world.group(50, [.account(1)])
        world.group(51, [.account(1)])
        give(71, .group(50), .open, [])
        give(72, .group(51), .open, try [grant("/Inbox", .read)], Window(startTime: noon + minute))
        #expect(try decide("/Inbox").expireTime == noon + minute)
        #expect(try decide("/Sent").expireTime == nil)
    }

    @Test("D24 D27 lists say which folders count, merged, and show a mailbox of which only folders do")
    func lists() throws {
        world.group(50, [.account(1)])
        world.group(51, [.account(1)])
        let (first, second) = try (
            [grant("/Inbox", .read), grant("/Inbox/a", .write), grant("/Sent", .read, subtree: false)],
            [grant("/Inbox", .write), grant("/Sent", .read)]
        )
        give(71, .group(50), [.open, .send], first)
        give(72, .group(51), .open, second)
        let all = try #require(world.index.accessible(to: 1, after: nil, limit: 9, at: Now(noon)))
        #expect(all.map(\.mailbox.id) == [1, 20] && all[1].rights == .send && all[1].delegations == [71, 72])
        #expect(try all[1].folders == [grant("/Inbox", [.read, .write]), grant("/Sent", .read)])
        #expect(all[1].surfaces == Surface.allCases)
        #expect(
            all[1].paths == [
                .group(AccessGrant(delegation: 71, rights: .send, folders: first.inOrder), through: [50]),
                .group(AccessGrant(delegation: 72, rights: [], folders: second.inOrder), through: [51]),
            ])
        #expect(world.index.ways(to: 20, at: Now(noon)).map(\.delegation) == [71, 72])
        #expect(world.index.uses(1, 20, at: Now(noon)))
        // The top with all below it is the whole mailbox, and what has no folders makes others needless.
        give(72, .group(51), .open, try [grant("/", .read)])
        #expect(world.index.accessible(to: 1, after: 1, limit: 9, at: Now(noon))?.first?.rights == [.open, .send])
        give(72, .group(51), .open, [])
        let listed = try #require(world.index.accessible(to: 1, after: 1, limit: 9, at: Now(noon))?.first)
        #expect(listed.rights == [.open, .send] && listed.folders.isEmpty)
        give(71, .group(50), [], first)
        #expect(try #require(world.index.accessible(to: 1, after: 1, limit: 9, at: Now(noon))?.first).delegations == [72])
    }
}
