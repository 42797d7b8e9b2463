internal import Foundation

/// What was measured, as a table for people and as JSON for comparisons over time.
struct Report {
    struct Row {
        /// In the JSON: `native_1x1`.
        let key: String
        let name: String
        let unit: String
        /// One value a run, sorted.
        let values: [Double]

        var median: Double {
            let middle = values.count / 2
            return values.count.isMultiple(of: 2) ? (values[middle - 1] + values[middle]) / 2 : values[middle]
        }
    }

    private(set) var rows: [Row] = []
    private let progress: (String) -> Void

    /// `progress` hears of each row as it is there, for a bench takes minutes.
    init(progress: @escaping (String) -> Void) {
        self.progress = progress
    }

    mutating func add(_ key: String, _ name: String, _ unit: String, _ values: [Double]) {
        precondition(!values.isEmpty, "a row has at least one run")
        let row = Row(key: key, name: name, unit: unit, values: values.sorted())
        rows.append(row)
        progress("\(name): \(Self.text(row.median)) \(unit)")
    }

    var table: String {
        let cells =
            [["", "median", "min", "max", "unit"]]
            + rows.map { row in
                [row.name, Self.text(row.median), Self.text(row.values.first ?? 0), Self.text(row.values.last ?? 0), row.unit]
            }
        let widths = (0..<5).map { column in cells.map { $0[column].count }.max() ?? 0 }
        return cells.map { line in
            zip(line, widths).enumerated().map { column, cell in
                let room = String(repeating: " ", count: cell.1 - cell.0.count)
                // Numbers to the right, words to the left.
                return (1...3).contains(column) ? room + cell.0 : column == 4 ? cell.0 : cell.0 + room
            }.joined(separator: "  ")
        }.joined(separator: "\n")
    }

    /// One object of key and median.
    var json: String {
        "{\n" + rows.map { "  \"\($0.key)\": \(Self.plain($0.median))" }.joined(separator: ",\n") + "\n}\n"
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
        String(format: value >= 1000 ? "%.0f" : "%.1f", value)
    }
}
