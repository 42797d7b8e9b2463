import Contract
import IdentityHandlers
import Messages
import RPC

extension EtagTests {
    /// Of what somebody may do besides administrator roles.
    static let ofSystemOperations: [Attempt] = [
        Attempt(SystemOperationServiceMethods.grantSystemOperation, { $0.holding.etag }) { test, etag, id in
            GrantSystemOperationRequest(
                holderId: test.jo.id, operation: test.holding.operation, requestId: id, etag: etag)
        },
        Attempt(SystemOperationServiceMethods.revokeSystemOperation, { $0.holding.etag }) { test, etag, id in
            RevokeSystemOperationRequest(
                holderId: test.jo.id, operation: test.holding.operation, requestId: id, etag: etag)
        },
    ]
}
