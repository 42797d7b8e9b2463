internal import Logging
internal import ServiceLifecycle
internal import TLS
internal import UnixSignals

/// Takes new certificates and callers without a restart: on SIGHUP, and when a certificate file has changed.
/// A broken new file is said in the log and changes nothing. Streams that new callers do not allow end.
struct Reloading: Service {
    let contexts: [TLSContext]
    let callers: Callers
    let judge: CallerInterceptor
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await withDiscardingTaskGroup { group in
                group.addTask {
                    for await _ in await UnixSignalsSequence(trapping: .sighup) { reload(force: true) }
                }
                group.addTask {
                    while !Task.isCancelled {
                        // Files have no better signal that every file system gives.
                        guard (try? await Task.sleep(for: .seconds(5))) != nil else { return }
                        reload(force: false)
                    }
                }
            }
        }
    }

    private func reload(force: Bool) {
        for context in contexts {
            do {
                if try context.reloadIfChanged() {
                    logger.notice("certificate reloaded", metadata: ["expires": "\(context.certificateExpiry)"])
                }
            } catch {
                logger.error("certificate not reloaded", metadata: ["error": "\(error)"])
            }
        }
        guard force else { return }
        do {
            try callers.reload()
            logger.notice("callers reloaded", metadata: ["streams_ended": "\(judge.judgeAgain())"])
        } catch {
            logger.error("callers not reloaded", metadata: ["error": "\(error)"])
        }
    }
}
