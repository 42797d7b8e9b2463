internal import Foundation
internal import Logging
internal import Messages

/// One line of JSON per message on standard error: time, level, message, and the metadata as fields.
struct JSONLog: LogHandler {
    var logLevel: Logger.Level = .info
    var metadata: Logger.Metadata = [:]
    let label: String

    init(label: String) {
        self.label = label
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var line = "{\"time\":\"\(Date().ISO8601Format(.iso8601(timeZone: .gmt, includingFractionalSeconds: true)))Z\""
        line += ",\"level\":\"\(event.level)\",\"server\":\(JSONText.quoted(label))"
        line += ",\"message\":\(JSONText.quoted("\(event.message)"))"
        let fields = metadata.merging(event.metadata ?? [:]) { $1 }
        for (key, value) in fields.sorted(by: { $0.key < $1.key }) {
            line += ",\(JSONText.quoted(key)):\(JSONText.quoted("\(value)"))"
        }
        line += "}\n"
        // A log that cannot be written, on a full disk say, must not end the server.
        try? FileHandle.standardError.write(contentsOf: Data(line.utf8))
    }
}
