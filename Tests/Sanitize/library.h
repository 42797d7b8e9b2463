#pragma once
#include <dlfcn.h>
#include <sanitizer/tsan_interface.h>
#include <stdio.h>
#include <stdlib.h>

#define SWIFT __attribute__((swiftcall))

/// The function of Swift's libraries that ours stands before.
static inline void *library(const char *name) {
    void *function = dlsym(RTLD_NEXT, name);
    if (function == NULL) {
        fprintf(stderr, "Swift's libraries have no %s any more: see Tests/Sanitize\n", name);
        abort();
    }
    return function;
}
