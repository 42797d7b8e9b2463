import SwiftProtobuf

/// The comments of a file, by the path of what they are about: those above it, else the one behind it on its line.
/// Paths are those of `google.protobuf.SourceCodeInfo.Location`.
struct Comments {
    private var texts: [[Int32]: [String]] = [:]

    init(_ file: Google_Protobuf_FileDescriptorProto) {
        for location in file.sourceCodeInfo.location {
            if location.hasLeadingComments {
                texts[location.path] = Self.lines(location.leadingComments)
            } else if location.hasTrailingComments {
                texts[location.path] = Self.lines(location.trailingComments)
            }
        }
    }

    subscript(path: [Int32]) -> [String] { texts[path] ?? [] }

    private static func lines(_ text: String) -> [String] {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            String(line.first == " " ? line.dropFirst() : line)
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        while lines.first?.isEmpty == true { lines.removeFirst() }
        return lines
    }
}
