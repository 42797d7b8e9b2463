import IdentityDomain
import Testing

@Suite struct GroupMembershipTests {
    @Test(
        "B10 an end must lie ahead, by whichever clock is ahead",
        arguments: [(nil, true), (11, true), (10, false), (9, false), (.min, false), (.max, true)] as [(Int64?, Bool)])
    func ahead(end: Int64?, isTaken: Bool) {
        #expect((refusal { () throws(Refusal) in try MembershipEnd.judge(end, latest: 10) } == nil) == isTaken)
        #expect(MembershipEnd.hasCome(end, at: 10) == !isTaken)
    }

    @Test(
        "B10 B2 another end gives more when it is later, or when the one before has come",
        arguments: [
            (nil, nil, false), (50, nil, false), (nil, 50, true), (50, 50, false), (51, 50, true), (49, 50, false),
            (20, 10, true), (nil, 9, true), (11, 5, true),
        ] as [(Int64?, Int64?, Bool)])
    func gives(end: Int64?, before: Int64?, more: Bool) {
        #expect(MembershipEnd.gives(end, inPlaceOf: before, latest: 10) == more)
    }
}
