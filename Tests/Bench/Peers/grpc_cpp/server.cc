// grpc-check-server PORT CERTIFICATES [open]
//
// With `open` it asks for no client certificate: h2load has none.
//
// The same Check as mandate-mailbox's, served by gRPC C++ with its callback API over TLS with client certificates.
// It answers from nothing but the question, with a message of the size of the real answer: no database, no index, no
// authorization. So it is what gRPC itself costs.

#include <grpcpp/grpcpp.h>

#include <iostream>

#include "files.h"
#include "mandate/mailbox/v1/access.grpc.pb.h"

namespace v1 = mandate::mailbox::v1;

class Access final : public v1::AccessService::CallbackService {
  grpc::ServerUnaryReactor *Check(grpc::CallbackServerContext *context, const v1::CheckRequest *question,
                                  v1::CheckResponse *answer) override {
    // Behind the prefixes acc_ and mbx_: one's own mailbox.
    bool owner = question->account_id().compare(4, std::string::npos, question->mailbox_id(), 4) == 0;
    answer->set_allowed(owner);
    answer->set_reason(owner ? v1::DECISION_REASON_ALLOWED_OWNER : v1::DECISION_REASON_NO_GRANT);
    answer->set_revision(542);
    auto *reactor = context->DefaultReactor();
    reactor->Finish(grpc::Status::OK);
    return reactor;
  }
};

int main(int count, char **arguments) {
  bool open = count == 4 && std::string(arguments[3]) == "open";
  if (count != 3 && !open) {
    std::cerr << "usage: grpc-check-server PORT CERTIFICATES [open]\n";
    return 2;
  }
  std::string folder = arguments[2];
  grpc::SslServerCredentialsOptions tls(
      open ? GRPC_SSL_DONT_REQUEST_CLIENT_CERTIFICATE : GRPC_SSL_REQUEST_AND_REQUIRE_CLIENT_CERTIFICATE_AND_VERIFY);
  tls.pem_root_certs = contents(folder + "/authority.pem");
  tls.pem_key_cert_pairs.push_back({contents(folder + "/mandate-mailbox.key"), contents(folder + "/mandate-mailbox.pem")});

  Access access;
  grpc::ServerBuilder builder;
  int port = 0;
  builder.AddListeningPort("127.0.0.1:" + std::string(arguments[1]), grpc::SslServerCredentials(tls), &port);
  builder.RegisterService(&access);
  auto server = builder.BuildAndStart();
  if (!server) return 1;
  std::cout << port << std::endl;
  server->Wait();
}
