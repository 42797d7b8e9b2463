import Foundation
import Testing

@testable import MailboxDomain

struct OracleTests {
    /// How many answers in all, from `MANDATE_COMPARISONS`.
    private static let comparisons = ProcessInfo.processInfo.environment["MANDATE_COMPARISONS"].flatMap(Int.init) ?? 200_000
    private static let parts = 4

    @Test(
        "B3 B5 B10 C6 D2 D3 D4 D5 D7 D8 D10 D11 D12 D14 D15 D17 D19 D24 D27 the index answers like the rules written plainly",
        arguments: 1...parts)
    func histories(part: Int) {
        var trials = Trials()
        let wanted = Self.comparisons / Self.parts
        // Seeds that no other part gets to.
        let problem = trials.run(from: UInt64(part) * 1_000_000, comparisons: wanted)
        if let problem { Issue.record(Comment(rawValue: problem)) }
        // So few are a run under a sanitizer.
        if wanted < 25_000 { return }
        for why in Oracle.Why.allCases {
            #expect(trials.reasons[why, default: 0] >= wanted / 5000, "\(why) is hardly ever the answer")
        }
    }

    @Test("D1 D2 D7 D14 D17 D19 what two changes do together, or one in one direction", arguments: Metamorphosis.Law.allCases)
    func laws(law: Metamorphosis.Law) {
        var tried = 0
        for seed in UInt64(1)...40 {
            var metamorphosis = Metamorphosis(seed: seed)
            let (broken, isTried) = metamorphosis.run(law)
            if let broken { Issue.record(Comment(rawValue: brief("\(law), seed \(seed): \(broken)"))) }
            if isTried { tried += 1 }
        }
        #expect(tried >= 5, "\(law) has hardly been tried")
    }
}
