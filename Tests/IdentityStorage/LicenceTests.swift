import IdentityDomain
import IdentityStorage
import Messages
import SQL
import Testing

@Suite struct LicenceTests {
    private func licence(_ id: String, of account: String, _ subscription: String = "sub_pro") -> Licence {
        Licence(
            id: id, organizationId: acme.text, subscriptionId: subscription, accountId: account,
            createTime: Timestamp(microsecondsSince1970: Installation.now))
    }

    private func build() async throws -> Installation {
        let installation = try Installation()
        _ = try await installation.store.write { tx in
            try insertAcme(tx)
            for id in ["acc_a", "acc_b", "acc_c"] { try tx.insert(account(id)) }
            for (id, count) in [("sub_pro", 1), ("sub_free", 5)] as [(String, Int32)] {
                _ = try tx.insert(
                    Subscription(
                        id: id, organizationId: acme.text, plan: "pro", licenceCount: count, state: .active,
                        createTime: Timestamp(microsecondsSince1970: Installation.now)))
            }
            _ = try tx.insert(licence("lic_a", of: "acc_a"))
        }
        return installation
    }

    @Test("A6 the database itself takes no licence beyond the count, none without its subscription, and one an account")
    func constraints() async throws {
        let installation = try await build()
        for one in [
            licence("lic_b", of: "acc_b"), licence("lic_c", of: "acc_a", "sub_free"),
            licence("lic_d", of: "acc_b", "sub_none"),
        ] {
            await #expect(throws: SQLError.self) { _ = try await installation.store.write { _ = try $0.insert(one) } }
        }
        let stored = try await installation.store.read { connection in
            (try connection.subscription(SubscriptionID("sub_pro")), try connection.licence(of: AccountID("acc_a")))
        }
        #expect(stored.0?.assignedCount == 1 && stored.1?.plan == "pro")
    }

    @Test("A6 D17 followers learn whose licence it is and which plan a subscription has, each by itself")
    func followed() async throws {
        let installation = try await build()
        let records = try await installation.store.read { connection in
            var found: [ChangeRecord] = []
            try connection.eachChange { found.append($0) }
            return found
        }
        let kinds = records.map(\.type)
        let (subscription, licence) = (kinds.lastIndex(of: Subscription.name), kinds.firstIndex(of: Licence.name))
        let (at, behind) = (try #require(subscription), try #require(licence))
        #expect(at < behind)
        #expect(try Subscription(decoding: records[at].value).assignedCount == 0)
        #expect(records[behind].id == "acc_a")
        let told = try Licence(decoding: records[behind].value)
        #expect(told.plan.isEmpty && told.subscriptionId == "sub_pro" && told.accountId == "acc_a")
    }
}
