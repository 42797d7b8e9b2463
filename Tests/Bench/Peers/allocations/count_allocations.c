// Counts the allocations of a program: LD_PRELOAD=count-allocations.so COUNT_ALLOCATIONS_INTO=FILE program
//
// The count stands in the first eight bytes of FILE, live, so that another process can look at it between calls. A
// reallocation counts as one. glibc only: it allocates under the names that are called here.

#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);

// What is allocated before the file is there is not counted in it: only differences matter.
static _Atomic unsigned long early;
static _Atomic unsigned long *count = &early;

__attribute__((constructor)) static void begin(void) {
    const char *path = getenv("COUNT_ALLOCATIONS_INTO");
    int file = path ? open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600) : -1;
    if (file < 0 || ftruncate(file, sizeof *count)) return;
    void *page = mmap(NULL, sizeof *count, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    close(file);
    if (page != MAP_FAILED) count = page;
}

static void counted(void) { atomic_fetch_add_explicit(count, 1, memory_order_relaxed); }

void *malloc(size_t bytes) {
    counted();
    return __libc_malloc(bytes);
}

void *calloc(size_t number, size_t bytes) {
    counted();
    return __libc_calloc(number, bytes);
}

void *realloc(void *old, size_t bytes) {
    counted();
    return __libc_realloc(old, bytes);
}

void *memalign(size_t alignment, size_t bytes) {
    counted();
    return __libc_memalign(alignment, bytes);
}

void *aligned_alloc(size_t alignment, size_t bytes) { return memalign(alignment, bytes); }

int posix_memalign(void **result, size_t alignment, size_t bytes) {
    if (alignment % sizeof(void *) || (alignment & (alignment - 1))) return EINVAL;
    void *memory = memalign(alignment, bytes);
    if (!memory) return ENOMEM;
    *result = memory;
    return 0;
}
