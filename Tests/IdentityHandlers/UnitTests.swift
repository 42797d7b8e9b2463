import Contract
import IdentityDomain
import IdentityHandlers
import Messages
import RPC
import Testing

@Suite struct UnitTests {
    private func refused<Answer>(_ body: () async throws(Status) -> Answer) async -> ErrorReason? {
        await failure(body)?.reason
    }

    @Test("B10 units stand one under the other, twenty at most, and never below themselves")
    func tree() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        var chain = [""]
        for level in 1...20 {
            chain.append(try await installation.unit("level \(level)", of: acme, under: chain[level - 1]).id)
        }
        let deeper = await failure { () throws(Status) in
            try await installation.unit("deeper", of: acme, under: chain[20])
        }
        #expect(deeper?.code == .failedPrecondition && deeper?.reason == .unitTooDeep)
        #expect(deeper?.metadata["depth"] == "21" && deeper?.metadata["max"] == "20")
        for (unit, parent) in [(1, 1), (1, 2), (1, 20), (7, 13)] {
            let cycle = await failure { () throws(Status) in
                try await installation.move(chain[unit], under: chain[parent], by: acme.owner)
            }
            #expect(cycle?.code == .failedPrecondition && cycle?.reason == .unitCycle, "\(unit) under \(parent)")
        }
        // What is below comes with it, and counts.
        let other = try await installation.unit("other", of: acme)
        #expect(
            await refused { () throws(Status) in try await installation.move(chain[1], under: other.id, by: acme.owner) }
                == .unitTooDeep)
        #expect(try await installation.move(chain[2], under: other.id, by: acme.owner).unit?.parentId == other.id)
        let again = try await installation.move(chain[2], under: other.id, by: acme.owner)
        #expect(again.unchanged && again.eventId.isEmpty)
        #expect(try await installation.move(chain[2], under: "", by: acme.owner).unit?.parentId == "")
    }

    @Test("B10 of two moves at once that would put each unit under the other, one is refused")
    func race() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let (a, b) = (try await installation.unit("a", of: acme).id, try await installation.unit("b", of: acme).id)
        for round in 0..<200 {
            async let first = failure { () throws(Status) in try await installation.move(a, under: b, by: acme.owner) }
            async let second = failure { () throws(Status) in try await installation.move(b, under: a, by: acme.owner) }
            let failures = await [first, second]
            #expect(failures.compactMap { $0?.reason } == [.unitCycle], "round \(round)")
            for unit in [a, b] { try await installation.move(unit, under: "", by: acme.owner) }
        }
    }

    @Test("B10 a unit that holds anything is not deleted, and the refusal counts what")
    func notEmpty() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let (top, below) = (try await installation.unit("top", of: acme).id, try await installation.unit("x", of: acme).id)
        try await installation.move(below, under: top, by: acme.owner)
        let jo = try await installation.member("jo", of: acme)
        let kim = try await installation.member("kim", of: acme, role: .support)
        try await installation.place(jo, in: top, by: acme.owner)
        try await installation.assign(.support, in: top, to: kim, by: acme.owner)
        func counts() async -> [String?] {
            let status = await failure { () throws(Status) in try await installation.delete(top, by: acme.owner) }
            #expect(status == nil || status?.reason == .unitNotEmpty && status?.code == .failedPrecondition)
            return ["units", "accounts", "role_assignments"].map { status?.metadata[$0] }
        }
        #expect(await counts() == ["1", "1", "1"])
        try await installation.delete(below, by: acme.owner)
        #expect(await counts() == ["0", "1", "1"])
        try await installation.place(jo, in: "", by: acme.owner)
        #expect(await counts() == ["0", "0", "1"])
        _ = try await installation.call(
            AdministratorServiceMethods.unassignRole,
            UnassignRoleRequest(accountId: kim.id, roleId: "rol_support", unitId: top), as: acme.owner)
        #expect(await counts() == [nil, nil, nil])
        #expect(await refused { () throws(Status) in try await installation.place(jo, in: top, by: acme.owner) } == .notFound)
        #expect(await refused { () throws(Status) in try await installation.delete(top, by: acme.owner) } == .notFound)
    }

    @Test("B10 names are unique among siblings, keys in the organization; domains are kept as A-labels")
    func names() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let sales = try await installation.unit("Sales", of: acme, externalID: "7", domain: "Bücher.example")
        #expect(sales.defaultDomain == "xn--bcher-kva.example" && !sales.etag.isEmpty && sales.revision == 1)
        let north = try await installation.unit("North", of: acme, under: sales.id)
        try await installation.unit("Sales", of: acme, under: sales.id)
        #expect(await refused { () throws(Status) in try await installation.unit("Sales", of: acme) } == .alreadyExists)
        #expect(
            await refused { () throws(Status) in try await installation.unit("x", of: acme, externalID: "7") }
                == .alreadyExists)
        for domain in ["example", "exa mple.org", "-a.example", "12.34", "a@b.example", "a_b.example"] {
            #expect(
                await refused { () throws(Status) in try await installation.unit("y", of: acme, domain: domain) }
                    == .invalidField, "\(domain)")
        }
        let elsewhere = try await installation.unit("North", of: acme)
        #expect(
            await refused { () throws(Status) in try await installation.move(elsewhere.id, under: sales.id, by: acme.owner) }
                == .alreadyExists)
        func update(_ change: Messages.Unit, _ paths: [String]) async throws(Status) -> UpdateUnitResponse {
            try await installation.call(
                UnitServiceMethods.updateUnit,
                UpdateUnitRequest(unit: change, updateMask: FieldMask(paths: paths)), as: acme.owner)
        }
        let renamed = try await update(
            Messages.Unit(id: north.id, displayName: "N", externalId: "8", defaultDomain: "EXAMPLE.org", etag: north.etag),
            ["display_name", "external_id", "default_domain"])
        #expect(renamed.unit?.displayName == "N" && renamed.unit?.defaultDomain == "example.org")
        #expect(try await update(Messages.Unit(id: north.id, defaultDomain: "example.ORG"), ["default_domain"]).unchanged)
        #expect(try await update(Messages.Unit(id: north.id), ["default_domain"]).unit?.defaultDomain == "")
        let refusals: [(Messages.Unit, [String], ErrorReason)] = [
            (Messages.Unit(id: north.id, etag: north.etag), ["external_id"], .etagMismatch),
            (Messages.Unit(id: north.id), ["display_name"], .missingField),
            (Messages.Unit(id: north.id, displayName: "Sales"), ["display_name"], .alreadyExists),
            (Messages.Unit(id: north.id, externalId: "7"), ["external_id"], .alreadyExists),
            (Messages.Unit(id: north.id, parentId: elsewhere.id, displayName: "M"), ["display_name"], .selectorsDisagree),
            (Messages.Unit(id: north.id), ["parent_id"], .invalidField), (Messages.Unit(id: north.id), [], .missingField),
        ]
        for (change, paths, reason) in refusals {
            #expect(await refused { () throws(Status) in try await update(change, paths) } == reason, "\(reason)")
        }
    }

    @Test("B5 a default domain is one in which the organization may have addresses, and is not released meanwhile")
    func domains() async throws {
        let installation = try await Installation(unverifiedDomains: false)
        let acme = try await installation.acme()
        let status = await failure { () throws(Status) in
            try await installation.unit("a", of: acme, domain: "Acme.example")
        }
        #expect(status?.reason == .domainNotVerified && status?.metadata["domain"] == "acme.example")
        let other = try await Installation()
        let house = try await other.acme()
        let claimed = try await other.call(
            DomainServiceMethods.claimDomain,
            ClaimDomainRequest(organizationId: house.id, domainName: "units.example"), as: house.owner)
        let unit = try await other.unit("a", of: house, domain: "UNITS.example")
        func release() async throws(Status) -> ReleaseDomainResponse {
            try await other.call(
                DomainServiceMethods.releaseDomain, ReleaseDomainRequest(domainId: claimed.domain?.id ?? ""), as: house.owner)
        }
        let inUse = await failure { () throws(Status) in try await release() }
        #expect(inUse?.reason == .domainInUse && inUse?.metadata["units"] == "1" && inUse?.metadata["addresses"] == "0")
        try await other.delete(unit.id, by: house.owner)
        _ = try await release()
    }

    @Test("D28 another organization's unit is not found, whatever is asked of it")
    func elsewhere() async throws {
        let installation = try await Installation()
        let (acme, other) = (try await installation.acme(), try await installation.acme("other"))
        let (own, foreign) = (try await installation.unit("a", of: acme).id, try await installation.unit("b", of: other).id)
        let jo = try await installation.member("jo", of: acme)
        let kim = try await installation.member("kim", of: acme, role: .support)
        try await installation.place(try await installation.member("eve", of: other), in: foreign, by: other.owner)
        for unit in [foreign, "unt_01arz3ndektsv4rrffq69g5fav"] {
            let refusals = [
                await refused { () throws(Status) in try await installation.unit("x", of: acme, under: unit) },
                await refused { () throws(Status) in try await installation.move(own, under: unit, by: acme.owner) },
                await refused { () throws(Status) in try await installation.move(unit, under: own, by: acme.owner) },
                await refused { () throws(Status) in try await installation.delete(unit, by: acme.owner) },
                await refused { () throws(Status) in try await installation.place(jo, in: unit, by: acme.owner) },
                await refused { () throws(Status) in
                    try await installation.assign(.support, in: unit, to: kim, by: acme.owner)
                },
                await refused { () throws(Status) in
                    try await installation.call(UnitServiceMethods.getUnit, GetUnitRequest(unitId: unit), as: acme.owner)
                },
                await refused { () throws(Status) in
                    try await installation.call(
                        UnitServiceMethods.listUnits, ListUnitsRequest(organizationId: acme.id, parentId: unit), as: acme.owner)
                },
                await refused { () throws(Status) in
                    try await installation.call(
                        AccountServiceMethods.listAccounts, ListAccountsRequest(organizationId: acme.id, unitId: unit),
                        as: acme.owner)
                },
            ]
            #expect(refusals == Array(repeating: .notFound, count: refusals.count))
        }
    }

    @Test("one of two fields says where to, and not both")
    func destinations() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let (unit, jo) = (try await installation.unit("a", of: acme).id, try await installation.member("jo", of: acme))
        for (requests, reason) in [((false, ""), ErrorReason.missingField), ((true, unit), .invalidField)] {
            let (none, given) = requests
            let moved = await refused { () throws(Status) in
                try await installation.call(
                    UnitServiceMethods.moveUnit, MoveUnitRequest(unitId: unit, parentId: given, top: none), as: acme.owner)
            }
            let placed = await refused { () throws(Status) in
                try await installation.call(
                    UnitServiceMethods.setAccountUnit,
                    SetAccountUnitRequest(accountId: jo.id, unitId: given, noUnit: none), as: acme.owner)
            }
            #expect(moved == reason && placed == reason)
        }
    }

    @Test("B10 units and their accounts are listed page by page, and a filter narrows what is named")
    func lists() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let a = try await installation.unit("a", of: acme)
        var below: [Messages.Unit] = []
        for name in ["x", "y", "z"] { below.append(try await installation.unit(name, of: acme, under: a.id, externalID: name)) }
        func units(_ change: (inout ListUnitsRequest) -> Void) async throws(Status) -> ListUnitsResponse {
            var request = ListUnitsRequest(organizationId: acme.id)
            change(&request)
            return try await installation.call(UnitServiceMethods.listUnits, request, as: acme.owner)
        }
        #expect(Set(try await units { _ in }.units.map(\.id)) == Set(below.map(\.id) + [a.id]))
        #expect(try await units { $0.top = true }.units == [a])
        #expect(try await units { $0.displayNames = ["y", "nobody"] }.units == [below[1]])
        #expect(
            try await units {
                $0.externalIds = ["z", ""]; $0.top = true
            }.units == [])
        #expect(
            await refused { () throws(Status) in
                try await units {
                    $0.top = true; $0.parentId = a.id
                }
            } == .invalidField)
        let first = try await units {
            $0.parentId = a.id; $0.pageSize = 2
        }
        let second = try await units {
            $0.parentId = a.id; $0.pageSize = 2; $0.pageToken = first.nextPageToken
        }
        #expect(first.units.count == 2 && Set((first.units + second.units).map(\.id)) == Set(below.map(\.id)))
        let (jo, kim) = (try await installation.member("jo", of: acme), try await installation.member("kim", of: acme))
        try await installation.place(jo, in: a.id, by: acme.owner)
        func accounts(_ ids: [String], _ type: AccountType = .unspecified) async throws(Status) -> [String] {
            try await installation.call(
                AccountServiceMethods.listAccounts,
                ListAccountsRequest(organizationId: acme.id, accountType: type, accountIds: ids, unitId: a.id), as: acme.owner
            ).accounts.map(\.id)
        }
        for ids in [[], [kim.id, jo.id]] { #expect(try await accounts(ids) == [jo.id]) }
        #expect(try await accounts([kim.id]) == [])
        #expect(try await accounts([], .functional) == [])
        #expect(try await accounts([], .user) == [jo.id])
    }

    @Test("E2 a move is an event with where from and where to, and a validation is none")
    func events() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let (a, b) = (try await installation.unit("a", of: acme).id, try await installation.unit("b", of: acme).id)
        let jo = try await installation.member("jo", of: acme)
        #expect(try await installation.place(jo, in: a, by: acme.owner, validateOnly: true).account?.unitId == a)
        #expect(try await installation.place(jo, in: "", by: acme.owner).unchanged)
        let placed = try await installation.place(jo, in: a, by: acme.owner)
        let event = try #require(try await installation.events().last)
        #expect(event.id == placed.eventId && event.action == "account.unit_changed")
        #expect(event.target?.id == jo.id && event.target?.resourceType == "account" && event.target?.subjectId == jo.id)
        #expect(event.changes.map(\.path) == ["unit_id"] && event.changes.first?.after == a)
        try await installation.move(a, under: b, by: acme.owner)
        let moved = try #require(try await installation.events().last)
        #expect(moved.action == "unit.moved" && moved.target?.id == a && moved.changes.map(\.path) == ["parent_id"])
        #expect(moved.changes.first?.before == "" && moved.changes.first?.after == b)
    }

    @Test("B3 B10 a deleted account belongs to no unit, so that the unit can go")
    func tombstone() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let unit = try await installation.unit("a", of: acme).id
        let invited = try await installation.invite("late", to: acme)
        let account = try #require(invited.account)
        try await installation.place(account, in: unit, by: acme.owner)
        installation.advance(seconds: 8 * 24 * 3600)
        try await installation.passTime()
        let gone = try await installation.call(
            AccountServiceMethods.getAccount, GetAccountRequest(key: .accountId(account.id)), as: acme.owner)
        #expect(gone.account?.state == .deleted && gone.account?.unitId == "")
        try await installation.delete(unit, by: acme.owner)
    }
}
