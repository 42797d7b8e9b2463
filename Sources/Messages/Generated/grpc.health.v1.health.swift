// Generated from grpc/health/v1/health.proto by proto/generate. Do not edit.

import CMessages

package struct HealthCheckRequest: Message {
    package var service: String = ""

    package init() {}

    package init(
        service: String = ""
    ) {
        self.service = service
    }

    package static var name: String { "grpc.health.v1.HealthCheckRequest" }

    package init(decoding bytes: UnsafeRawBufferPointer) throws(MessageError) {
        self = try unsafe Self.read(bytes)
    }

    package init(decoding bytes: [UInt8]) throws(MessageError) {
        self = try unsafe Self.read(bytes)
    }

    @discardableResult
    package func encode(_ body: (borrowing Encoding) -> Void) -> Int {
        unsafe withEncoding(body)
    }
}

extension HealthCheckRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Grpc__Health__V1__HealthCheckRequest>) {
        unsafe grpc__health__v1__health_check_request__init(c)
    }

    init(_ c: UnsafePointer<Grpc__Health__V1__HealthCheckRequest>) throws(MessageError) {
        self.service = try unsafe Read.text(c.pointee.service, "grpc.health.v1.HealthCheckRequest.service")
    }

    func write(to c: UnsafeMutablePointer<Grpc__Health__V1__HealthCheckRequest>, in arena: Arena) {
        unsafe c.pointee.service = arena.text(self.service)
    }
}

package struct HealthCheckResponse: Message {
    package var status: HealthCheckResponse.ServingStatus = .unknown

    package init() {}

    package init(
        status: HealthCheckResponse.ServingStatus = .unknown
    ) {
        self.status = status
    }

    package static var name: String { "grpc.health.v1.HealthCheckResponse" }

    package init(decoding bytes: UnsafeRawBufferPointer) throws(MessageError) {
        self = try unsafe Self.read(bytes)
    }

    package init(decoding bytes: [UInt8]) throws(MessageError) {
        self = try unsafe Self.read(bytes)
    }

    @discardableResult
    package func encode(_ body: (borrowing Encoding) -> Void) -> Int {
        unsafe withEncoding(body)
    }

    package enum ServingStatus: MessageEnum {
        case unknown
        case serving
        case notServing
        /// Used only by the Watch method.
        case serviceUnknown
        /// A number this version does not know.
        case unrecognized(Int32)

        package init(rawValue: Int32) {
            switch rawValue {
            case 0: self = .unknown
            case 1: self = .serving
            case 2: self = .notServing
            case 3: self = .serviceUnknown
            default: self = .unrecognized(rawValue)
            }
        }

        package var rawValue: Int32 {
            switch self {
            case .unknown: 0
            case .serving: 1
            case .notServing: 2
            case .serviceUnknown: 3
            case .unrecognized(let number): number
            }
        }

        package static let allCases: [ServingStatus] = [
            .unknown,
            .serving,
            .notServing,
            .serviceUnknown,
        ]

        package static var protoPrefix: String { "" }

        package var protoName: String {
            switch self {
            case .unknown: "UNKNOWN"
            case .serving: "SERVING"
            case .notServing: "NOT_SERVING"
            case .serviceUnknown: "SERVICE_UNKNOWN"
            case .unrecognized(let number): String(number)
            }
        }

        package init?(protoName: String) {
            switch protoName {
            case "UNKNOWN": self = .unknown
            case "SERVING": self = .serving
            case "NOT_SERVING": self = .notServing
            case "SERVICE_UNKNOWN": self = .serviceUnknown
            default: return nil
            }
        }
    }
}

extension HealthCheckResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Grpc__Health__V1__HealthCheckResponse>) {
        unsafe grpc__health__v1__health_check_response__init(c)
    }

    init(_ c: UnsafePointer<Grpc__Health__V1__HealthCheckResponse>) throws(MessageError) {
        self.status = unsafe .init(rawValue: Int32(truncatingIfNeeded: c.pointee.status.rawValue))
    }

    func write(to c: UnsafeMutablePointer<Grpc__Health__V1__HealthCheckResponse>, in arena: Arena) {
        unsafe c.pointee.status = .init(rawValue: .init(truncatingIfNeeded: self.status.rawValue))
    }
}

