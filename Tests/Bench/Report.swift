internal import ArgumentParser
internal import Foundation

/// What was measured, as tables for people and as JSON for comparisons over time.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Medians of the collected values, beside the goals.")

    @Argument(help: "The collected lines of 'key value'.") var file: String
    @Option(help: "Where the medians go, as one JSON object.") var json: String?
    @Option(help: "Of the compiler and the libraries, printed as it is.") var versions = ""

    func run() throws {
        let report = Report(try String(contentsOfFile: file, encoding: .utf8))
        print(Machine().text)
        if !versions.isEmpty { print(versions) }
        print("Load generators and servers share these cores. Medians of the runs.\n")
        print(report.measured.text)
        print()
        print(report.goals.text)
        if let json { try report.json.write(toFile: json, atomically: true, encoding: .utf8) }
    }
}

struct Report {
    private var values: [String: [Double]] = [:]
    let medians: [String: Double]

    init(_ lines: String) {
        for line in lines.split(separator: "\n") {
            let parts = line.split(separator: " ")
            if parts.count == 2, let value = Double(parts[1]) { values[String(parts[0]), default: []].append(value) }
        }
        medians = values.mapValues { unsorted in
            let values = unsorted.sorted()
            let middle = values.count / 2
            return values.count.isMultiple(of: 2) ? (values[middle - 1] + values[middle]) / 2 : values[middle]
        }
    }

    var measured: Table {
        var table = Table(["", "median", "min", "max", "runs", "unit"], numbers: 1...4)
        for measure in Measure.all {
            guard let values = values[measure.key], let median = medians[measure.key] else { continue }
            table.add([
                measure.name, Self.text(median), Self.text(values.min() ?? 0), Self.text(values.max() ?? 0),
                "\(values.count)", measure.unit,
            ])
        }
        return table
    }

    var goals: Table {
        var table = Table(["goal", "asked", "measured", "met"], numbers: 1...2)
        for goal in Goal.all {
            guard let measured = goal.measured(medians) else { continue }
            let asked =
                switch goal.bound {
                case .atLeast(let least): "≥ \(Self.text(least))"
                case .atMost(let most): "≤ \(Self.text(most))"
                }
            table.add([goal.name, asked, Self.text(measured), goal.isMet(measured) ? "yes" : "no"])
        }
        return table
    }

    /// One object of key and median.
    var json: String {
        let known = Measure.all.compactMap { measure in
            medians[measure.key].map { "  \"\(measure.key)\": \(Self.plain($0))" }
        }
        return "{\n" + known.joined(separator: ",\n") + "\n}\n"
    }

    /// Three digits that mean something, thousands set apart.
    private static func text(_ value: Double) -> String {
        guard value >= 1000 else { return plain(value) }
        var digits = String(Int(value.rounded()))
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        return ([digits] + groups).joined(separator: ",")
    }

    private static func plain(_ value: Double) -> String {
        String(format: value >= 1000 ? "%.0f" : value >= 20 ? "%.1f" : "%.2f", value)
    }
}
