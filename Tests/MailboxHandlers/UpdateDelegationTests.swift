import Contract
import MailboxHandlers
import Messages
import RPC
import Testing

/// Other terms for a delegation that is there: what the mask names.
struct UpdateDelegationTests {
    let house: House

    init() async throws { house = try await House.built() }

    @Test("what the mask names is changed, and nothing else")
    func mask() async throws {
        let end = Timestamp(microsecondsSince1970: house.now + 9_000_000)
        let first = try await house.grant(20, acc(1), .open, .send) { request in
            (request.expireTime, request.displayedSender) = (end, .showDelegate)
            (request.readFolders, request.writeFolders) = (["/Inbox/*"], ["/Inbox"])
        }
        let before = try #require(first.delegation)
        let later = Timestamp(microsecondsSince1970: house.now + 20_000_000)
        let whole: (inout UpdateDelegationRequest) -> Void = { request in
            request.delegation?.rights = [.setUp, .open]
            request.delegation?.startTime = end
            request.delegation?.expireTime = later
            request.delegation?.displayedSender = .hideDelegate
            request.delegation?.readFolders = ["/Other"]
            request.delegation?.writeFolders = []
            request.delegation?.deleteFolders = ["/Other/*"]
        }
        let steps: [(String, (inout Delegation) -> Void)] = [
            ("rights", { $0.rights = [.open, .setUp] }), ("expire_time", { $0.expireTime = later }),
            ("start_time", { $0.startTime = end }), ("displayed_sender", { $0.displayedSender = .hideDelegate }),
            ("read_folders", { $0.readFolders = ["/Other"] }), ("write_folders", { $0.writeFolders = [] }),
            ("delete_folders", { $0.deleteFolders = ["/Other/*"] }),
        ]
        var expected = before
        for (path, step) in steps {
            let updated = try #require(try await house.update(20, acc(1), path, by: 30, whole).delegation)
            step(&expected)
            (expected.revision, expected.etag) = (expected.revision + 1, updated.etag)
            #expect(updated == expected, "\(path)")
        }
        let again = try await house.update(20, acc(1), "rights", "read_folders", by: 30, whole)
        #expect(again.unchanged && again.eventId.isEmpty && again.delegation == expected)
        // What a mask names and the request leaves out is taken away.
        let emptied = try await house.update(
            20, acc(1), "rights", "start_time", "expire_time", "displayed_sender", "read_folders", "delete_folders")
        #expect(emptied.delegation?.rights == [] && emptied.delegation?.startTime == nil)
        #expect(emptied.delegation?.expireTime == nil && emptied.delegation?.displayedSender == .unspecified)
        #expect(emptied.delegation?.readFolders == [] && emptied.delegation?.deleteFolders == [])
    }

    @Test("D6 D19 D27 other terms are judged as a grant's are, and what is refused changes nothing")
    func refused() async throws {
        try await house.grant(20, acc(1), .open) { $0.readFolders = ["/Inbox"] }
        let now = house.now
        let table: [([String], (inout UpdateDelegationRequest) -> Void, ErrorReason, String?)] = [
            ([], { _ in }, .missingField, "update_mask"), (["id"], { _ in }, .invalidField, "update_mask"),
            (["frozen"], { _ in }, .invalidField, "update_mask"),
            (["rights"], { $0.delegation?.rights = [.send] }, .foldersWithoutOpen, nil),
            (
                ["expire_time"], { $0.delegation?.expireTime = Timestamp(microsecondsSince1970: now) }, .invalidField,
                "expire_time"
            ),
            (
                ["read_folders"], { $0.delegation?.readFolders = ["/a", "b"] }, .folderPath, "delegation.read_folders[1]"
            ), (["rights"], { $0.delegation?.mailboxId = mbx(30) }, .selectorsDisagree, "delegation.mailbox_id"),
            (["rights"], { $0.delegation?.granteeId = acc(2) }, .selectorsDisagree, "delegation.grantee_id"),
            (["rights"], { $0.delegation?.organizationId = org(2) }, .selectorsDisagree, "delegation.organization_id"),
            (["rights"], { $0.delegation?.id = "" }, .missingField, "delegation.id"),
            (["rights"], { $0.delegation?.id = "dlg_00000000000000000000000000" }, .notFound, nil),
            (["rights"], { $0.delegation = nil }, .missingField, "delegation"),
        ]
        for (paths, change, reason, field) in table {
            let status = await failure { () throws(Status) in
                try await house.update(20, acc(1)) { request in
                    request.updateMask = FieldMask(paths: paths)
                    change(&request)
                }
            }
            #expect(status?.reason == reason, "\(paths) \(reason)")
            if let field { #expect(status?.metadata["field"] == field) }
        }
        try await house.person(1, .user, .suspended)
        let suspended = await failure { () throws(Status) in
            try await house.update(20, acc(1), "rights") { $0.delegation?.rights = [.open, .send] }
        }
        #expect(suspended?.reason == .wrongState)
        #expect(try await house.delegates(20).first?.delegation?.rights == [.open])
    }

    @Test("D19 another window moves what happens at its begin and its end")
    func window() async throws {
        let now = house.now
        func at(_ seconds: Int64) -> Timestamp { Timestamp(microsecondsSince1970: now + seconds * 1_000_000) }
        try await house.grant(20, acc(1), .open) { ($0.startTime, $0.expireTime) = (at(10), at(20)) }
        try await house.update(20, acc(1), "start_time", "expire_time") {
            $0.delegation?.startTime = at(30)
            $0.delegation?.expireTime = at(40)
        }
        house.advance(25_000_000)
        #expect(try await house.passTime().done == 0)
        #expect(try await house.check(1, 20).reason == .grantNotYet)
        house.advance(10_000_000)
        #expect(try await house.passTime().done == 1)
        #expect(try await house.check(1, 20).allowed)
        try await house.update(20, acc(1), "expire_time")
        house.advance(10_000_000)
        #expect(try await house.passTime().done == 0)
        #expect(try await house.check(1, 20).allowed)
        #expect(try await house.events().last?.action == "delegation.updated")
    }

    @Test("E2 D26 the event has what changed; only tried out nothing does; a request id gives the answer again")
    func events() async throws {
        try await house.grant(20, acc(1), .open)
        let widen: (inout UpdateDelegationRequest) -> Void = { $0.delegation?.rights = [.open, .send] }
        try await house.update(20, acc(1), "rights", by: 31) { request in
            widen(&request)
            request.validateOnly = true
        }
        #expect(try await house.check(1, 20, .send).reason == .rightMissing)
        let updated = try await house.update(20, acc(1), "rights", by: 31) { request in
            widen(&request)
            request.requestId = "r"
        }
        #expect(updated.delegation?.grantedBy == acc(31))
        try await house.update(20, acc(1), "rights") { $0.delegation?.rights = [.open] }
        let again = try await house.update(20, acc(1), "rights", by: 31) { request in
            widen(&request)
            request.requestId = "r"
        }
        #expect(again.delegation == updated.delegation && again.eventId == updated.eventId)
        let event = try #require(try await house.events().first { $0.action == "delegation.updated" })
        #expect(event.id == updated.eventId)
        #expect(event.changes.contains(EventChange(path: "rights", before: "open", after: "open, send")))
        #expect(event.target?.mailboxId == mbx(20) && event.target?.subjectId == acc(1))
    }
}
