/// Prometheus' text format, version 0.0.4:
/// https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format
struct MetricsText {
    private(set) var text = ""

    /// A metric: what it is, once, and then its values.
    mutating func append(_ description: MetricDescription, _ samples: [MetricSample]) {
        let name = description.name
        text += "# HELP \(name) \(Self.escaped(description.help, quotes: false))\n"
        text += "# TYPE \(name) \(description.kind.word)\n"
        for sample in samples {
            switch sample.value {
            case .number(let number): line(name, sample.labels, number)
            case .buckets(let counts, let sum): histogram(description, sample.labels, counts, sum)
            }
        }
    }

    private mutating func histogram(
        _ description: MetricDescription, _ labels: [(name: String, text: String)], _ counts: [Int64], _ sum: Double
    ) {
        let name = description.name
        let buckets = description.buckets ?? .decades
        var total: Int64 = 0
        for (index, count) in counts.enumerated() {
            total += count
            let bound = index < buckets.bounds.count ? Double(buckets.bounds[index]) / buckets.perUnit : .infinity
            line(name + "_bucket", labels + [("le", Self.number(bound))], Double(total))
        }
        line(name + "_sum", labels, sum)
        line(name + "_count", labels, Double(total))
    }

    private mutating func line(_ name: String, _ labels: [(name: String, text: String)], _ value: Double) {
        text += name
        for (index, label) in labels.enumerated() {
            text += index == 0 ? "{" : ","
            text += "\(label.name)=\"\(Self.escaped(label.text, quotes: true))\""
        }
        text += (labels.isEmpty ? " " : "} ") + Self.number(value) + "\n"
    }

    /// A line feed would end the line; a quotation mark ends a label's text.
    static func escaped(_ text: String, quotes: Bool) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": escaped += "\\\\"
            case "\n": escaped += "\\n"
            case "\"" where quotes: escaped += "\\\""
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    static func number(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
        // Whole numbers without the point that nobody wants to read, as far as a Double has all of them.
        return value == value.rounded() && value.magnitude < 0x1p53 ? "\(Int64(value))" : "\(value)"
    }

    /// A name that another library chose, in the letters that the format has.
    static func name(_ name: String) -> String {
        let letters = name.unicodeScalars.map { scalar -> Character in
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "_": Character(scalar)
            default: "_"
            }
        }
        return letters.first?.isNumber ?? true ? "_" + String(letters) : String(letters)
    }
}

extension MetricDescription.Kind {
    fileprivate var word: String {
        switch self {
        case .counter: "counter"
        case .gauge: "gauge"
        case .histogram: "histogram"
        }
    }
}
