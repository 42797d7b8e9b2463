// nghttp2 as the module CNGHTTP2; its one importer is HTTP2.
#ifndef MANDATE_CNGHTTP2_H
#define MANDATE_CNGHTTP2_H

#include <nghttp2/nghttp2.h>

#endif
