import Lots

/// Random histories: each step is drawn for the rows as they are by then, so that most change something, and carries all that
/// it says itself, so that a history is still one without some of its steps.
struct Histories {
    /// Two organizations: in each people, groups, and mailboxes that can be registered.
    static let people = [1: Array(101...107), 2: Array(201...203)]
    static let groups = [1: Array(101...104), 2: [201]]
    static let boxes = [1: [151, 152], 2: [251]]
    static let subscriptions = [1, 2, 3]
    static let plans = ["free", "pro", "ultra"]
    static let everybody = people.values.joined().sorted()
    static let mailboxes = (everybody + boxes.values.joined()).sorted()
    /// Also beside and above what is granted, and one that is written in two ways (`Spelling`).
    static let folders = [
        "/", "/Inbox", "/Inbox/Bills", "/Inbox/Bills/Paid", "/Inbox/Billsboard", "/Inboxes", "/inbox", "/Sent", "/Café",
        "/Café/Menu",
    ]
    static let addresses = (1...16).map { "p\($0)@\($0 % 3 == 0 ? "bücher" : "a").example" }
    static let boxAddresses = (1...5).map { "box\($0)@a.example" }
    /// Of what has an end, all within a history's time.
    static let end: Int64 = 1000

    var random: SplitMix
    private(set) var rows = Oracle()
    /// Of grants.
    var numbers = 0

    init(seed: UInt64) { random = SplitMix(seed: seed) }

    /// Draws for these rows.
    init(random: SplitMix, rows: Oracle) {
        (self.random, self.rows) = (random, rows)
    }

    /// A history of so many steps behind the first few, which tell of the organizations.
    static func history(seed: UInt64, steps count: Int) -> [Oracle.Step] {
        var histories = Histories(seed: seed)
        var steps = histories.beginning()
        for _ in 0..<count {
            let step = histories.step()
            histories.rows.apply(step)
            steps.append(step)
        }
        return steps
    }

    // MARK: Draws

    mutating func pick<T>(_ all: [T]) -> T { all[Int.random(in: all.indices, using: &random)] }
    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
    mutating func maybe<T>(_ percent: Int, _ value: (inout Self) -> T) -> T? { chance(percent) ? value(&self) : nil }

    mutating func person(_ organization: Int) -> Int { pick(Self.people[organization] ?? []) }
    mutating func group(_ organization: Int) -> Int { pick(Self.groups[organization] ?? []) }
    mutating func box(_ organization: Int) -> Int { pick(Self.boxes[organization] ?? []) }

    mutating func mailbox(_ organization: Int) -> Int {
        pick((Self.people[organization] ?? []) + (Self.boxes[organization] ?? []))
    }

    mutating func party(_ organization: Int) -> Oracle.Party {
        chance(55) ? .account(person(organization)) : .group(group(organization))
    }

    /// Nearly always this one: what names another is refused or nothing.
    mutating func near(_ organization: Int) -> Int { chance(97) ? organization : 3 - organization }

    mutating func time() -> Int64 {
        rows.clock.latest + Int64.random(in: -20...120, using: &random)
    }

    // MARK: The beginning

    /// The steps that a history cannot be without: they say of which organization each account, group and mailbox is, before
    /// the other names it.
    static let neededSteps = 4

    private mutating func beginning() -> [Oracle.Step] {
        var steps: [Oracle.Step] = []
        for organization in [1, 2] {
            let people = (Self.people[organization] ?? []).map { Oracle.Fact.account(Oracle.AccountRow(id: $0)) }
            let groups = (Self.groups[organization] ?? []).map { Oracle.Fact.group($0) }
            begin(&steps, .facts(in: organization, people + groups))
        }
        for organization in [1, 2] {
            let boxes = (Self.boxes[organization] ?? []).map {
                Oracle.BoxRow(id: $0, owner: organization * 100 + 1, address: "\($0)")
            }
            begin(&steps, .acts(in: organization, boxes.map { .registered($0) }))
        }
        for organization in [1, 2] {
            begin(&steps, .facts(in: organization, told(organization)))
            for box in Self.boxes[organization] ?? [] {
                begin(&steps, .acts(in: organization, [registered(organization, box)]))
            }
            begin(&steps, .acts(in: organization, (0..<8).map { _ in put(organization) }))
        }
        return steps
    }

