internal import Foundation

/// A file whose new content takes the place of the old one at once: who reads it, whenever the program ends, finds the old
/// content whole or the new one.
struct NewFile {
    private let path: String
    /// What is there and no file, as /dev/stdout: it is written as it is.
    private let isOther: Bool
    private let mode: mode_t

    /// Throws where it cannot be written, as far as that is known before, and changes nothing. A file that is there stays as
    /// closed to others as it is.
    init(_ path: String, mode: mode_t = 0o666) throws(Failure) {
        var found = stat()
        let isThere = unsafe stat(path, &found) == 0
        isOther = isThere && found.st_mode & S_IFMT != S_IFREG
        // Through a link: what it points to is replaced, and not the link.
        self.path = isThere ? URL(filePath: path).resolvingSymlinksInPath().path : path
        self.mode = isThere ? mode & found.st_mode : mode
        if isThere, unsafe access(path, W_OK) != 0 { throw Self.failure(path, errno) }
        if isOther { return }
        let (file, beside) = try create()
        close(file)
        _ = unsafe unlink(beside)
    }

    func write(_ text: String) throws(Failure) {
        if isOther { return try writeThrough(text) }
        let (file, beside) = try create()
        defer { close(file) }
        var failure = Descriptor.write(text, to: file)
        if failure == 0, fsync(file) != 0 { failure = errno }
        if failure == 0, unsafe rename(beside, path) != 0 { failure = errno }
        guard failure != 0 else { return }
        _ = unsafe unlink(beside)
        throw Self.failure(path, failure)
    }

    private func writeThrough(_ text: String) throws(Failure) {
        let file = unsafe open(path, O_WRONLY | O_CLOEXEC)
        guard file >= 0 else { throw Self.failure(path, errno) }
        defer { close(file) }
        let failure = Descriptor.write(text, to: file)
        if failure != 0 { throw Self.failure(path, failure) }
    }

    /// An empty file in the same folder, and its path.
    private func create() throws(Failure) -> (file: Int32, path: String) {
        let beside = "\(path).\(UUID().uuidString).new"
        let file = unsafe open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard file >= 0 else { throw Self.failure(path, errno) }
        return (file, beside)
    }

    /// A wrong path is to be mended; a full disk is to be tried again.
    private static func failure(_ path: String, _ number: Int32) -> Failure {
        Failure(
            "\(path) cannot be written: \(Descriptor.reason(number))",
            status: [ENOSPC, EDQUOT, EIO].contains(number) ? .unanswered : .broken)
    }
}
