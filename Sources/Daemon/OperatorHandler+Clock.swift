internal import Contract
internal import Messages
internal import RPC

extension OperatorHandler {
    /// The operator's clock and the server's may differ by so much, in microseconds.
    private static let acceptedWithin: Int64 = 60_000_000

    func getServerClock(_ request: GetServerClockRequest, _ call: Call) throws(Status) -> Answer<GetServerClockResponse> {
        .now(GetServerClockResponse(name: configuration.name, clock: ClockReading(clock.looked)))
    }

    /// The event comes first, for no jump is taken of which the log does not know; then the jump, in the transaction that
    /// stores its mark. What was judged by the operator's time is judged once more where it is taken: meanwhile another jump
    /// may have come, or this one be undone, and then a second event says that it was not taken. A repetition changes
    /// nothing.
    func acceptServerClock(_ request: AcceptServerClockRequest, _ call: Call) throws(Status) -> Answer<AcceptServerClockResponse>
    {
        guard let time = request.wallTime?.microsecondsSince1970 else {
            throw Status(
                .invalidArgument, .invalidField, "wall_time is not a time", metadata: ["field": "wall_time"])
        }
        let state = clock.looked
        guard state.isJumpPending else { return .now(AcceptServerClockResponse(clock: ClockReading(state))) }
        let right = state.wall - Self.acceptedWithin...state.wall + Self.acceptedWithin
        guard right.contains(time) else { throw Self.disagreement }
        return .later { [clock, store, record, name = configuration.name] in
            do {
                try await record(.clockAccepted(state, isTaken: true, server: name, call))
                let (isTaken, after) = try await store.housekeep { transaction in
                    let isTaken = clock.accept(within: right)
                    let after = clock.looked
                    try clock.mark(after).save(transaction)
                    return (isTaken, after)
                }
                if !isTaken { try await record(.clockAccepted(state, isTaken: false, server: name, call)) }
                guard !after.isJumpPending else { throw Self.disagreement }
                return AcceptServerClockResponse(clock: ClockReading(after))
            } catch {
                throw Status(storage: error) ?? error
            }
        }
    }

    private static let disagreement = Status(
        .failedPrecondition, .invalidField,
        "the server's wall clock is not within a minute of wall_time: one of the two is wrong", metadata: ["field": "wall_time"])
}

extension ClockState {
    fileprivate var isJumpPending: Bool {
        switch standing {
        case .jumpPending: true
        case .following, .ahead: false
        }
    }
}

extension ClockReading {
    fileprivate init(_ state: ClockState) {
        let name: Messages.ClockState =
            switch state.standing {
            case .following: .following
            case .ahead: .ahead
            case .jumpPending: .jumpPending
            }
        self.init(
            state: name, wallTime: Timestamp(microsecondsSince1970: state.wall),
            decisionTime: Timestamp(microsecondsSince1970: state.time),
            offset: WireDuration(nanoseconds: state.lead * 1000), jumps: Int64(state.forwardJumps + state.backwardJumps))
    }
}
