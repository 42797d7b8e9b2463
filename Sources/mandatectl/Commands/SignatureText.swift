internal import ArgumentParser
internal import Foundation

/// A signature's text or HTML, out of a file as it is: no line end is taken off, for what is given is what is kept.
struct SignatureText: Equatable {
    let text: String

    /// More than either may have; which of the two it is the contract says.
    private static let bytesMax = 1 << 20

    /// Of a file, or of standard input for `-`.
    static func contents(of path: String) throws(Failure) -> SignatureText {
        let file = path == "-" ? STDIN_FILENO : unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw Failure("\(path) cannot be read", todo: "is the path right?") }
        defer { if path != "-" { close(file) } }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 * 1024)
        while bytes.count <= bytesMax {
            let count = unsafe chunk.withUnsafeMutableBytes { buffer in unsafe read(file, buffer.baseAddress, buffer.count) }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw Failure("\(path) cannot be read", todo: "it must be a file with the signature") }
            if count == 0 { break }
            bytes += chunk[..<count]
        }
        guard bytes.count <= bytesMax else { throw Failure("\(path) is too long for a signature") }
        guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
            throw Failure("\(path) is not UTF-8 text")
        }
        return SignatureText(text: text)
    }
}

/// For commands that take a signature as text, as HTML or as both.
struct SignatureOptions: ParsableArguments {
    @Option(help: "File with the signature as text, kept as it is; - for standard input.", completion: .file())
    var textFile: String?
    @Option(help: "File with the signature as HTML, kept as it is; - for standard input.", completion: .file())
    var htmlFile: String?

    func validate() throws {
        guard textFile != "-" || htmlFile != "-" else {
            throw Failure("standard input cannot be both the text and the HTML", todo: "give one of them as a file")
        }
    }

    /// Nil for what is not said.
    func read() throws -> (text: String?, html: String?) {
        (
            try textFile.map { try SignatureText.contents(of: $0).text },
            try htmlFile.map { try SignatureText.contents(of: $0).text }
        )
    }
}
