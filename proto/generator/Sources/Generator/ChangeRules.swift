/// What every method that changes something must have, so that its handler need not.
enum ChangeRules {
    /// Whether the service changes something by it, as a request that can be repeated.
    static func isChange(_ method: ServiceMethod, _ request: MessageType) -> Bool {
        method.log != nil && request.field("request_id") != nil
    }

    /// - Parameter place: the method's full name.
    static func check(
        _ method: ServiceMethod, _ request: MessageType, _ response: MessageType, of place: String
    ) throws(GeneratorError) {
        if let log = method.log { try check(log, of: place) }
        if let access = method.access { try check(access, method.log, of: place) }
        for name in ["request_id", "validate_only"] where request.field(name) != nil && method.access?.mutates != true {
            throw GeneratorError(place, "its request has \(name), and its access does not say that it mutates")
        }
        guard isChange(method, request) else { return }
        if request.field("validate_only") == nil {
            throw GeneratorError(place, "changes something, and its request has no validate_only")
        }
        for name in ["event_id", "consistency_token"] where response.field(name) == nil {
            throw GeneratorError(place, "changes something, and its response has no \(name)")
        }
    }

    /// What the log calls a call goes by its request, so two methods of the log cannot share one.
    static func checkOneEach(_ schema: Schema) throws(GeneratorError) {
        var owners: [String: String] = [:]
        for service in schema.files.flatMap(\.services) {
            for method in service.methods where method.log != nil {
                let place = "\(service.fullName).\(method.protoName)"
                if let other = owners.updateValue(place, forKey: method.input) {
                    throw GeneratorError(place, "has the request of \(other): the log could not tell them apart")
                }
            }
        }
    }

    /// What is the caller's own goes by the paths of the log.
    private static func check(
        _ access: AccessDeclaration, _ log: LogDeclaration?, of place: String
    ) throws(GeneratorError) {
        if access.orSelf, log?.target.isEmpty ?? true {
            throw GeneratorError(place, "is for the account itself too, and its log names no target")
        }
        if access.orMailboxOwner, log?.mailbox.isEmpty ?? true {
            throw GeneratorError(place, "is for the mailbox's owner too, and its log names no mailbox")
        }
    }

    private static func check(_ log: LogDeclaration, of place: String) throws(GeneratorError) {
        guard ActionName.isOne(log.action) else { throw GeneratorError(place, ActionName.form) }
        guard ActionName.isWord(log.resourceType[...]) else {
            throw GeneratorError(place, "the log's resource_type is a name, as in account")
        }
    }
}