package struct HealthListRequest: Message {
    package init() {}

    package static var name: String { "grpc.health.v1.HealthListRequest" }

    package init(decoding bytes: UnsafeRawBufferPointer) throws(MessageError) {
        self = try unsafe Self.read(bytes)
    }

    package init(decoding bytes: [UInt8]) throws(MessageError) {
        self = try unsafe Self.read(bytes)
    }

    @discardableResult
    package func encode(_ body: (borrowing Encoding) -> Void) -> Int {
        unsafe withEncoding(body)
    }
}

extension HealthListRequest: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Grpc__Health__V1__HealthListRequest>) {
        unsafe grpc__health__v1__health_list_request__init(c)
    }

    init(_ c: UnsafePointer<Grpc__Health__V1__HealthListRequest>) throws(MessageError) {
    }

    func write(to c: UnsafeMutablePointer<Grpc__Health__V1__HealthListRequest>, in arena: Arena) {
    }
}

package struct HealthListResponse: Message {
    /// By service name; the whole server's state under the empty name.
    package var statuses: [HealthListResponse.StatusesEntry] = []

    package init() {}

    package init(
        statuses: [HealthListResponse.StatusesEntry] = []
    ) {
        self.statuses = statuses
    }

    package static var name: String { "grpc.health.v1.HealthListResponse" }

    package init(decoding bytes: UnsafeRawBufferPointer) throws(MessageError) {
        self = try unsafe Self.read(bytes)
    }

    package init(decoding bytes: [UInt8]) throws(MessageError) {
        self = try unsafe Self.read(bytes)
    }

    @discardableResult
    package func encode(_ body: (borrowing Encoding) -> Void) -> Int {
        unsafe withEncoding(body)
    }

    package struct StatusesEntry: Message {
        package var key: String = ""
        package var value: HealthCheckResponse? = nil

        package init() {}

        package init(
            key: String = "",
            value: HealthCheckResponse? = nil
        ) {
            self.key = key
            self.value = value
        }

        package static var name: String { "grpc.health.v1.HealthListResponse.StatusesEntry" }

        package init(decoding bytes: UnsafeRawBufferPointer) throws(MessageError) {
            self = try unsafe Self.read(bytes)
        }

        package init(decoding bytes: [UInt8]) throws(MessageError) {
            self = try unsafe Self.read(bytes)
        }

        @discardableResult
        package func encode(_ body: (borrowing Encoding) -> Void) -> Int {
            unsafe withEncoding(body)
        }
    }
}

extension HealthListResponse: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Grpc__Health__V1__HealthListResponse>) {
        unsafe grpc__health__v1__health_list_response__init(c)
    }

    init(_ c: UnsafePointer<Grpc__Health__V1__HealthListResponse>) throws(MessageError) {
        self.statuses = try unsafe Read.messages(c.pointee.n_statuses, c.pointee.statuses)
    }

    func write(to c: UnsafeMutablePointer<Grpc__Health__V1__HealthListResponse>, in arena: Arena) {
        unsafe c.pointee.n_statuses = self.statuses.count
        unsafe c.pointee.statuses = arena.messages(self.statuses)
    }
}

extension HealthListResponse.StatusesEntry: @unsafe CBacked {
    static func initialize(_ c: UnsafeMutablePointer<Grpc__Health__V1__HealthListResponse__StatusesEntry>) {
        unsafe grpc__health__v1__health_list_response__statuses_entry__init(c)
    }

    init(_ c: UnsafePointer<Grpc__Health__V1__HealthListResponse__StatusesEntry>) throws(MessageError) {
        self.key = try unsafe Read.text(c.pointee.key, "grpc.health.v1.HealthListResponse.StatusesEntry.key")
        self.value = try unsafe Read.message(c.pointee.value)
    }

    func write(to c: UnsafeMutablePointer<Grpc__Health__V1__HealthListResponse__StatusesEntry>, in arena: Arena) {
        unsafe c.pointee.key = arena.text(self.key)
        if let value = self.value {
            unsafe c.pointee.value = arena.message(value)
        }
    }
}
