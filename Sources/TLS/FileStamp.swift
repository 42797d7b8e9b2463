import Glibc

/// What tells a replaced file from the one read before, without reading it.
struct FileStamp: Equatable {
    private let seconds: Int
    private let nanoseconds: Int
    private let size: Int64
    private let inode: UInt64

    /// Follows symbolic links, so that a mounted secret whose link is switched counts as changed.
    init(path: String) throws(TLSError) {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else {
            throw TLSError(
                .certificate, "cannot read \(path): \(unsafe String(cString: strerror(errno)))")
        }
        seconds = status.st_mtim.tv_sec
        nanoseconds = status.st_mtim.tv_nsec
        size = Int64(status.st_size)
        inode = UInt64(status.st_ino)
    }
}
