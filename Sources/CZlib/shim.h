// zlib as the module CZlib; its one importer is Gzip.
//
// What follows are the functions that zlib.h hides behind macros with sizeof in them.
#ifndef MANDATE_CZLIB_H
#define MANDATE_CZLIB_H

#include <zlib.h>

static inline int mandate_inflateInit2(z_stream *stream, int window_bits) {
    return inflateInit2(stream, window_bits);
}

static inline int mandate_deflateInit2(z_stream *stream, int level, int window_bits, int memory_level) {
    return deflateInit2(stream, level, Z_DEFLATED, window_bits, memory_level, Z_DEFAULT_STRATEGY);
}

#endif
