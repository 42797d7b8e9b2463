// Reports of ThreadSanitizer that are false and that nothing in the code could prevent, each with its reason.

#if __has_feature(thread_sanitizer)
// Asked for before the sanitizer is ready to watch.
__attribute__((disable_sanitizer_instrumentation)) const char *__tsan_default_suppressions(void) {
    return
        // NoRecord has no fields, so it has no address either. Passed as inout, it is "modified" at whatever address
        // stood in the register, which is that of its own witness table: a constant.
        "race:NoRecordVAA17ConditionRecorderAAWP\n";
}
#endif
