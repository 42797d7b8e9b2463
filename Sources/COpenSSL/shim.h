// OpenSSL as the module COpenSSL; its one importer is TLS.
//
// Swift imports functions and plain numbers by itself. What follows are only the
// things of OpenSSL which are macros with an argument or a cast in them, each
// under the name of the macro with `mandate_` before it.
#ifndef MANDATE_COPENSSL_H
#define MANDATE_COPENSSL_H

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

// Macros over SSL_CTX_ctrl and SSL_ctrl.
static inline long mandate_SSL_CTX_set_min_proto_version(SSL_CTX *context, int version) {
    return SSL_CTX_set_min_proto_version(context, version);
}

static inline long mandate_SSL_CTX_set_max_proto_version(SSL_CTX *context, int version) {
    return SSL_CTX_set_max_proto_version(context, version);
}

static inline long mandate_SSL_CTX_set_mode(SSL_CTX *context, long mode) {
    return SSL_CTX_set_mode(context, mode);
}

static inline long mandate_SSL_CTX_set_session_cache_mode(SSL_CTX *context, long mode) {
    return SSL_CTX_set_session_cache_mode(context, mode);
}

static inline long mandate_SSL_set_tlsext_host_name(SSL *ssl, const char *name) {
    return SSL_set_tlsext_host_name(ssl, name);
}

// SSL_OP_… are shifts of a cast number, which Swift does not import.
static inline uint64_t mandate_SSL_OP_NO_TICKET(void) { return SSL_OP_NO_TICKET; }
static inline uint64_t mandate_SSL_OP_NO_COMPRESSION(void) { return SSL_OP_NO_COMPRESSION; }
static inline uint64_t mandate_SSL_OP_NO_RENEGOTIATION(void) { return SSL_OP_NO_RENEGOTIATION; }
static inline uint64_t mandate_SSL_OP_CIPHER_SERVER_PREFERENCE(void) {
    return SSL_OP_CIPHER_SERVER_PREFERENCE;
}

// Macros over BIO_set_flags and BIO_clear_flags.
static inline void mandate_BIO_set_retry_read(BIO *bio) { BIO_set_retry_read(bio); }
static inline void mandate_BIO_clear_retry_flags(BIO *bio) { BIO_clear_retry_flags(bio); }

// The typed stacks are macros over an untyped one.
static inline int mandate_sk_GENERAL_NAME_num(const GENERAL_NAMES *names) {
    return sk_GENERAL_NAME_num(names);
}

static inline const GENERAL_NAME *mandate_sk_GENERAL_NAME_value(
    const GENERAL_NAMES *names, int index) {
    return sk_GENERAL_NAME_value(names, index);
}

#endif
