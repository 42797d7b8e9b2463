import Contract
import IdentityDomain
import IdentityHandlers
import Messages
import RPC
import SQL
import Testing

@Suite struct LicenceTests {
    @Test("A6 an account has one licence at most: one of another subscription is moved in the same change")
    func moving() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let jo = try await installation.member("jo", of: acme)
        let (pro, ultra) = (
            try await installation.subscription("pro", 1, of: acme), try await installation.subscription("ultra", 1, of: acme)
        )
        let first = try await installation.license(jo, pro, by: acme.owner)
        #expect(first.licence?.plan == "pro" && !first.unchanged && !first.eventId.isEmpty)
        #expect(try await installation.plan(of: jo, by: acme.owner) == "pro")
        let again = try await installation.license(jo, pro, by: acme.owner)
        #expect(again.unchanged && again.eventId.isEmpty && again.licence == first.licence)
        let moved = try await installation.license(jo, ultra, by: acme.owner, etag: first.licence?.etag ?? "")
        #expect(moved.licence?.id == first.licence?.id && moved.licence?.plan == "ultra")
        #expect(installation.waitedFor.last == installation.store.position)
        #expect(try await installation.licences(of: acme) == [moved.licence])
        #expect(try await installation.licences(of: acme, pro) == [])
        #expect(try await installation.licences(of: acme, pro, account: jo) == [])
        #expect(try await installation.licences(of: acme, account: jo) == [moved.licence])
        #expect(try await installation.get(pro, by: acme.owner).assignedCount == 0)
        #expect(try await installation.get(ultra, by: acme.owner).assignedCount == 1)
        let event = try #require(try await installation.events().last)
        #expect(event.id == moved.eventId && event.action == "licence.assigned" && event.target?.id == ultra.id)
        #expect(event.target?.subjectId == jo.id && event.changes.map(\.path) == ["subscription_id"])
        #expect(event.changes.map(\.before) == [pro.id] && event.changes.map(\.after) == [ultra.id])

