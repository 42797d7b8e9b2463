/* Loaded before the C library (LD_PRELOAD), this ends the process in the middle of a system call on its database, or fails it.
 *
 * MANDATE_CRASH_CALL=wal.write:17 writes half of what the 17th write to a "-wal" file is about, and dies: a torn write.
 * wal.sync dies before the WAL is told to be on disk. database.write and database.sync do the same in a checkpoint.
 *
 * MANDATE_FAIL_CALL=wal.sync:17 fails that call with EIO, once, and lives on; a write has half of its bytes written. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static atomic_long last_calls, failing_calls;

static int ends_with(const char *text, const char *end) {
    size_t length = strlen(text), tail = strlen(end);
    return length >= tail && strcmp(text + length - tail, end) == 0;
}

/* Whether this call is the one that the variable names. */
static int is_meant(const char *variable, atomic_long *calls, int file, const char *call) {
    const char *order = getenv(variable);
    if (!order) return 0;
    char link[64], path[PATH_MAX], name[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    const char *kind = ends_with(path, ".db-wal") ? "wal" : ends_with(path, ".db") ? "database" : "other";
    snprintf(name, sizeof name, "%s.%s:", kind, call);
    if (strncmp(order, name, strlen(name)) != 0) return 0;
    return atomic_fetch_add(calls, 1) + 1 == atol(order + strlen(name));
}

static int is_last(int file, const char *call) { return is_meant("MANDATE_CRASH_CALL", &last_calls, file, call); }

static int fails(int file, const char *call) {
    if (!is_meant("MANDATE_FAIL_CALL", &failing_calls, file, call)) return 0;
    errno = EIO;
    return 1;
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t at) {
    ssize_t (*real)(int, const void *, size_t, off64_t) = dlsym(RTLD_NEXT, "pwrite64");
    if (is_last(file, "write")) {
        real(file, bytes, count / 2, at);
        kill(getpid(), SIGKILL);
    }
    if (fails(file, "write")) {
        real(file, bytes, count / 2, at);
        errno = EIO;
        return -1;
    }
    return real(file, bytes, count, at);
}

int fdatasync(int file) {
    int (*real)(int) = dlsym(RTLD_NEXT, "fdatasync");
    if (is_last(file, "sync")) kill(getpid(), SIGKILL);
    if (fails(file, "sync")) return -1;
    return real(file);
}

int fsync(int file) {
    int (*real)(int) = dlsym(RTLD_NEXT, "fsync");
    if (is_last(file, "sync")) kill(getpid(), SIGKILL);
    if (fails(file, "sync")) return -1;
    return real(file);
}
