// grpc-check-load ADDRESS CERTIFICATES CONNECTIONS IN_FLIGHT WARM_UP CALLS
//
// A closed loop of unary Checks, as mandate-bench's: each connection keeps so many in flight and makes the next one when
// an answer comes. Prints calls a second, measured over CALLS after WARM_UP.

#include <grpcpp/grpcpp.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <future>
#include <iostream>
#include <memory>
#include <random>
#include <vector>

#include "files.h"
#include "mandate/mailbox/v1/access.grpc.pb.h"

namespace v1 = mandate::mailbox::v1;
using Clock = std::chrono::steady_clock;

// Ids as long as the product's, a third of the questions about one's own mailbox, as mandate-bench asks them.
static std::vector<v1::CheckRequest> questions() {
  std::mt19937_64 random(1);
  auto id = [&] {
    std::string text(26, '0');
    for (char &digit : text) digit = "0123456789abcdefghjkmnpqrstvwxyz"[random() & 31];
    return text;
  };
  std::vector<v1::CheckRequest> all(4096);
  for (size_t number = 0; number < all.size(); number++) {
    std::string account = id();
    all[number].set_account_id("acc_" + account);
    all[number].set_mailbox_id("mbx_" + (number % 3 == 0 ? account : id()));
    all[number].set_right(v1::RIGHT_OPEN);
  }
  return all;
}

// A fixed number of calls over all connections.
struct Run {
  std::atomic<long> to_start, to_answer;
  std::promise<void> done;
  explicit Run(long calls) : to_start(calls), to_answer(calls) {}
};

// One connection. Channels of the same target would share one but for the local pool.
class Lane {
 public:
  Lane(const std::string &address, const std::shared_ptr<grpc::ChannelCredentials> &tls, size_t first,
       const std::vector<v1::CheckRequest> &questions)
      : questions_(questions), next_(first) {
    grpc::ChannelArguments own;
    own.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
    stub_ = v1::AccessService::NewStub(grpc::CreateCustomChannel(address, tls, own));
  }

  void call(Run &run) {
    if (run.to_start.fetch_sub(1) <= 0) return;
    auto *call = new Call;
    call->context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(30));
    const auto &question = questions_[next_.fetch_add(1) % questions_.size()];
    stub_->async()->Check(&call->context, &question, &call->answer, [this, call, &run](grpc::Status status) {
      if (!status.ok() || call->answer.reason() == v1::DECISION_REASON_UNSPECIFIED) {
        std::cerr << "grpc-check-load: " << status.error_code() << " " << status.error_message() << "\n";
        std::_Exit(1);
      }
      delete call;
      this->call(run);
      if (run.to_answer.fetch_sub(1) == 1) run.done.set_value();
    });
  }

 private:
  struct Call {
    grpc::ClientContext context;
    v1::CheckResponse answer;
  };

  const std::vector<v1::CheckRequest> &questions_;
  std::atomic<size_t> next_;
  std::unique_ptr<v1::AccessService::Stub> stub_;
};

static double run(std::vector<std::unique_ptr<Lane>> &lanes, int in_flight, long calls) {
  // Never freed: the last callback may still be inside it when the waiting ends.
  Run *run = new Run(calls);
  auto done = run->done.get_future();
  auto began = Clock::now();
  for (auto &lane : lanes)
    for (int number = 0; number < in_flight; number++) lane->call(*run);
  done.wait();
  return double(calls) / std::chrono::duration<double>(Clock::now() - began).count();
}

int main(int count, char **arguments) {
  if (count != 7) {
    std::cerr << "usage: grpc-check-load ADDRESS CERTIFICATES CONNECTIONS IN_FLIGHT WARM_UP CALLS\n";
    return 2;
  }
  std::string folder = arguments[2];
  int connections = std::atoi(arguments[3]), in_flight = std::atoi(arguments[4]);
  auto tls = grpc::SslCredentials({contents(folder + "/authority.pem"), contents(folder + "/operator-admin.key"),
                                   contents(folder + "/operator-admin.pem")});
  auto asked = questions();
  std::vector<std::unique_ptr<Lane>> lanes;
  for (int number = 0; number < connections; number++)
    lanes.push_back(std::make_unique<Lane>(arguments[1], tls, size_t(number) * 512, asked));
  run(lanes, in_flight, std::atol(arguments[5]));
  std::cout << run(lanes, in_flight, std::atol(arguments[6])) << std::endl;
  // Not waiting for gRPC's threads to wind down.
  std::_Exit(0);
}
