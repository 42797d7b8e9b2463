import SQL

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The few calls on files that SQLite does not make for us.
enum FileSystem {
    /// Makes an empty file that only its owner may read, unless there is one: SQLite would obey the umask, and gives
    /// the files beside it the same mode.
    static func createPrivate(_ path: String) throws(SQLError) {
        let file = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw failure("create \(path)") }
        close(file)
        try sync(folder(of: path))
    }

    static func exists(_ path: String) -> Bool {
        unsafe access(path, F_OK) == 0
    }

    static func size(_ path: String) throws(SQLError) -> Int64 {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { throw failure("look at \(path)") }
        return Int64(status.st_size)
    }

    /// Until the file, or the folder with its names, is on disk.
    static func sync(_ path: String) throws(SQLError) {
        let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw failure("open \(path)") }
        defer { close(file) }
        guard fsync(file) == 0 else { throw failure("sync \(path)") }
    }

    static func rename(_ from: String, to path: String) throws(SQLError) {
        #if canImport(Glibc)
            let code = unsafe Glibc.rename(from, path)
        #elseif canImport(Musl)
            let code = unsafe Musl.rename(from, path)
        #else
            let code = unsafe Darwin.rename(from, path)
        #endif
        guard code == 0 else { throw failure("rename \(from) to \(path)") }
    }

    /// Nothing happens where there is no such file.
    static func remove(_ path: String) throws(SQLError) {
        guard unsafe unlink(path) == 0 || errno == ENOENT else { throw failure("remove \(path)") }
    }

    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    static func failure(_ doing: String) -> SQLError {
        let number = errno
        let code: SQLError.Code = number == ENOSPC || number == EDQUOT ? .full : .io
        return SQLError(code, "could not \(doing): \(unsafe String(cString: strerror(number)))")
    }
}
