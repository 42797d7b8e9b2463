import Contract
import IdentityDomain
import IdentityHandlers
import IdentityStorage
import Messages
import RPC
import SQL
import Testing

/// A2: billing details are the owner's alone.
struct BillingTests {
    private static let words = [
        "Acme Holding", "Hidden Lane 7", "DE123456789", "bills@acme.example", "PO-2026-0815",
    ]
    private static let paths = ["name", "address_lines", "country", "vat_number", "email", "payment_reference"]

    private func details(of acme: Acme, etag: String = "") -> BillingDetails {
        BillingDetails(
            organizationId: acme.id, name: Self.words[0], addressLines: [Self.words[1], "12345 Town"], country: "DE",
            vatNumber: Self.words[2], email: Self.words[3], paymentReference: Self.words[4], etag: etag)
    }

    @Test("A2 the owner writes and reads billing details, field by field")
    func owner() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        #expect(try await installation.billing(of: acme.id, as: acme.owner).revision == 1)
        let stored = try await installation.bill(details(of: acme), Self.paths, as: acme.owner)
        #expect(try await installation.billing(of: acme.id, as: acme.owner) == stored.billingDetails)
        #expect(stored.billingDetails?.addressLines == [Self.words[1], "12345 Town"] && stored.billingDetails?.revision == 2)
        #expect(try await installation.bill(details(of: acme), Self.paths, as: acme.owner).unchanged)
        let cleared = try await installation.bill(
            BillingDetails(organizationId: acme.id), ["address_lines", "email"], as: acme.owner)
        #expect(cleared.billingDetails?.addressLines == [] && cleared.billingDetails?.email == "")
        #expect(cleared.billingDetails?.vatNumber == Self.words[2])
        let stale = await failure { () throws(Status) in
            try await installation.bill(details(of: acme, etag: stored.billingDetails?.etag ?? ""), ["name"], as: acme.owner)
        }
        #expect(stale?.reason == .etagMismatch)
        for (path, field) in [("revision", "update_mask"), ("organization_id", "update_mask"), ("", "update_mask")] {
            let status = await failure { () throws(Status) in
                try await installation.bill(details(of: acme), [path], as: acme.owner)
            }
            #expect(status?.metadata["field"] == field, "\(path)")
        }
        var wrong = details(of: acme)
        wrong.email = "nobody"
        let status = await failure { [wrong] () throws(Status) in try await installation.bill(wrong, ["email"], as: acme.owner) }
        #expect(status?.metadata["field"] == "billing_details.email")
    }

    @Test("A2 to everybody else they are what an organization is that does not exist, and the attempt is an event")
    func hidden() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        try await installation.bill(details(of: acme), Self.paths, as: acme.owner)
        let others = [
            try await installation.member("full", of: acme, role: .fullAdmin),
            try await installation.member("auditor", of: acme, role: .auditor), try await installation.member("jo", of: acme),
            try await installation.acme("other").owner,
        ]
        let nobody = "org_" + String(repeating: "0", count: 26)
        for account in others {
            var read: [Status?] = []
            var changed: [Status?] = []
            for id in [acme.id, nobody] {
                read.append(await failure { () throws(Status) in try await installation.billing(of: id, as: account) })
                let event = try #require(try await installation.events().last)
                #expect(event.action == "billing_details.read" && event.outcome == .denied)
                #expect(event.decision?.reason == "NOT_FOUND")
                #expect(event.actor?.id == account.id && event.organizationId == account.organizationId)
                var wanted = details(of: acme)
                wanted.organizationId = id
                let asked = wanted
                changed.append(
                    await failure { () throws(Status) in try await installation.bill(asked, ["nonsense"], as: account) })
            }
            #expect(read[0]?.code == .notFound && read[0]?.reason == .notFound && read[0] == read[1])
            #expect(changed[0] == changed[1] && changed[0] == read[0])
        }
    }

    @Test("A2 who was the owner sees them no more, and the new owner does")
    func passed() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let full = try await installation.member("full", of: acme, role: .fullAdmin)
        try await installation.bill(details(of: acme), Self.paths, as: acme.owner)
        try await installation.pass(to: full, by: acme.owner)
        #expect(try await installation.billing(of: acme.id, as: full).name == Self.words[0])
        let read = await failure { () throws(Status) in try await installation.billing(of: acme.id, as: acme.owner) }
        #expect(read?.reason == .notFound)
        let status = await failure { () throws(Status) in
            try await installation.bill(details(of: acme), ["name"], as: acme.owner)
        }
        #expect(status?.reason == .notFound)
    }

    @Test("A2 billing values are in nothing that others read: not in the feed, in no event, and beside none")
    func nowhere() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let before = installation.store.position
        try await installation.bill(details(of: acme), Self.paths, as: acme.owner)
        _ = await failure { () throws(Status) in try await installation.bill(details(of: acme), ["nonsense"], as: acme.owner) }
        let event = try #require(try await installation.events().first { $0.action == "billing_details.updated" })
        #expect(event.changes.map(\.path) == Self.paths && event.target?.id == acme.id)
        #expect(event.changes.allSatisfy { $0.before.isEmpty && $0.after.hasPrefix("hmac-sha256:") })
        #expect(event.personal.map(\.path).allSatisfy { !$0.hasPrefix("changes.") })
        let written = try await installation.store.outboxBatch(events: 1000, bytes: 10_000_000).flatMap(\.event)
        for word in Self.words { #expect(!written.contains(Array(word.utf8)), "\(word)") }
        guard case .changes(let transactions, _) = try await installation.store.changes(after: ChangePlace(before), limit: 10)
        else { return #expect(Bool(false), "there are positions") }
        #expect(transactions.flatMap(\.changes).isEmpty)
        let told = try await installation.store.read { connection in
            var told: [UInt8] = []
            try connection.eachChange { told += $0.value }
            return told
        }
        for word in Self.words { #expect(!told.contains(Array(word.utf8)), "\(word)") }
    }
}

extension Installation {
    func billing(of organization: String, as reader: Account) async throws(Status) -> BillingDetails {
        try await call(
            BillingServiceMethods.getBillingDetails, GetBillingDetailsRequest(organizationId: organization), as: reader
        ).billingDetails ?? BillingDetails()
    }

    @discardableResult
    func bill(
        _ details: BillingDetails, _ paths: [String], as account: Account
    ) async throws(Status) -> UpdateBillingDetailsResponse {
        try await call(
            BillingServiceMethods.updateBillingDetails,
            UpdateBillingDetailsRequest(billingDetails: details, updateMask: FieldMask(paths: paths)), as: account)
    }
}
