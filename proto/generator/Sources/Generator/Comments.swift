import SwiftProtobuf

/// The comments of a file, by the path of what stands behind them.
/// Paths are those of `google.protobuf.SourceCodeInfo.Location`.
struct Comments {
    private var leading: [[Int32]: [String]] = [:]

    init(_ file: Google_Protobuf_FileDescriptorProto) {
        for location in file.sourceCodeInfo.location where location.hasLeadingComments {
            leading[location.path] = Self.lines(location.leadingComments)
        }
    }

    subscript(path: [Int32]) -> [String] { leading[path] ?? [] }

    private static func lines(_ text: String) -> [String] {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            String(line.first == " " ? line.dropFirst() : line)
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        while lines.first?.isEmpty == true { lines.removeFirst() }
        return lines
    }
}
