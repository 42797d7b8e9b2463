/// What there is to measure, in the order of the table. `Tests/Bench/README.md` says what each is.
struct Measure {
    let key: String
    let name: String
    let unit: String

    static let all: [Measure] = [
        Measure(key: "native_inline_8x64", name: "Check, 8 × 64, inline", unit: "calls/s"),
        Measure(key: "by_address_8x64", name: "Check by address, 8 × 64", unit: "calls/s"),
        Measure(key: "native_async_8x64", name: "Check, 8 × 64, async", unit: "calls/s"),
        Measure(key: "native_8x1", name: "Check, 8 × 1", unit: "calls/s"),
        Measure(key: "native_1x1", name: "Check, 1 × 1", unit: "calls/s"),
        Measure(key: "grpc_cpp_8x64", name: "gRPC C++, 8 × 64", unit: "calls/s"),
        Measure(key: "grpc_cpp_8x1", name: "gRPC C++, 8 × 1", unit: "calls/s"),
        Measure(key: "grpc_cpp_1x1", name: "gRPC C++, 1 × 1", unit: "calls/s"),
        Measure(key: "tls_floor_1x1", name: "bare OpenSSL echo, 1 × 1", unit: "calls/s"),
        Measure(key: "h2_8x64", name: "gRPC door, h2load 8 × 64", unit: "calls/s"),
        Measure(key: "h2_8x1", name: "gRPC door, h2load 8 × 1", unit: "calls/s"),
        Measure(key: "grpc_cpp_h2load_8x64", name: "gRPC C++, h2load 8 × 64", unit: "calls/s"),
        Measure(key: "grpc_cpp_h2load_8x1", name: "gRPC C++, h2load 8 × 1", unit: "calls/s"),
        Measure(key: "nghttpd_8x64", name: "static nghttpd, h2load 8 × 64", unit: "requests/s"),
        Measure(key: "nghttpd_8x1", name: "static nghttpd, h2load 8 × 1", unit: "requests/s"),
        Measure(key: "grants_64", name: "durable grants, 64 callers", unit: "grants/s"),
        Measure(key: "grants_1", name: "durable grants, one at a time", unit: "grants/s"),
        Measure(key: "commits_1", name: "bare commits, one at a time", unit: "commits/s"),
        Measure(key: "revoke_p50_ms", name: "SuspendAccount answered, p50", unit: "ms"),
        Measure(key: "revoke_p99_ms", name: "SuspendAccount answered, p99", unit: "ms"),
        Measure(key: "authorize_ns_100k", name: "Authorize in process, 100,000 accounts", unit: "ns"),
        Measure(key: "authorize_8x64", name: "Authorize, 8 × 64", unit: "calls/s"),
        Measure(key: "page_first_ms", name: "first 1,000 of 100,000 accounts", unit: "ms"),
        Measure(key: "page_last_ms", name: "last 1,000 of them", unit: "ms"),
        Measure(key: "add_member_large_ms", name: "AddGroupMember among 100,000", unit: "ms"),
        Measure(key: "add_member_small_ms", name: "AddGroupMember among 100", unit: "ms"),
        Measure(key: "suspend_large_ms", name: "SuspendAccount among 100,000", unit: "ms"),
        Measure(key: "suspend_small_ms", name: "SuspendAccount among 100", unit: "ms"),
        Measure(key: "assign_large_ms", name: "AssignRole among 100,000", unit: "ms"),
        Measure(key: "assign_small_ms", name: "AssignRole among 100", unit: "ms"),
        Measure(key: "follow_1m_s", name: "new follower of 1,000,000 accounts", unit: "s"),
        Measure(key: "follow_again_1m_s", name: "the same over what is there", unit: "s"),
        Measure(key: "follow_hold_ms", name: "longest hold of the organization", unit: "ms"),
        Measure(key: "revoke_one_ms", name: "revoke one of 50,000 delegates", unit: "ms"),
        Measure(key: "revoke_one_hold_ms", name: "longest hold of the organization", unit: "ms"),
        Measure(key: "revoke_all_ms", name: "revoke all of them, answered", unit: "ms"),
        Measure(key: "revoke_all_hold_ms", name: "longest hold of the organization", unit: "ms"),
        Measure(key: "revoke_all_rows_s", name: "until their rows are gone", unit: "s"),
        Measure(key: "batch_decisions", name: "BatchCheck of 1,000, one connection", unit: "decisions/s"),
        Measure(key: "group_set_ms", name: "group of 50,000, set whole", unit: "ms"),
        Measure(key: "group_set_same_ms", name: "the same again", unit: "ms"),
        Measure(key: "group_nest_ms", name: "put into another", unit: "ms"),
        Measure(key: "group_delete_answer_ms", name: "deleted, answered", unit: "ms"),
        Measure(key: "decision_ns_1k", name: "decision, 1,000 delegations", unit: "ns"),
        Measure(key: "decision_ns_100k", name: "decision, 100,000", unit: "ns"),
        Measure(key: "decision_ns_1m", name: "decision, 1,000,000", unit: "ns"),
        Measure(key: "miss_ns_1k", name: "one wait for memory, 1,000", unit: "ns"),
        Measure(key: "miss_ns_100k", name: "one wait for memory, 100,000", unit: "ns"),
        Measure(key: "miss_ns_1m", name: "one wait for memory, 1,000,000", unit: "ns"),
        Measure(key: "import_1m_s", name: "import of 1,000,000, answering", unit: "s"),
        Measure(key: "load_1m_s", name: "load of 1,000,000, answering", unit: "s"),
        Measure(key: "bytes_per_delegation", name: "memory of a delegation", unit: "bytes"),
        Measure(key: "bytes_per_idle_connection", name: "memory of an idle connection", unit: "bytes"),
        Measure(key: "allocations_per_call", name: "allocations per Check, 1 × 1", unit: ""),
        Measure(key: "allocations_8x64", name: "allocations per Check, 8 × 64", unit: ""),
    ]
}

