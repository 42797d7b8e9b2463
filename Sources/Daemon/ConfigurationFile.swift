internal import Configuration
internal import Foundation

/// The operator's JSON file: the settings' keys, nested or with dots. A mistyped key must not be read as silence, nor
/// a value of a kind that no setting has.
enum ConfigurationFile {
    static func provider(_ path: String) async throws(SetupError) -> any ConfigProvider {
        let root: Value
        let provider: FileProvider<JSONSnapshot>
        do {
            root = try JSONDecoder().decode(Value.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
            provider = try await FileProvider<JSONSnapshot>(filePath: .init(path))
        } catch {
            throw SetupError("--config \(path) cannot be read: \(error)")
        }
        try check(root, "", path)
        return provider
    }

    /// As far as it matters here. JSONDecoder, unlike JSONSerialization, tells true from 1.
    private indirect enum Value: Decodable {
        case object([String: Value])
        case setting
        case other

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if let members = try? value.decode([String: Value].self) {
                self = .object(members)
            } else if (try? value.decode(String.self)) != nil || (try? value.decode(Int.self)) != nil
                || (try? value.decode([String].self)) != nil
            {
                self = .setting
            } else {
                self = .other
            }
        }
    }

    private static func isSection(_ key: String) -> Bool {
        key.isEmpty || Knob.all.contains { $0.key.hasPrefix(key + ".") }
    }

    private static func check(_ value: Value, _ key: String, _ file: String) throws(SetupError) {
        // The file does not say where it lies itself.
        let knob = Knob.all.first { $0.key == key && key != "config" }
        switch (value, knob) {
        case (.setting, _?): return
        case (.object(let members), nil) where !members.isEmpty || isSection(key):
            for (name, member) in members.sorted(by: { $0.key < $1.key }) {
                try check(member, key.isEmpty ? name : key + "." + name, file)
            }
        case (_, let knob?):
            throw SetupError("\(knob.key) in \(file) must be a text, a whole number or a list of texts")
        case (_, nil):
            throw SetupError(
                "unknown setting '\(key)' in \(file); did you mean '\(Knob.nearest(to: key).key)'? --help lists them all")
        }
    }
}
