import Contract
import MailboxHandlers
import Messages
import RPC
import Testing

/// What a grant says besides rights and times: folders and displayed sender, and what policies let it say.
struct GrantTermsTests {
    let house: House

    init() async throws { house = try await House.built() }

    @Test("D3 all eight sets are stored and shown as they were given")
    func sets() async throws {
        for sum in 0..<8 {
            let rights = [Right.open, .send, .setUp].enumerated().filter { sum >> $0.offset & 1 == 1 }.map(\.element)
            try await house.grant(20, acc(1)) { $0.rights = rights.reversed() }
            #expect(try await house.delegates(20).map { $0.delegation?.rights } == [rights])
        }
    }

    @Test("D14 D27 sender and folders are stored in one form, and shown; the same again changes nothing, in whatever order")
    func stored() async throws {
        let first = try await house.grant(20, acc(1), .open, .send) { request in
            request.displayedSender = .hideDelegate
            (request.readFolders, request.writeFolders) = (["/b", "/a/*", "/e\u{301}", "/b"], ["/*"])
        }
        let delegation = try #require(first.delegation)
        #expect(delegation.displayedSender == .hideDelegate && delegation.writeFolders == ["/*"])
        #expect(delegation.readFolders.map { Array($0.utf8) } == ["/a/*", "/b", "/\u{E9}"].map { Array($0.utf8) })
        #expect(try await house.delegates(20).map(\.delegation) == [delegation])
        let again = try await house.grant(20, acc(1), .send, .open) { request in
            request.displayedSender = .hideDelegate
            (request.readFolders, request.writeFolders) = (["/\u{E9}", "/a/*", "/b"], ["/*"])
        }
        #expect(again.unchanged && again.delegation == delegation)
        for change in [{ $0.displayedSender = .unspecified }, { $0.deleteFolders = ["/b"] }]
            as [(inout GrantDelegationRequest) -> Void]
        {
            let other = try await house.grant(20, acc(1), .open, .send, by: 30, change)
            #expect(!other.unchanged && other.delegation?.id == delegation.id)
        }
    }

    @Test("D27 what is no folder is refused, with the field, its place and what is wrong with it")
    func folders() async throws {
        let table: [((inout GrantDelegationRequest) -> Void, String, String)] = [
            ({ $0.readFolders = ["Inbox"] }, "read_folders[0]", "begins with /"),
            ({ $0.readFolders = ["/a", "/b//c"] }, "read_folders[1]", "a name"),
            ({ $0.writeFolders = ["/a/../b"] }, "write_folders[0]", ".."),
            ({ $0.deleteFolders = ["/a", "/b", "/c\u{1}"] }, "delete_folders[2]", "control"),
            ({ $0.readFolders = ["/*/a"] }, "read_folders[0]", "*"),
            ({ $0.readFolders = ["/" + String(repeating: "x", count: 512)] }, "read_folders[0]", "512"),
        ]
        for (change, field, why) in table {
            let status = await failure { () throws(Status) in try await house.grant(20, acc(1), .open, by: 30, change) }
            #expect(status?.code == .invalidArgument && status?.reason == .folderPath, "\(field)")
            #expect(status?.metadata["field"] == field && status?.message.contains(why) == true, "\(status?.message ?? "")")
        }
        let blind = await failure { () throws(Status) in try await house.grant(20, acc(1), .send) { $0.readFolders = ["/a"] } }
        #expect(blind?.reason == .foldersWithoutOpen)
        #expect(try await house.delegates(20).isEmpty)
    }

    @Test("D3 under all_or_nothing a grant is open and send of the whole mailbox; any other set is refused as unsupported")
    func allOrNothing() async throws {
        try await house.decide { $0.allOrNothing = .on }
        for rights in [[], [.open], [.send], [.setUp], [.open, .send, .setUp]] as [[Right]] {
            let status = await failure { () throws(Status) in try await house.grant(20, acc(1)) { $0.rights = rights } }
            #expect(status?.reason == .unsupported && status?.code == .failedPrecondition, "\(rights)")
        }
        let limited = await failure { () throws(Status) in
            try await house.grant(20, acc(1), .open, .send) { $0.readFolders = ["/a"] }
        }
        #expect(limited?.reason == .unsupported)
        try await house.grant(20, acc(1), .open, .send)
        let narrowed = await failure { () throws(Status) in
            try await house.update(20, acc(1), "rights") { $0.delegation?.rights = [.open] }
        }
        #expect(narrowed?.reason == .unsupported)
    }

    @Test("D14 under no_displayed_sender asking for one is refused")
    func noSender() async throws {
        try await house.decide { $0.noDisplayedSender = .on }
        for display in [SenderDisplay.showDelegate, .hideDelegate] {
            let status = await failure { () throws(Status) in
                try await house.grant(20, acc(1), .send) { $0.displayedSender = display }
            }
            #expect(status?.reason == .unsupported)
        }
        try await house.grant(20, acc(1), .send)
        let updated = await failure { () throws(Status) in
            try await house.update(20, acc(1), "displayed_sender") { $0.delegation?.displayedSender = .showDelegate }
        }
        #expect(updated?.reason == .unsupported)
    }

    @Test("D11 D12 without a group in common, or the owner's plan, a personal mailbox is not granted: each its reason")
    func conditions() async throws {
        try await house.decide { $0.commonGroup = .on }
        #expect(await failure { () throws(Status) in try await house.grant(2, acc(1), .open) }?.reason == .noCommonGroup)
        try await house.group(50, acc(1), acc(2))
        try await house.grant(2, acc(1), .open)
        try await house.decide { $0.ownerPlans = PolicyNames(names: ["pro", "ultra"]) }
        let plan = await failure { () throws(Status) in try await house.grant(2, acc(3), .open) }
        #expect(plan?.reason == .ownerPlan && plan?.metadata["plans"] == "pro ultra")
        // What is there is there (D1): it counts again with the plan.
        #expect(try await house.grant(2, acc(1), .open).unchanged)
    }
}
