// Generated from mandate/identity/v1/unit.proto by proto/generate. Do not edit.

package import Messages
package import RPC

/// The methods of mandate.identity.v1.UnitService.
package enum UnitServiceMethods {
    /// Creates a unit: under another one, or at the top.
    package static let createUnit = Method<CreateUnitRequest, CreateUnitResponse>(
        "mandate.identity.v1.UnitService/CreateUnit", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "organizational_units", level: .edit)], mutates: true, unit: "unit.parent_id"),
        log: MethodLog(action: "unit.created", resourceType: "unit"))

    /// Changes the names of a unit, or its default domain.
    package static let updateUnit = Method<UpdateUnitRequest, UpdateUnitResponse>(
        "mandate.identity.v1.UnitService/UpdateUnit", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "organizational_units", level: .edit)], mutates: true, unit: "unit.id"),
        log: MethodLog(action: "unit.updated", resourceType: "unit", target: "unit.id"))

    /// Moves a unit, with all that is in it and below it, under another one or to the top. Who does so needs the scope where
    /// it comes from and where it goes to, and gains nothing over what is moved. When this has answered, roles for units count
    /// by where it is now (rule D17).
    package static let moveUnit = Method<MoveUnitRequest, MoveUnitResponse>(
        "mandate.identity.v1.UnitService/MoveUnit", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "organizational_units", level: .edit)], mutates: true, unit: "unit_id"),
        log: MethodLog(action: "unit.moved", resourceType: "unit", target: "unit_id"))

    /// Deletes a unit that is empty: without units below it, accounts in it, and roles for it.
    package static let deleteUnit = Method<DeleteUnitRequest, DeleteUnitResponse>(
        "mandate.identity.v1.UnitService/DeleteUnit", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "organizational_units", level: .edit)], mutates: true, unit: "unit_id"),
        log: MethodLog(action: "unit.deleted", resourceType: "unit", target: "unit_id"))

    /// Returns one unit.
    package static let getUnit = Method<GetUnitRequest, GetUnitResponse>(
        "mandate.identity.v1.UnitService/GetUnit", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "organizational_units", level: .view)], unit: "unit_id"),
        log: MethodLog(action: "unit.read", resourceType: "unit", target: "unit_id"))

    /// Lists an organization's units, by id: all, those directly under one, those at the top, or those that are named.
    package static let listUnits = Method<ListUnitsRequest, ListUnitsResponse>(
        "mandate.identity.v1.UnitService/ListUnits", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "organizational_units", level: .view)], unit: "parent_id"),
        log: MethodLog(action: "unit.listed", resourceType: "organization", target: "organization_id"))

    /// Moves an account into a unit, or out of any. Who does so needs the scope where it comes from and where it goes to, and
    /// gains nothing over it; another administrator is moved by a Full admin only (rule C6). When this has answered, roles for
    /// units count by where it is now (rule D17).
    package static let setAccountUnit = Method<SetAccountUnitRequest, SetAccountUnitResponse>(
        "mandate.identity.v1.UnitService/SetAccountUnit", .unary,
        Access(kind: .account, demands: [AccessDemand(scope: "organizational_units", level: .edit)], mutates: true),
        log: MethodLog(action: "account.unit_changed", resourceType: "account", target: "account_id", subject: "account_id"))

    /// Every method, as the file declares them.
    package static let all: [MethodDescriptor] = [
        createUnit.descriptor,
        updateUnit.descriptor,
        moveUnit.descriptor,
        deleteUnit.descriptor,
        getUnit.descriptor,
        listUnits.descriptor,
        setAccountUnit.descriptor,
    ]
}

