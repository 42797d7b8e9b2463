internal import Synchronization

/// Many calls at once over one connection, in the order asked.
enum Concurrently {
    /// Maps with at most `width` calls under way. The first failure stops what has not begun.
    static func map<Input: Sendable, Output: Sendable>(
        _ inputs: [Input], width: Int, progress: Progress,
        _ work: @escaping @Sendable (Input) async throws -> Output
    ) async throws -> [Output] {
        let stop = Stop()
        let results = await all(inputs, width: width, progress: progress) { input -> Result<Output, any Error>? in
            if stop.isSet { return nil }
            do { return .success(try await work(input)) } catch {
                stop.set()
                return .failure(error)
            }
        }
        // What had begun ends after the failure, and may stand before it.
        for case .failure(let error)? in results { throw error }
        return try results.compactMap { try $0?.get() }
    }

    /// Maps with at most `width` calls under way.
    static func all<Input: Sendable, Output: Sendable>(
        _ inputs: [Input], width: Int, progress: Progress, _ work: @escaping @Sendable (Input) async -> Output
    ) async -> [Output] {
        var outputs = [Output?](repeating: nil, count: inputs.count)
        await withTaskGroup(of: (Int, Output).self) { group in
            var next = 0
            func start() {
                guard next < inputs.count else { return }
                let index = next
                let input = inputs[index]
                next += 1
                group.addTask { (index, await work(input)) }
            }
            for _ in 0..<width { start() }
            while let (index, output) = await group.next() {
                outputs[index] = output
                progress.advance()
                start()
            }
        }
        return outputs.compactMap { $0 }
    }
}

/// Says to those who have not begun that they need not.
final class Stop: Sendable {
    private let flag = Atomic(false)

    var isSet: Bool { flag.load(ordering: .relaxed) }

    func set() { flag.store(true, ordering: .relaxed) }
}
