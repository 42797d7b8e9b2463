/// Many calls at once over one connection, in the order asked.
enum Concurrently {
    /// Maps with at most `width` calls under way. The first failure stops what has not begun.
    static func map<Input: Sendable, Output: Sendable>(
        _ inputs: [Input], width: Int, progress: Progress,
        _ work: @escaping @Sendable (Input) async throws -> Output
    ) async throws -> [Output] {
        var outputs = [Output?](repeating: nil, count: inputs.count)
        try await withThrowingTaskGroup(of: (Int, Output).self) { group in
            var next = 0
            func start() {
                guard next < inputs.count else { return }
                let index = next
                let input = inputs[index]
                next += 1
                group.addTask { (index, try await work(input)) }
            }
            for _ in 0..<width { start() }
            while let (index, output) = try await group.next() {
                outputs[index] = output
                progress.advance()
                start()
            }
        }
        return outputs.compactMap { $0 }
    }
}
