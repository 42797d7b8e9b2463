/// Rows of text under each other, numbers to the right, words to the left.
struct Table {
    private var rows: [[String]]
    private let numbers: ClosedRange<Int>

    init(_ head: [String], numbers: ClosedRange<Int>) {
        rows = [head]
        self.numbers = numbers
    }

    mutating func add(_ row: [String]) { rows.append(row) }

    var text: String {
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            row.enumerated().map { column, cell in
                let room = String(repeating: " ", count: widths[column] - cell.count)
                if numbers.contains(column) { return room + cell }
                return column == row.count - 1 ? cell : cell + room
            }.joined(separator: "  ")
        }.joined(separator: "\n")
    }
}
