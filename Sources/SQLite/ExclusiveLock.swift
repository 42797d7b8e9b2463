import SQL
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A lock file held for the life of the process or until released. The system drops it when the process dies.
///
/// `flock` belongs to the opened file, so a second opening in the same process is refused as well; and it is a file of
/// its own, for closing any descriptor of the database would drop the locks SQLite holds on it.
final class ExclusiveLock: Sendable {
    private let file: Mutex<Int32?>

    init(_ path: String) throws(SQLError) {
        let file = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw FileSystem.failure("open \(path)") }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            let error =
                errno == EWOULDBLOCK
                ? SQLError(.busy, "\(path) is locked: another process has this database open. Stop it first")
                : FileSystem.failure("lock \(path)")
            close(file)
            throw error
        }
        self.file = Mutex(file)
    }

    deinit { release() }

    func release() {
        file.withLock { file in
            if let held = file { close(held) }
            file = nil
        }
    }
}
