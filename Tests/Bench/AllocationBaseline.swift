internal import ArgumentParser
internal import Foundation

/// Compares counted allocations with the committed ones: half an allocation more per call is a new one on some path.
struct AllocationBaseline: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "baseline", abstract: "Fails when a median is more than half over the committed number.")

    @Argument(help: "The collected lines of 'key value'.") var values: String
    @Argument(help: "A JSON object of key and number.") var baseline: String

    func run() throws {
        let medians = Report(try String(contentsOfFile: values, encoding: .utf8)).medians
        let committed = try JSONDecoder().decode(
            [String: Double].self, from: try Data(contentsOf: URL(fileURLWithPath: baseline)))
        for (key, allowed) in committed.sorted(by: { $0.key < $1.key }) {
            guard let measured = medians[key] else { throw Failure("\(key) was not measured") }
            let text = String(format: "%.2f", measured)
            guard measured <= allowed + 0.5 else {
                throw Failure("\(key) is \(text), and \(allowed) in \(baseline): a call allocates more than it did")
            }
            print("\(key): \(text), at most \(allowed)")
            if measured < allowed - 0.5 { print("  less than before: write it into \(baseline)") }
        }
    }
}
