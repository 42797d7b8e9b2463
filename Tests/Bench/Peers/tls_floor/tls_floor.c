// tls-floor serve PORT CERTIFICATES REQUEST_BYTES RESPONSE_BYTES
// tls-floor ask   PORT CERTIFICATES REQUEST_BYTES RESPONSE_BYTES WARM_UP CALLS
//
// The least that a call over TLS 1.3 costs on this machine: OpenSSL on a blocking socket, one connection, one message in
// flight, messages of the size of our frames. The server answers each request at once with as many bytes as our answer has.
// `ask` prints calls a second, measured over CALLS after WARM_UP.

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

static void fail(const char *what) {
    fprintf(stderr, "tls-floor: %s\n", what);
    ERR_print_errors_fp(stderr);
    exit(1);
}

static SSL_CTX *context(const SSL_METHOD *method, const char *folder, const char *name) {
    char certificate[4096], key[4096], authority[4096];
    snprintf(certificate, sizeof certificate, "%s/%s.pem", folder, name);
    snprintf(key, sizeof key, "%s/%s.key", folder, name);
    snprintf(authority, sizeof authority, "%s/authority.pem", folder);
    SSL_CTX *tls = SSL_CTX_new(method);
    if (!tls || !SSL_CTX_set_min_proto_version(tls, TLS1_3_VERSION) ||
        SSL_CTX_use_certificate_chain_file(tls, certificate) != 1 ||
        SSL_CTX_use_PrivateKey_file(tls, key, SSL_FILETYPE_PEM) != 1 ||
        SSL_CTX_load_verify_locations(tls, authority, NULL) != 1)
        fail("no TLS context");
    SSL_CTX_set_verify(tls, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, NULL);
    return tls;
}

static SSL *session(SSL_CTX *tls, int descriptor) {
    int on = 1;
    setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    SSL *ssl = SSL_new(tls);
    if (!ssl || !SSL_set_fd(ssl, descriptor)) fail("no TLS session");
    return ssl;
}

// 0 when the peer has ended, between messages.
static int read_whole(SSL *ssl, char *buffer, int bytes) {
    for (int have = 0; have < bytes;) {
        int count = SSL_read(ssl, buffer + have, bytes - have);
        if (count <= 0) {
            if (have == 0) return 0;
            fail("the connection was lost inside a message");
        }
        have += count;
    }
    return 1;
}

static void serve(struct sockaddr_in address, const char *folder, int request, int response) {
    SSL_CTX *tls = context(TLS_server_method(), folder, "mandate-mailbox");
    int listener = socket(AF_INET, SOCK_STREAM, 0), on = 1;
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (bind(listener, (struct sockaddr *)&address, sizeof address) || listen(listener, 8)) fail("cannot listen");
    char *in = calloc(1, (size_t)request), *out = calloc(1, (size_t)response);
    for (;;) {
        int descriptor = accept(listener, NULL, NULL);
        if (descriptor < 0) fail("cannot accept");
        SSL *ssl = session(tls, descriptor);
        if (SSL_accept(ssl) == 1)
            while (read_whole(ssl, in, request))
                if (SSL_write(ssl, out, response) != response) break;
        SSL_free(ssl);
        close(descriptor);
    }
}

static double ask(SSL *ssl, char *in, char *out, int request, int response, long calls) {
    struct timespec began, ended;
    clock_gettime(CLOCK_MONOTONIC, &began);
    for (long number = 0; number < calls; number++)
        if (SSL_write(ssl, out, request) != request || !read_whole(ssl, in, response)) fail("the connection was lost");
    clock_gettime(CLOCK_MONOTONIC, &ended);
    return (double)calls / ((double)(ended.tv_sec - began.tv_sec) + (double)(ended.tv_nsec - began.tv_nsec) / 1e9);
}

int main(int count, char **arguments) {
    int is_server = count == 6 && !strcmp(arguments[1], "serve"), is_client = count == 8 && !strcmp(arguments[1], "ask");
    if (!is_server && !is_client) {
        fprintf(stderr, "usage: tls-floor serve PORT CERTIFICATES REQUEST_BYTES RESPONSE_BYTES\n"
                        "       tls-floor ask PORT CERTIFICATES REQUEST_BYTES RESPONSE_BYTES WARM_UP CALLS\n");
        return 2;
    }
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)atoi(arguments[2])),
                                  .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    int request = atoi(arguments[4]), response = atoi(arguments[5]);
    if (is_server) serve(address, arguments[3], request, response);

    int descriptor = socket(AF_INET, SOCK_STREAM, 0);
    if (connect(descriptor, (struct sockaddr *)&address, sizeof address)) fail("cannot connect");
    SSL *ssl = session(context(TLS_client_method(), arguments[3], "operator-admin"), descriptor);
    if (SSL_connect(ssl) != 1) fail("no TLS handshake");
    char *in = calloc(1, (size_t)response), *out = calloc(1, (size_t)request);
    ask(ssl, in, out, request, response, atol(arguments[6]));
    printf("%.1f\n", ask(ssl, in, out, request, response, atol(arguments[7])));
    return 0;
}
