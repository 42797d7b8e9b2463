#include "faulty_disk.h"

#include <errno.h>
#include <pthread.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

/* The file is the database's for FAULTY_INDEX too: SQLite reaches its shared memory through it. */
typedef struct {
    sqlite3_vfs vfs;
    sqlite3_vfs *real;
    pthread_mutex_t lock;
    enum faulty_file file;
    enum faulty_call call;
    int left, error, percent, failed, since;
} disk;

typedef struct {
    sqlite3_file base;
    disk *disk;
    enum faulty_file kind;
} opened;

static sqlite3_file *real(sqlite3_file *file) { return (sqlite3_file *)((opened *)file + 1); }

/* Whether this call fails, and then how much of it is done before. */
static int fails(disk *disk, enum faulty_file file, enum faulty_call call, int *error, int *percent) {
    pthread_mutex_lock(&disk->lock);
    int strikes = disk->left > 0 && disk->file == file && disk->call == call && --disk->left == 0;
    if (disk->failed) disk->since++;
    if (strikes) disk->failed = 1;
    *error = disk->error;
    *percent = disk->percent;
    pthread_mutex_unlock(&disk->lock);
    return strikes;
}

/* As SQLite's own VFS for Unix answers: its last error is errno. */
static int failure(int error, int code) {
    errno = error;
    return code;
}

static int file_write(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 at) {
    opened *own = (opened *)file;
    int error, percent;
    if (!fails(own->disk, own->kind, FAULTY_WRITE, &error, &percent))
        return real(file)->pMethods->xWrite(real(file), bytes, count, at);
    int done = count * percent / 100;
    if (done > 0) real(file)->pMethods->xWrite(real(file), bytes, done, at);
    return failure(error, error == ENOSPC ? SQLITE_FULL : SQLITE_IOERR_WRITE);
}

static int file_sync(sqlite3_file *file, int flags) {
    opened *own = (opened *)file;
    int error, percent;
    if (!fails(own->disk, own->kind, FAULTY_SYNC, &error, &percent))
        return real(file)->pMethods->xSync(real(file), flags);
    if (percent == 100) real(file)->pMethods->xSync(real(file), flags);
    return failure(error, SQLITE_IOERR_FSYNC);
}

static int file_truncate(sqlite3_file *file, sqlite3_int64 size) {
    opened *own = (opened *)file;
    int error, percent;
    if (!fails(own->disk, own->kind, FAULTY_TRUNCATE, &error, &percent))
        return real(file)->pMethods->xTruncate(real(file), size);
    if (percent == 100) real(file)->pMethods->xTruncate(real(file), size);
    return failure(error, SQLITE_IOERR_TRUNCATE);
}

static int file_shm_map(sqlite3_file *file, int region, int size, int extend, void volatile **at) {
    opened *own = (opened *)file;
    int error, percent;
    if (extend && fails(own->disk, FAULTY_INDEX, FAULTY_MAP, &error, &percent)) return failure(error, SQLITE_IOERR_SHMSIZE);
    return real(file)->pMethods->xShmMap(real(file), region, size, extend, at);
}

static int file_close(sqlite3_file *file) { return real(file)->pMethods->xClose(real(file)); }
static int file_read(sqlite3_file *file, void *bytes, int count, sqlite3_int64 at) {
    return real(file)->pMethods->xRead(real(file), bytes, count, at);
}
static int file_size(sqlite3_file *file, sqlite3_int64 *size) { return real(file)->pMethods->xFileSize(real(file), size); }
static int file_lock(sqlite3_file *file, int level) { return real(file)->pMethods->xLock(real(file), level); }
static int file_unlock(sqlite3_file *file, int level) { return real(file)->pMethods->xUnlock(real(file), level); }
static int file_reserved(sqlite3_file *file, int *is) { return real(file)->pMethods->xCheckReservedLock(real(file), is); }
static int file_control(sqlite3_file *file, int what, void *with) {
    return real(file)->pMethods->xFileControl(real(file), what, with);
}
static int file_sector(sqlite3_file *file) { return real(file)->pMethods->xSectorSize(real(file)); }
static int file_traits(sqlite3_file *file) { return real(file)->pMethods->xDeviceCharacteristics(real(file)); }
static int file_shm_lock(sqlite3_file *file, int offset, int count, int flags) {
    return real(file)->pMethods->xShmLock(real(file), offset, count, flags);
}
static void file_shm_barrier(sqlite3_file *file) { real(file)->pMethods->xShmBarrier(real(file)); }
static int file_shm_unmap(sqlite3_file *file, int delete) { return real(file)->pMethods->xShmUnmap(real(file), delete); }

/* Version 2 has shared memory, and no mapped pages that would pass by xWrite. */
static const sqlite3_io_methods methods = {
    2, file_close, file_read, file_write, file_truncate, file_sync, file_size, file_lock, file_unlock, file_reserved,
    file_control, file_sector, file_traits, file_shm_map, file_shm_lock, file_shm_barrier, file_shm_unmap, 0, 0,
};

static int vfs_open(sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *given) {
    opened *own = (opened *)file;
    own->disk = (disk *)vfs;
    own->kind = flags & SQLITE_OPEN_WAL ? FAULTY_WAL : FAULTY_DATABASE;
    int code = own->disk->real->xOpen(own->disk->real, path, real(file), flags, given);
    own->base.pMethods = real(file)->pMethods ? &methods : 0;
    return code;
}

/* The default VFS takes itself for the one it is called with, so each call names it. */
static int vfs_delete(sqlite3_vfs *vfs, const char *path, int sync) {
    return ((disk *)vfs)->real->xDelete(((disk *)vfs)->real, path, sync);
}
static int vfs_access(sqlite3_vfs *vfs, const char *path, int flags, int *is) {
    return ((disk *)vfs)->real->xAccess(((disk *)vfs)->real, path, flags, is);
}
static int vfs_full(sqlite3_vfs *vfs, const char *path, int size, char *full) {
    return ((disk *)vfs)->real->xFullPathname(((disk *)vfs)->real, path, size, full);
}

void faulty_disk_make(const char *name) {
    sqlite3_vfs *default_vfs = sqlite3_vfs_find(0);
    disk *made = calloc(1, sizeof *made);
    made->vfs = *default_vfs;
    made->real = default_vfs;
    made->vfs.zName = strdup(name);
    made->vfs.pNext = 0;
    made->vfs.szOsFile = (int)sizeof(opened) + default_vfs->szOsFile;
    made->vfs.xOpen = vfs_open;
    made->vfs.xDelete = vfs_delete;
    made->vfs.xAccess = vfs_access;
    made->vfs.xFullPathname = vfs_full;
    pthread_mutex_init(&made->lock, 0);
    sqlite3_vfs_register(&made->vfs, 0);
}

void faulty_disk_arm(
    const char *name, enum faulty_file file, enum faulty_call call, int number, int error, int percent) {
    disk *disk = (void *)sqlite3_vfs_find(name);
    pthread_mutex_lock(&disk->lock);
    disk->file = file;
    disk->call = call;
    disk->left = number;
    disk->error = error;
    disk->percent = percent;
    disk->failed = disk->since = 0;
    pthread_mutex_unlock(&disk->lock);
}

static int look(const char *name, int since) {
    disk *disk = (void *)sqlite3_vfs_find(name);
    pthread_mutex_lock(&disk->lock);
    int found = since ? disk->since : disk->failed;
    pthread_mutex_unlock(&disk->lock);
    return found;
}

int faulty_disk_has_failed(const char *name) { return look(name, 0); }
int faulty_disk_calls_since(const char *name) { return look(name, 1); }
