package import Messages

/// What a refusal of form says of single fields: `google.rpc.BadRequest` in its details.
extension Status {
    private static let badRequestType = "type.googleapis.com/google.rpc.BadRequest"

    /// Bytes of a BadRequest. With the rest of a status it must fit into a header list of 8 KiB, in base64: gRPC's
    /// libraries take no more unless they are told to.
    private static let badRequestBytesMax = 3072

    /// Nil when nothing is wrong. Reason, `field` and message are those of the first field.
    package init?(_ violations: Violations) {
        guard let reason = violations.reason, let first = violations.fields.first else { return nil }
        self.init(.invalidArgument, reason, Self.words(violations.fields), metadata: ["field": first.field])
        if violations.count > 1 || self.violations != violations.fields { listed = violations.fields }
    }

    /// Of several things in a request that a rule refuses, each for a reason of its own: code, reason and words are those of
    /// the first, and each is a violation. Nil when nothing is refused.
    package init?(_ refused: [(field: String, status: Status)]) {
        guard let (field, first) = refused.first else { return nil }
        self = first
        message = "\(field): \(first.message)" + (refused.count > 1 ? "; and \(refused.count - 1) more" : "")
        metadata["field"] = field
        listed = refused.map {
            FieldViolation(
                field: Self.clipped($0.field, to: Self.valueBytesMax),
                description: Self.clipped($0.status.message, to: Self.valueBytesMax), reason: $0.status.reason.name)
        }
    }

    /// The fields that are wrong: all of a request's form, else the one that `field` names.
    package var violations: [FieldViolation] {
        if !listed.isEmpty { return listed }
        guard code == .invalidArgument, let field = metadata["field"] else { return [] }
        return [
            FieldViolation(
                field: Self.clipped(field, to: Self.valueBytesMax),
                description: Self.clipped(message, to: Self.valueBytesMax), reason: reason.name)
        ]
    }

    /// As a detail; what is beyond the bound is cut.
    var badRequest: [AnyMessage] {
        var detail = BadRequest()
        var bytes = 0
        for violation in violations {
            // Tags and lengths of the message and of its three texts.
            bytes += violation.field.utf8.count + violation.description.utf8.count + violation.reason.utf8.count + 12
            guard bytes <= Self.badRequestBytesMax else { break }
            detail.fieldViolations.append(violation)
        }
        guard !detail.fieldViolations.isEmpty else { return [] }
        return [AnyMessage(typeUrl: Self.badRequestType, value: detail.encoded())]
    }

    /// Of a status that came; none where they are only `known`, or not readable.
    static func violations(in details: [AnyMessage], unless known: [FieldViolation]) -> [FieldViolation] {
        guard let detail = details.first(where: { $0.typeUrl == badRequestType }) else { return [] }
        do throws(MessageError) {
            let fields = try BadRequest(decoding: detail.value).fieldViolations
            return fields == known ? [] : fields
        } catch {
            return []
        }
    }

    private static func words(_ fields: [FieldViolation]) -> String {
        let shown = fields.prefix(3).map { "\($0.field): \($0.description)" }.joined(separator: "; ")
        return fields.count > 3 ? "\(shown); and \(fields.count - 3) more" : shown
    }
}
