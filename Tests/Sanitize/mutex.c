// What ThreadSanitizer has to be told of Swift's Mutex.
//
// A Mutex on Linux is one word. Taking it when it is free is an atomic instruction in our own code, which the sanitizer
// sees. Waiting for it, and waking who waits, are calls into libswiftSynchronization, which is built without the
// sanitizer: it sees no order between the two threads, and reports races between bodies that never overlap.
// These functions stand before the library's, by their mangled names, which are part of its ABI, and tell the order.
// Nothing is suppressed: what is shared without the Mutex is reported as ever.

#if __has_feature(thread_sanitizer)
#include "library.h"
#include <stdbool.h>
#include <stdint.h>

#define SELF __attribute__((swift_context)) void *mutex
#define LOCK "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF"
#define TRY_LOCK "$s15Synchronization12_MutexHandleV12_tryLockSlowSbyF"
#define UNLOCK "$s15Synchronization12_MutexHandleV11_unlockSlowyyF"

SWIFT void mandate_lock(uint32_t thread, SELF) __asm__(LOCK);
SWIFT bool mandate_try_lock(SELF) __asm__(TRY_LOCK);
SWIFT void mandate_unlock(SELF) __asm__(UNLOCK);

static SWIFT void (*lock)(uint32_t thread, SELF);
static SWIFT bool (*try_lock)(SELF);
static SWIFT void (*unlock)(SELF);

// Before a second thread runs.
__attribute__((constructor)) static void find(void) {
    lock = library(LOCK);
    try_lock = library(TRY_LOCK);
    unlock = library(UNLOCK);
}

SWIFT void mandate_lock(uint32_t thread, SELF) {
    lock(thread, mutex);
    __tsan_acquire(mutex);
}

SWIFT bool mandate_try_lock(SELF) {
    bool taken = try_lock(mutex);
    if (taken) __tsan_acquire(mutex);
    return taken;
}

SWIFT void mandate_unlock(SELF) {
    __tsan_release(mutex);
    unlock(mutex);
}
#endif