/// Organizational units: a tree with accounts in it (rule B10). A role can be assigned for a unit and counts for what belongs
/// to it and to the units below it (rule C14): accounts, their mailboxes, and these units themselves.
package protocol UnitService: Sendable {
    /// Creates a unit: under another one, or at the top.
    func createUnit(
        _ request: CreateUnitRequest, _ call: Call
    ) throws(Status) -> Answer<CreateUnitResponse>
    /// Changes the names of a unit, or its default domain.
    func updateUnit(
        _ request: UpdateUnitRequest, _ call: Call
    ) throws(Status) -> Answer<UpdateUnitResponse>
    /// Moves a unit, with all that is in it and below it, under another one or to the top. Who does so needs the scope where
    /// it comes from and where it goes to, and gains nothing over what is moved. When this has answered, roles for units count
    /// by where it is now (rule D17).
    func moveUnit(
        _ request: MoveUnitRequest, _ call: Call
    ) throws(Status) -> Answer<MoveUnitResponse>
    /// Deletes a unit that is empty: without units below it, accounts in it, and roles for it.
    func deleteUnit(
        _ request: DeleteUnitRequest, _ call: Call
    ) throws(Status) -> Answer<DeleteUnitResponse>
    /// Returns one unit.
    func getUnit(
        _ request: GetUnitRequest, _ call: Call
    ) throws(Status) -> Answer<GetUnitResponse>
    /// Lists an organization's units, by id: all, those directly under one, those at the top, or those that are named.
    func listUnits(
        _ request: ListUnitsRequest, _ call: Call
    ) throws(Status) -> Answer<ListUnitsResponse>
    /// Moves an account into a unit, or out of any. Who does so needs the scope where it comes from and where it goes to, and
    /// gains nothing over it; another administrator is moved by a Full admin only (rule C6). When this has answered, roles for
    /// units count by where it is now (rule D17).
    func setAccountUnit(
        _ request: SetAccountUnitRequest, _ call: Call
    ) throws(Status) -> Answer<SetAccountUnitResponse>
}

extension Router {
    /// Registers every method of mandate.identity.v1.UnitService.
    package mutating func add(_ service: some UnitService) {
        unary(UnitServiceMethods.createUnit) { (request, call) throws(Status) in
            try service.createUnit(request, call)
        }
        unary(UnitServiceMethods.updateUnit) { (request, call) throws(Status) in
            try service.updateUnit(request, call)
        }
        unary(UnitServiceMethods.moveUnit) { (request, call) throws(Status) in
            try service.moveUnit(request, call)
        }
        unary(UnitServiceMethods.deleteUnit) { (request, call) throws(Status) in
            try service.deleteUnit(request, call)
        }
        unary(UnitServiceMethods.getUnit) { (request, call) throws(Status) in
            try service.getUnit(request, call)
        }
        unary(UnitServiceMethods.listUnits) { (request, call) throws(Status) in
            try service.listUnits(request, call)
        }
        unary(UnitServiceMethods.setAccountUnit) { (request, call) throws(Status) in
            try service.setAccountUnit(request, call)
        }
    }
}

/// Calls mandate.identity.v1.UnitService.
package struct UnitClient: Sendable {
    package let transport: any CallTransport

    package init(transport: any CallTransport) {
        self.transport = transport
    }

    /// Creates a unit: under another one, or at the top.
    package func createUnit(
        _ request: CreateUnitRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> CreateUnitResponse {
        try await transport.unary(UnitServiceMethods.createUnit, request, options)
    }

    /// Changes the names of a unit, or its default domain.
    package func updateUnit(
        _ request: UpdateUnitRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> UpdateUnitResponse {
        try await transport.unary(UnitServiceMethods.updateUnit, request, options)
    }

    /// Moves a unit, with all that is in it and below it, under another one or to the top. Who does so needs the scope where
    /// it comes from and where it goes to, and gains nothing over what is moved. When this has answered, roles for units count
    /// by where it is now (rule D17).
    package func moveUnit(
        _ request: MoveUnitRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> MoveUnitResponse {
        try await transport.unary(UnitServiceMethods.moveUnit, request, options)
    }

    /// Deletes a unit that is empty: without units below it, accounts in it, and roles for it.
    package func deleteUnit(
        _ request: DeleteUnitRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> DeleteUnitResponse {
        try await transport.unary(UnitServiceMethods.deleteUnit, request, options)
    }

    /// Returns one unit.
    package func getUnit(
        _ request: GetUnitRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> GetUnitResponse {
        try await transport.unary(UnitServiceMethods.getUnit, request, options)
    }

    /// Lists an organization's units, by id: all, those directly under one, those at the top, or those that are named.
    package func listUnits(
        _ request: ListUnitsRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> ListUnitsResponse {
        try await transport.unary(UnitServiceMethods.listUnits, request, options)
    }

    /// Moves an account into a unit, or out of any. Who does so needs the scope where it comes from and where it goes to, and
    /// gains nothing over it; another administrator is moved by a Full admin only (rule C6). When this has answered, roles for
    /// units count by where it is now (rule D17).
    package func setAccountUnit(
        _ request: SetAccountUnitRequest, _ options: CallOptions = CallOptions()
    ) async throws(Status) -> SetAccountUnitResponse {
        try await transport.unary(UnitServiceMethods.setAccountUnit, request, options)
    }
}
