/// One value of a metric, under its labels.
package struct MetricSample: Sendable {
    enum Value: Sendable {
        case number(Double)
        /// How many values each bucket has, +Inf last and not added up; and the sum of all, in the unit shown.
        case buckets([Int64], sum: Double)
    }

    let labels: [(name: String, text: String)]
    let value: Value

    init(labels: [(String, String)], _ value: Value) {
        self.labels = labels.map { (name: $0.0, text: $0.1) }
        self.value = value
    }

    package init(_ number: Double, _ labels: [(String, String)] = []) {
        self.init(labels: labels, .number(number))
    }

    package init(_ number: Int, _ labels: [(String, String)] = []) {
        self.init(Double(number), labels)
    }
}
