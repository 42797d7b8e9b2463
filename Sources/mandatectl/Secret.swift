internal import Foundation

/// Passwords and tokens. None is an argument: every user of the machine can read those, and the shell keeps them.
enum Secret {
    private static let bytesMax = 4096

    /// The first line of a file, or of standard input for `-`, without its end.
    ///
    /// No byte behind the line is taken, so that two secrets can come in one input, in the order of their options.
    static func firstLine(of path: String) throws(Failure) -> String {
        let file = path == "-" ? STDIN_FILENO : unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw Failure("\(path) cannot be read", todo: "is the path right?") }
        defer { if path != "-" { close(file) } }
        try refuseReadableByOthers(file, path)
        var line: [UInt8] = []
        var byte: UInt8 = 0
        while true {
            let count = unsafe read(file, &byte, 1)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else {
                throw Failure("\(path) cannot be read", todo: "it must be a file with the secret in its first line")
            }
            if count == 0 || byte == UInt8(ascii: "\n") { break }
            line.append(byte)
            guard line.count <= bytesMax else { throw Failure("the first line of \(path) is too long for a secret") }
        }
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        guard !line.isEmpty else { throw Failure("the first line of \(path) is empty") }
        guard let text = String(validating: line, as: UTF8.self), !line.contains(0) else {
            throw Failure("the first line of \(path) is not UTF-8 text")
        }
        return text
    }

    /// What was typed, without the end of its line. A control character in it is a key that did not do what it was pressed for.
    static func typed(_ line: [UInt8]) throws(Failure) -> String {
        let line = line.last == UInt8(ascii: "\n") ? line.dropLast() : line[...]
        guard let text = String(validating: line, as: UTF8.self), !text.isEmpty else {
            throw Failure("nothing was typed, or no UTF-8 text")
        }
        guard text.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) else {
            throw Failure("a key was pressed that is no character", todo: "type it again, without arrow and control keys")
        }
        return text
    }

    /// A secret in a file that everybody may read is none. A group may: Kubernetes gives its secrets to one.
    private static func refuseReadableByOthers(_ file: Int32, _ path: String) throws(Failure) {
        var found = stat()
        guard unsafe fstat(file, &found) == 0 else { throw Failure("\(path) cannot be read") }
        guard found.st_mode & S_IFMT == S_IFREG, found.st_mode & S_IROTH != 0, path != "-" else { return }
        throw Failure("everybody on this machine may read \(path)", todo: "chmod o-r \(path), or give - and the secret as input")
    }
}
