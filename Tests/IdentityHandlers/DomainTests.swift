import Contract
import DNS
import IdentityHandlers
import Messages
import RPC
import Testing

/// B5: domains are claimed, verified by DNS, and given up.
@Suite struct DomainTests {
    @Test("B5 a claimed domain is verified by its record, and then an account may have addresses in it")
    func verified() async throws {
        let installation = try await Installation(unverifiedDomains: false)
        let acme = try await installation.acme()
        let before = await failure { () throws(Status) in
            try await installation.functional("help", of: acme)
        }
        #expect(before?.reason == .domainNotVerified && before?.metadata["domain"] == "acme.example")
        let domain = try await installation.claim("ACME.example", of: acme)
        #expect(domain.name == "acme.example" && domain.state == .claimed && domain.recordName == "_mandate.acme.example")
        #expect(domain.recordValue.hasPrefix("mandate-verification=") && domain.recordValue.count > 60)
        let missing = await failure { () throws(Status) in try await installation.verify(domain, by: acme.owner) }
        #expect(missing?.reason == .verificationMissing && missing?.code == .failedPrecondition)
        #expect(missing?.metadata["record_value"] == domain.recordValue)
        installation.publish(domain)
        let answer = try await installation.verify(domain, by: acme.owner)
        #expect(answer.domain?.state == .verified && answer.domain?.verifyTime != nil && !answer.unchanged)
        #expect(try await installation.functional("help", of: acme).address == "help@acme.example")
        // The record may go.
        installation.dns.set(domain.recordName, .noDomain)
        #expect(try await installation.verify(domain, by: acme.owner).unchanged)
        let events = try await installation.events().filter { $0.action.hasPrefix("domain.") }
        #expect(events.filter { $0.outcome == .succeeded }.map(\.action) == ["domain.claimed", "domain.verified"])
        #expect(events.filter { $0.outcome == .denied }.count == 1)
    }

    @Test(
        "B5 what DNS does not say is told with its cause, and nothing changes",
        arguments: [
            TextLookup.Failure.timeout, .refused, .malformed, .tooLarge, .busy, .local,
        ])
    func lookupFails(_ cause: TextLookup.Failure) async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let domain = try await installation.claim("acme.example", of: acme)
        installation.dns.set(domain.recordName, .failed(cause))
        let failed = await failure { () throws(Status) in try await installation.verify(domain, by: acme.owner) }
        #expect(failed?.code == .unavailable && failed?.reason == .lookupFailed && failed?.metadata["cause"] == cause.rawValue)
        installation.publish(domain)
        #expect(try await installation.verify(domain, by: acme.owner).domain?.revision == domain.revision + 1)
    }

    @Test("B5 a stranger's claim blocks nobody; the verified domain is one organization's, and whose is not told")
    func twoClaims() async throws {
        let installation = try await Installation()
        let (acme, evil) = (try await installation.acme(), try await installation.acme("evil"))
        let (theirs, ours) = (
            try await installation.claim("shop.example", of: evil), try await installation.claim("shop.example", of: acme)
        )
        #expect(theirs.recordValue != ours.recordValue)
        installation.publish(ours)
        let foreign = await failure { () throws(Status) in try await installation.verify(theirs, by: evil.owner) }
        #expect(foreign?.reason == .verificationMissing)
        try await installation.verify(ours, by: acme.owner)
        // Now even with the right record: DNS changes hands, a verified domain only when it is given up.
        installation.publish(theirs)
        let late = await failure { () throws(Status) in try await installation.verify(theirs, by: evil.owner) }
        #expect(late?.reason == .alreadyExists && late?.message.contains(acme.id) == false)
        let third = try await installation.acme("third")
        let claim = await failure { () throws(Status) in try await installation.claim("shop.example", of: third) }
        #expect(claim?.reason == .alreadyExists)
        // Unverified domains are allowed here, but not one that another has.
        let address = await failure { () throws(Status) in
            try await installation.addAlias("a@shop.example", to: evil.owner, by: evil.owner)
        }
        #expect(address?.reason == .domainNotVerified)
        let founder = await failure { () throws(Status) in
            try await installation.operate(
                OrganizationServiceMethods.createOrganization,
                CreateOrganizationRequest(
                    organization: Organization(displayName: "B"), owner: Account(address: "b@shop.example")))
        }
        #expect(founder?.reason == .domainNotVerified)
        try await installation.release(ours, by: acme.owner)
        #expect(try await installation.verify(theirs, by: evil.owner).domain?.state == .verified)
    }

    @Test("B5 releasing a domain in use is refused, with how many addresses")
    func inUse() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let domain = try await installation.claim("shop.example", of: acme)
        installation.publish(domain)
        try await installation.verify(domain, by: acme.owner)
        let help = try await installation.functional("help", of: acme)
        for alias in ["a@shop.example", "b@SHOP.example"] { try await installation.addAlias(alias, to: help, by: acme.owner) }
        let used = await failure { () throws(Status) in try await installation.release(domain, by: acme.owner) }
        #expect(used?.reason == .domainInUse && used?.metadata["addresses"] == "2")
        try await installation.delete(help, by: acme.owner)
        try await installation.release(domain, by: acme.owner)
        let gone = await failure { () throws(Status) in try await installation.verify(domain, by: acme.owner) }
        #expect(gone?.code == .notFound)
        // A new claim has a record of its own: the one that was left in DNS proves nothing.
        let again = try await installation.claim("shop.example", of: acme)
        let stale = await failure { () throws(Status) in try await installation.verify(again, by: acme.owner) }
        #expect(stale?.reason == .verificationMissing)
    }

    @Test("B5 a repeated verification is answered as the first was, whatever DNS says by then")
    func repeated() async throws {
        let installation = try await Installation()
        let acme = try await installation.acme()
        let domain = try await installation.claim("shop.example", of: acme)
        installation.publish(domain)
        let first = try await installation.verify(domain, by: acme.owner, requestID: "r1")
        installation.dns.set(domain.recordName, .failed(.timeout))
        let again = try await installation.verify(domain, by: acme.owner, requestID: "r1")
        #expect(again.domain == first.domain && again.eventId == first.eventId && !again.unchanged)
    }

    @Test("D28 another organization's domain is not found")
    func foreign() async throws {
        let installation = try await Installation()
        let (acme, evil) = (try await installation.acme(), try await installation.acme("evil"))
        let domain = try await installation.claim("shop.example", of: acme)
        let verify = await failure { () throws(Status) in try await installation.verify(domain, by: evil.owner) }
        let release = await failure { () throws(Status) in try await installation.release(domain, by: evil.owner) }
        let get = await failure { () throws(Status) in
            try await installation.call(
                DomainServiceMethods.getDomain, GetDomainRequest(domainId: domain.id), as: evil.owner)
        }
        #expect([verify, release, get].allSatisfy { $0?.code == .notFound })
    }
}
