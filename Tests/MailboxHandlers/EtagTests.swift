import Contract
import MailboxHandlers
import Messages
import RPC
import Testing

/// AIP-154: who sends an etag along changes just what they have seen.
struct EtagTests {
    let house: House

    init() async throws { house = try await House.built() }

    private func hasEtag(_ name: String) -> Bool {
        guard let type = messageTypes[name] else { return false }
        let message: any Message = type.init()
        return Mirror(reflecting: message).children.contains { $0.label == "etag" }
    }

    @Test("every request with an etag is tested here")
    func complete() {
        let names = messageTypes.keys.filter { $0.hasPrefix("mandate.mailbox.v1.") && $0.hasSuffix("Request") }
        let requests = names.filter { hasEtag($0) }
        #expect(
            Set(requests) == [
                GrantDelegationRequest.name, RevokeDelegationRequest.name, FreezeDelegationRequest.name,
                UnfreezeDelegationRequest.name,
                // In TransferTests.
                TransferMailboxRequest.name, UnregisterMailboxRequest.name,
                // In SignatureTests.
                SetSignatureRequest.name, DeleteSignatureRequest.name,
            ])
    }

    private func refused(_ etag: String, isGrant: Bool, by admin: Int = 30) async -> Status? {
        await failure { () throws(Status) in
            if isGrant {
                try await house.grant(20, acc(1), .open, by: admin) { $0.etag = etag }
            } else {
                try await house.revoke(20, acc(1), by: admin) { $0.etag = etag }
            }
        }
    }

    @Test(
        "a mismatch says what is stored now and changes nothing, before it is found that there is nothing to do",
        arguments: [true, false])
    func mismatch(_ isGrant: Bool) async throws {
        let first = try #require(try await house.grant(20, acc(1), .open).delegation)
        let other = try #require(try await house.grant(20, acc(2), .open).delegation)
        let position = house.store.position
        for etag in [other.etag, "x", String(repeating: "x", count: 100)] {
            let status = await refused(etag, isGrant: isGrant)
            #expect(status?.code == .aborted && status?.reason == .etagMismatch)
            #expect(status?.metadata["etag"] == first.etag)
        }
        #expect(house.store.position == position)
        #expect(try await house.check(1, 20).reason == .allowedGrant)
    }

    @Test("of two who have seen the same delegation one changes it, and a repetition gives its answer again")
    func race() async throws {
        let seen = try #require(try await house.grant(20, acc(1), .open).delegation)
        let changed = try await house.grant(20, acc(1), .send) {
            ($0.etag, $0.requestId) = (seen.etag, "r")
        }
        #expect(changed.delegation?.etag != seen.etag && changed.delegation?.id == seen.id)
        let again = try await house.grant(20, acc(1), .send) {
            ($0.etag, $0.requestId) = (seen.etag, "r")
        }
        #expect(again == changed)
        #expect(await refused(seen.etag, isGrant: false)?.metadata["etag"] == changed.delegation?.etag)
        let etag = try #require(changed.delegation?.etag)
        let listed = try await house.call(
            DelegationServiceMethods.listDelegates, ListDelegatesRequest(mailboxId: mbx(20)), as: acc(30))
        #expect(listed.delegates.map(\.delegation?.etag) == [etag])
        #expect(try await house.revoke(20, acc(1)) { $0.etag = etag }.delegation?.etag == etag)
    }

    @Test("a grant to be changed that is gone is a mismatch; a revocation of it finds nothing, as without an etag")
    func gone() async throws {
        let seen = try #require(try await house.grant(20, acc(1), .open).delegation)
        try await house.revoke(20, acc(1))
        let grant = await refused(seen.etag, isGrant: true)
        #expect(grant?.reason == .etagMismatch && grant?.metadata["etag"] == nil)
        #expect(await refused(seen.etag, isGrant: false)?.reason == .notFound)
        // The same terms given again are another delegation.
        let again = try #require(try await house.grant(20, acc(1), .open).delegation)
        #expect(again.etag != seen.etag && again.revision == seen.revision)
    }

    @Test("D28 another organization's delegation is not found, whatever the etag; who may not change hears of no etag")
    func permission() async throws {
        let foreign = try #require(try await house.grant(120, acc(101), .open, by: 130).delegation)
        for etag in [foreign.etag, "x"] {
            let status = await failure { () throws(Status) in
                try await house.call(
                    DelegationServiceMethods.revokeDelegation, RevokeDelegationRequest(delegationId: foreign.id, etag: etag),
                    as: acc(30))
            }
            #expect(status?.reason == .notFound && status?.metadata["etag"] == nil)
            let denied = await refused(etag, isGrant: true, by: 32)
            #expect(denied?.code == .permissionDenied && denied?.metadata["etag"] == nil)
        }
    }

    @Test("to freeze, to unfreeze and to update go by the etag as to revoke does, the last by the delegation's own")
    func others() async throws {
        let seen = try #require(try await house.grant(20, acc(1), .open).delegation)
        let now = try #require(try await house.grant(20, acc(1), .send).delegation)
        for etag in [seen.etag, "x"] {
            let refused = [
                await failure { () throws(Status) in try await house.freeze(20, acc(1)) { $0.etag = etag } },
                await failure { () throws(Status) in try await house.unfreeze(20, acc(1)) { $0.etag = etag } },
                await failure { () throws(Status) in
                    try await house.update(20, acc(1), "rights") { request in
                        request.delegation?.etag = etag
                        request.delegation?.rights = [.send]
                    }
                },
            ]
            #expect(refused.allSatisfy { $0?.reason == .etagMismatch && $0?.metadata["etag"] == now.etag })
        }
        #expect(try await house.freeze(20, acc(1)) { $0.etag = now.etag }.delegation?.frozen == true)
    }

    @Test("an etag is judged before the terms, and with validate_only as without")
    func order() async throws {
        let seen = try #require(try await house.grant(20, acc(1), .open).delegation)
        for (etag, reason) in [("x", ErrorReason.etagMismatch), (seen.etag, .invalidField)] {
            let status = await failure { () throws(Status) in
                try await house.grant(20, acc(1), .send) {
                    ($0.etag, $0.validateOnly) = (etag, true)
                    $0.expireTime = Timestamp(microsecondsSince1970: 1)
                }
            }
            #expect(status?.reason == reason)
        }
    }
}
