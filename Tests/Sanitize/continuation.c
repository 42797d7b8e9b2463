// What ThreadSanitizer has to be told of Swift's continuations.
//
// Who resumes one tells the sanitizer so, by a release of the task. The task answers with an acquire when it had been
// suspended and runs again, but the runtime forgets that when the resumption came first and there was nothing to wait
// for: swift_continuation_await returns without one. Then everything done before the resumption looks like a race.
// The acquire is made up for at the two places that a resumed task passes in our own code: before it waits, and where
// it frees the frame of an async function that has returned (withCheckedContinuation waits inside the library).

#if __has_feature(thread_sanitizer)
#include "library.h"

#define ASYNC __attribute__((swiftasynccall))

SWIFT void *swift_task_getCurrent(void);
ASYNC void swift_continuation_await(void *context);
SWIFT void swift_task_dealloc(void *frame);

static ASYNC void (*await)(void *context);
static SWIFT void (*dealloc)(void *frame);

__attribute__((constructor)) static void find(void) {
    await = library("swift_continuation_await");
    dealloc = library("swift_task_dealloc");
}

ASYNC void swift_continuation_await(void *context) {
    __tsan_acquire(swift_task_getCurrent());
    __attribute__((musttail)) return await(context);
}

SWIFT void swift_task_dealloc(void *frame) {
    dealloc(frame);
    __tsan_acquire(swift_task_getCurrent());
}
#endif