/// What the design asks of the medians: one of them, or the ratio of two, under or over a bound.
struct Goal {
    enum Bound {
        case atLeast(Double)
        case atMost(Double)
    }

    let name: String
    let key: String
    /// The key that it is divided by.
    var over: String?
    let bound: Bound

    static let all: [Goal] = [
        Goal(name: "inline / gRPC C++, 8 × 64", key: "native_inline_8x64", over: "grpc_cpp_8x64", bound: .atLeast(20)),
        Goal(name: "by id / by address, 8 × 64", key: "native_inline_8x64", over: "by_address_8x64", bound: .atMost(1.5)),
        Goal(name: "async / gRPC C++, 8 × 64", key: "native_async_8x64", over: "grpc_cpp_8x64", bound: .atLeast(12)),
        Goal(name: "native / gRPC C++, 8 × 1", key: "native_8x1", over: "grpc_cpp_8x1", bound: .atLeast(4)),
        Goal(name: "native / gRPC C++, 1 × 1", key: "native_1x1", over: "grpc_cpp_1x1", bound: .atLeast(2.5)),
        Goal(name: "native / bare OpenSSL, 1 × 1", key: "native_1x1", over: "tls_floor_1x1", bound: .atLeast(0.7)),
        Goal(name: "door / gRPC C++, h2load 8 × 64", key: "h2_8x64", over: "grpc_cpp_h2load_8x64", bound: .atLeast(3)),
        Goal(name: "door / gRPC C++, h2load 8 × 1", key: "h2_8x1", over: "grpc_cpp_h2load_8x1", bound: .atLeast(3)),
        Goal(name: "door / nghttpd, h2load 8 × 64", key: "h2_8x64", over: "nghttpd_8x64", bound: .atLeast(0.7)),
        Goal(name: "64 callers' grants / bare commits", key: "grants_64", over: "commits_1", bound: .atLeast(20)),
        Goal(name: "Authorize in process, ns", key: "authorize_ns_100k", bound: .atMost(1000)),
        Goal(name: "Authorize, calls/s", key: "authorize_8x64", bound: .atLeast(20_000)),
        Goal(name: "last page / first", key: "page_last_ms", over: "page_first_ms", bound: .atMost(1.2)),
        Goal(
            name: "AddGroupMember among 100,000 / among 100", key: "add_member_large_ms", over: "add_member_small_ms",
            bound: .atMost(1.5)),
        Goal(
            name: "SuspendAccount among 100,000 / among 100", key: "suspend_large_ms", over: "suspend_small_ms",
            bound: .atMost(1.5)),
        Goal(
            name: "AssignRole among 100,000 / among 100", key: "assign_large_ms", over: "assign_small_ms", bound: .atMost(1.5)),
        Goal(name: "new follower of 1,000,000, s", key: "follow_1m_s", bound: .atMost(20)),
        Goal(name: "longest hold meanwhile, ms", key: "follow_hold_ms", bound: .atMost(10)),
        Goal(name: "revoke one of 50,000 delegates, ms", key: "revoke_one_ms", bound: .atMost(1)),
        Goal(name: "revoke all of them, ms", key: "revoke_all_ms", bound: .atMost(100)),
        Goal(name: "longest hold meanwhile, ms", key: "revoke_all_hold_ms", bound: .atMost(10)),
        Goal(name: "BatchCheck, decisions/s", key: "batch_decisions", bound: .atLeast(1_500_000)),
        Goal(name: "a group of 50,000 put into another, ms", key: "group_nest_ms", bound: .atMost(50)),
        Goal(name: "a group of 50,000 deleted, ms", key: "group_delete_answer_ms", bound: .atMost(50)),
        Goal(name: "decision at 1,000,000, ns", key: "decision_ns_1m", bound: .atMost(500)),
        Goal(name: "decision at 1,000,000 / at 1,000", key: "decision_ns_1m", over: "decision_ns_1k", bound: .atMost(2)),
        Goal(name: "import of 1,000,000, s", key: "import_1m_s", bound: .atMost(10)),
        Goal(name: "load of 1,000,000, s", key: "load_1m_s", bound: .atMost(1)),
        Goal(name: "bytes of a delegation", key: "bytes_per_delegation", bound: .atMost(64)),
        Goal(name: "bytes of an idle connection", key: "bytes_per_idle_connection", bound: .atMost(64 * 1024)),
        Goal(name: "allocations per Check", key: "allocations_per_call", bound: .atMost(12)),
    ]

    /// Nil when it was not measured.
    func measured(_ medians: [String: Double]) -> Double? {
        guard let value = medians[key] else { return nil }
        guard let over else { return value }
        return medians[over].map { value / $0 }
    }

    func isMet(_ measured: Double) -> Bool {
        switch bound {
        case .atLeast(let least): measured >= least
        case .atMost(let most): measured <= most
        }
    }
}