    /// What an organization begins with.
    private mutating func told(_ organization: Int) -> [Oracle.Fact] {
        let people = Self.people[organization] ?? []
        var facts: [Oracle.Fact] = []
        for (place, id) in people.enumerated() {
            var row = account(id)
            if chance(80) { row.state = .active }
            if place < 2 { (row.kind, row.state) = (.user, .active) }
            row.addresses = free(&facts, Int.random(in: 0...2, using: &random))
            facts.append(.account(row))
        }
        for group in Self.groups[organization] ?? [] {
            for id in people where chance(40) {
                facts.append(.member(.account(id), of: group, until: maybe(50) { $0.time() }))
            }
        }
        facts.append(.policies(policies(organization)))
        for id in Self.subscriptions { facts.append(.subscription(id, plan: pick(Self.plans))) }
        for id in people where chance(60) { facts.append(.licence(id, of: pick(Self.subscriptions))) }
        for operation in Oracle.Operation.allCases {
            for id in people where chance(30) { facts.append(.operation(.account(id), operation, isHeld: true)) }
            for id in Self.groups[organization] ?? [] where chance(30) {
                facts.append(.operation(.group(id), operation, isHeld: true))
            }
        }
        return facts
    }

    private mutating func begin(_ steps: inout [Oracle.Step], _ step: Oracle.Step) {
        rows.apply(step)
        steps.append(step)
    }

    /// Addresses that nobody has, nor gets by these facts.
    mutating func free(_ facts: inout [Oracle.Fact], _ count: Int) -> [String] {
        var held = Set(rows.accounts.flatMap(\.addresses))
        for case .account(let row) in facts { held.formUnion(row.addresses) }
        return Array(Self.addresses.filter { !held.contains($0) }.shuffled(using: &random).prefix(count))
    }

    // MARK: Steps

    mutating func step() -> Oracle.Step {
        let organization = chance(75) ? 1 : 2
        switch Int.random(in: 0..<100, using: &random) {
        case 0..<2:
            let told = (0..<Int.random(in: 0...8, using: &random)).map { _ -> (organization: Int, fact: Oracle.Fact) in
                let of = near(organization)
                return (of, drawn(of))
            }
            return .snapshot(told, seed: random.next())
        case 2: return chance(20) ? .snapshotWithout(organization, seed: random.next()) : swapped(organization)
        case 3..<15: return time(on: Int64.random(in: 0...25, using: &random))
        case 15..<18: return swapped(organization)
        case 18..<55:
            return .facts(in: organization, (0..<Int.random(in: 1...3, using: &random)).map { _ in drawn(organization) })
        default:
            let count = Int.random(in: 1...3, using: &random)
            return .acts(
                in: organization,
                (0..<count).map { _ in
                    let act = act(organization)
                    rows.apply(.acts(in: organization, [act]))
                    return act
                })
        }
    }

    /// The next of a transaction is drawn for what this one leaves.
    private mutating func drawn(_ organization: Int) -> Oracle.Fact {
        let fact = fact(organization)
        rows.apply(.facts(in: organization, [fact]))
        return fact
    }

    /// The clocks agree, or one is ahead.
    mutating func time(on: Int64) -> Oracle.Step {
        let now = rows.clock.earliest + on
        return .clock(Oracle.Clock(earliest: now, latest: chance(85) ? now : now + Int64.random(in: 1...40, using: &random)))
    }

    /// Two accounts change addresses in one transaction, or one gives the other all it has; across organizations by a snapshot.
    private mutating func swapped(_ organization: Int) -> Oracle.Step {
        let other = near(organization)
        guard var one = rows.account(person(organization)), var two = rows.account(person(other)), one.id != two.id else {
            return .facts(in: organization, [fact(organization)])
        }
        if chance(50) {
            swap(&one.addresses, &two.addresses)
        } else {
            two.addresses += one.addresses
            one.addresses = []
        }
        let told: [(organization: Int, fact: Oracle.Fact)] = [(organization, .account(one)), (other, .account(two))]
        if organization != other { return .snapshot(told, seed: random.next()) }
        return .facts(in: organization, (chance(50) ? told : told.reversed()).map(\.fact))
    }
}
