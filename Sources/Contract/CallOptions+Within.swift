internal import Messages
package import RPC

extension CallOptions {
    /// For a call to another service that a call waits for: no longer than that may take, and of the same trace.
    package init(within call: Call) {
        self.init(timeout: call.remaining ?? .seconds(10))
        guard let trace = call.traceparent else { return }
        metadata.append(MetadataEntry(key: MetadataKey.traceparent, value: trace))
    }
}