        // Taken from the subscription that is named, and no other.
        #expect(try await installation.unlicense(jo, pro, by: acme.owner).unchanged)
        let gone = try await installation.unlicense(jo, ultra, by: acme.owner)
        #expect(!gone.unchanged)
        #expect(try await installation.plan(of: jo, by: acme.owner) == "")
        let last = try #require(try await installation.events().last)
        #expect(last.id == gone.eventId && last.action == "licence.unassigned" && last.target?.subjectId == jo.id)
        #expect(try await installation.unlicense(jo, ultra, by: acme.owner).unchanged)
    }

    @Test("A6 beyond the count nothing is assigned, and below what is assigned the count does not go: with the numbers")
    func limits() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let pro = try await installation.subscription("pro", 2, of: acme)
        var people: [Account] = []
        for name in ["a", "b", "c"] { people.append(try await installation.member(name, of: acme)) }
        for person in people.prefix(2) { try await installation.license(person, pro, by: acme.owner) }
        for validateOnly in [true, false] {
            let refused = await failure { () throws(Status) in
                try await installation.license(people[2], pro, by: acme.owner, validateOnly: validateOnly)
            }
            #expect(refused?.code == .failedPrecondition && refused?.reason == .licencesExhausted)
            #expect(refused?.metadata["count"] == "2" && refused?.metadata["used"] == "2")
        }
        let event = try #require(try await installation.events().last)
        #expect(event.outcome == .denied && event.decision?.reason == "LICENCES_EXHAUSTED" && event.target?.id == pro.id)
        let lower = await failure { () throws(Status) in try await installation.change(pro, count: 1, by: acme.owner) }
        #expect(lower?.code == .failedPrecondition && lower?.reason == .licencesInUse)
        #expect(lower?.metadata["count"] == "1" && lower?.metadata["used"] == "2")
        try await installation.change(pro, count: 3, by: acme.owner)
        try await installation.license(people[2], pro, by: acme.owner)
        try await installation.unlicense(people[0], pro, by: acme.owner)
        try await installation.change(pro, count: 2, by: acme.owner)
        #expect(try await installation.get(pro, by: acme.owner).assignedCount == 2)
    }

    @Test("A6 of two who ask for the last licence at once, one gets it")
    func lastOne() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let pro = try await installation.subscription("pro", 1, of: acme)
        let people = [try await installation.member("a", of: acme), try await installation.member("b", of: acme)]
        for round in 0..<200 {
            let reasons = await withTaskGroup(of: ErrorReason?.self) { group in
                for person in people {
                    group.addTask {
                        await failure { () throws(Status) in
                            try await installation.license(person, pro, by: acme.owner)
                        }?.reason
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(reasons.filter { $0 == nil }.count == 1 && reasons.contains(.licencesExhausted), "round \(round)")
            let held = try await installation.licences(of: acme, pro)
            #expect(held.count == 1)
            for person in people where person.id == held[0].accountId {
                try await installation.unlicense(person, pro, by: acme.owner)
            }
        }
    }

    @Test("A6 B1 B2 B3 who can have a licence: not who is invited, not what is functional; who is suspended keeps it")
    func holders() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let (pro, ultra) = (
            try await installation.subscription("pro", 5, of: acme), try await installation.subscription("ultra", 5, of: acme)
        )
        let (jo, kim) = (try await installation.member("jo", of: acme), try await installation.member("kim", of: acme))
        try await installation.license(jo, pro, by: acme.owner)
        for one in [jo, kim] { try await installation.suspend(one, by: acme.owner) }
        #expect(try await installation.plan(of: jo, by: acme.owner) == "pro")
        #expect(try await installation.license(jo, ultra, by: acme.owner).licence?.plan == "ultra")
        let invited = try await installation.invite("max", to: acme).account ?? Account()
        let office = try await installation.functional("office", of: acme)
        for (account, reason) in [(kim, ErrorReason.wrongState), (invited, .wrongState), (office, .wrongType)] {
            let refused = await failure { () throws(Status) in try await installation.license(account, pro, by: acme.owner) }
            #expect(refused?.code == .failedPrecondition && refused?.reason == reason, "\(account.displayName)")
        }
        try await installation.reactivate(jo, by: acme.owner)
        #expect(try await installation.plan(of: jo, by: acme.owner) == "ultra")
    }

    @Test(
        "A6 B1 B3 a licence is free when its account is deleted or becomes functional, and that event tells of it",
        arguments: [true, false])
    func ending(isDeleted: Bool) async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let pro = try await installation.subscription("pro", 1, of: acme)
        let (jo, kim) = (try await installation.member("jo", of: acme), try await installation.member("kim", of: acme))
        try await installation.license(jo, pro, by: acme.owner)
        if isDeleted {
            try await installation.delete(jo, by: acme.owner)
        } else {
            _ = try await installation.call(
                AccountServiceMethods.changeAccountType,
                ChangeAccountTypeRequest(accountId: jo.id, accountType: .functional), as: acme.owner)
        }
        let event = try #require(try await installation.events().last)
        #expect(event.action == (isDeleted ? "account.deleted" : "account.type_changed"))
        #expect(event.changes.first { $0.path == "licence" }?.before == pro.id)
        #expect(try await installation.licences(of: acme) == [] && installation.waitedFor.last == installation.store.position)
        #expect(try await installation.get(pro, by: acme.owner).assignedCount == 0)
        try await installation.license(kim, pro, by: acme.owner)
        let late = await failure { () throws(Status) in try await installation.license(jo, pro, by: acme.owner) }
        #expect(late?.reason == (isDeleted ? .wrongState : .wrongType))
    }

    @Test("A6 by subscription: edit, and with roles off by every administrator; the others see")
    func rights() async throws {
        let before = try await Installation()
        let acme = try await before.acme()
        let jo = try await before.member("jo", of: acme)
        let pro = try await before.subscription("pro", 1, of: acme)
        var lesser: [Account] = []
        for role in [RoleID.policyAdmin, .support, .auditor] {
            lesser.append(try await before.member("\(role)".filter(\.isLetter).lowercased(), of: acme, role: role))
        }
        let full = try await before.member("full", of: acme, role: .fullAdmin)
        for one in lesser {
            let refused = await failure { () throws(Status) in try await before.license(jo, pro, by: one) }
            #expect(refused?.reason == .roleLacksScope && refused?.metadata["scope"] == "subscription")
            #expect(refused?.metadata["needed"] == "edit" && refused?.metadata["held"] == "view")
            #expect(try await before.licences(of: acme, by: one) == [])
            #expect(try await before.get(pro, by: one).plan == "pro")
        }
        try await before.license(jo, pro, by: full)
        let user = await failure { () throws(Status) in try await before.get(pro, by: jo) }
        #expect(user?.reason == .roleLacksScope)
        _ = try await before.store.write { try $0.run("UPDATE organizations SET roles_enabled = 0", []) }
        let off = try await Installation(after: before)
        for one in lesser {
            try await off.unlicense(jo, pro, by: one)
            try await off.license(jo, pro, by: one)
        }
    }

    @Test("A6 D28 another organization's account and subscription are not found")
    func elsewhere() async throws {
        let installation = try await Installation()
        let (acme, other) = (try await installation.acme(), try await installation.acme("other"))
        let (ours, theirs) = (
            try await installation.subscription("pro", 1, of: acme), try await installation.subscription("pro", 1, of: other)
        )
        let jo = try await installation.member("jo", of: acme)
        let refused = [
            await failure { () throws(Status) in try await installation.license(jo, theirs, by: acme.owner) },
            await failure { () throws(Status) in try await installation.license(other.owner, ours, by: acme.owner) },
            await failure { () throws(Status) in try await installation.unlicense(other.owner, ours, by: acme.owner) },
            await failure { () throws(Status) in try await installation.licences(of: acme, theirs) },
            await failure { () throws(Status) in try await installation.licences(of: acme, account: other.owner) },
            await failure { () throws(Status) in try await installation.get(theirs, by: acme.owner) },
            await failure { () throws(Status) in try await installation.change(theirs, plan: "free", by: acme.owner) },
            await failure { () throws(Status) in try await installation.cancel(theirs, by: acme.owner) },
        ]
        #expect(refused.allSatisfy { $0?.code == .notFound && $0?.reason == .notFound })
        #expect(try await installation.get(theirs, by: other.owner).assignedCount == 0)
    }

    @Test("A6 how many are assigned is what the rows say, after any history")
    func counted() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        var subscriptions: [Subscription] = []
        for count in [1, 2, 3] as [Int32] { subscriptions.append(try await installation.subscription("pro", count, of: acme)) }
        var people: [Account] = []
        for number in 0..<6 { people.append(try await installation.member("p\(number)", of: acme)) }
        var random = SystemRandomNumberGenerator()
        for step in 0..<400 {
            let (person, subscription) = (people.randomElement(using: &random)!, subscriptions.randomElement(using: &random)!)
            // What is refused is refused; what counts is what is left of it.
            _ = await failure { () throws(Status) in
                switch step % 40 {
                case 7: try await installation.suspend(person, by: acme.owner)
                case 13: try await installation.reactivate(person, by: acme.owner)
                case 39 where step % 80 == 39: try await installation.delete(person, by: acme.owner)
                case 29 where step > 200: try await installation.cancel(subscription, by: acme.owner)
                case 31: try await installation.change(subscription, count: Int32.random(in: 1...4), by: acme.owner)
                case let step where step % 3 == 0: try await installation.unlicense(person, subscription, by: acme.owner)
                default: try await installation.license(person, subscription, by: acme.owner)
                }
            }
            if step % 50 == 49 { try await installation.passTime() }
            let licences = try await installation.licences(of: acme)
            #expect(Set(licences.map(\.accountId)).count == licences.count)
            for subscription in subscriptions {
                let stored = try await installation.get(subscription, by: acme.owner)
                #expect(Int(stored.assignedCount) == licences.count { $0.subscriptionId == subscription.id }, "step \(step)")
                #expect(stored.assignedCount <= stored.licenceCount)
            }
        }
    }
}
