// Generated from mandate/identity/v1/unit.proto by proto/generate. Do not edit.

package import Messages

extension CreateUnitRequest: ChangeRequest {
    package var justification: String { "" }
    package var etag: String { "" }
    package var occurrence: Occurrence {
        Occurrence(
            .unitCreated,
            "unit",
            requestID: requestId,
            validateOnly: validateOnly)
    }
    package var organizationNamed: String {
        unit?.organizationId ?? ""
    }
    package var unitNamed: String {
        unit?.parentId ?? ""
    }
}

extension CreateUnitResponse: ChangeAnswer {
    package var unchanged: Bool { false }
}

extension UpdateUnitRequest: ChangeRequest {
    package var justification: String { "" }
    package var etag: String { unit?.etag ?? "" }
    package var occurrence: Occurrence {
        Occurrence(
            .unitUpdated,
            "unit",
            unit?.id ?? "",
            requestID: requestId,
            validateOnly: validateOnly)
    }
    package var unitNamed: String {
        unit?.id ?? ""
    }
}

extension UpdateUnitResponse: ChangeAnswer {}

extension MoveUnitRequest: ChangeRequest {
    package var justification: String { "" }
    package var occurrence: Occurrence {
        Occurrence(
            .unitMoved,
            "unit",
            unitId,
            requestID: requestId,
            validateOnly: validateOnly)
    }
    package var unitNamed: String {
        unitId
    }
}

extension MoveUnitResponse: ChangeAnswer {}

extension DeleteUnitRequest: ChangeRequest {
    package var justification: String { "" }
    package var occurrence: Occurrence {
        Occurrence(
            .unitDeleted,
            "unit",
            unitId,
            requestID: requestId,
            validateOnly: validateOnly)
    }
    package var unitNamed: String {
        unitId
    }
}

extension DeleteUnitResponse: ChangeAnswer {
    package var unchanged: Bool { false }
}

extension GetUnitRequest: LoggedRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .unitRead,
            "unit",
            unitId)
    }
    package var unitNamed: String {
        unitId
    }
}

extension ListUnitsRequest: PagedRequest {}

extension ListUnitsRequest: LoggedRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .unitListed,
            "organization",
            organizationId)
    }
    package var organizationNamed: String {
        organizationId
    }
    package var unitNamed: String {
        parentId
    }
}

extension SetAccountUnitRequest: ChangeRequest {
    package var occurrence: Occurrence {
        Occurrence(
            .accountUnitChanged,
            "account",
            accountId,
            subject: accountId,
            justification: justification,
            requestID: requestId,
            validateOnly: validateOnly)
    }
}

extension SetAccountUnitResponse: ChangeAnswer {}
