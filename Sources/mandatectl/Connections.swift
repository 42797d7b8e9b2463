internal import Contract
internal import Foundation
internal import Messages
internal import NIOPosix
internal import RPC
internal import TLS

/// Clients of the servers, made when first used, closed at the end of the command.
final class Connections {
    let options: ConnectionOptions
    /// What every call says of who acts, and how long it waits.
    private(set) var callOptions: CallOptions
    /// What has been looked up; nil for what is not there.
    var named: [Reference: String?] = [:]
    /// That of who acts, once it has been asked for.
    var actingOrganization: String?
    private let tls: TLSContext
    /// By their services.
    private var clients: [String: Client] = [:]

    private init(_ options: ConnectionOptions) throws {
        self.options = options
        callOptions = options.callOptions(nil)
        let folder = options.certificates
        let own = "\(folder)/\(options.name).pem"
        guard FileManager.default.fileExists(atPath: own) else {
            throw Failure(
                "there is no certificate \(own)",
                todo: "'mandatectl certificates' makes a development authority; --certificates and --name choose another",
                status: .unanswered)
        }
        do {
            tls = try TLSContext(
                role: .client,
                files: TLSFiles(certificate: own, key: "\(folder)/\(options.name).key", authority: "\(folder)/authority.pem"),
                protocols: ["mandate-rpc/1"])
        } catch {
            throw Failure(error.message, todo: "look at --certificates and --name", status: .unanswered)
        }
    }

    /// Runs a command's work with connections, closes them, and turns a status into words for a person.
    static func with<Result>(
        _ options: ConnectionOptions, _ work: (Connections) async throws -> Result
    ) async throws -> Result {
        let connections = try Connections(options)
        do {
            connections.callOptions = options.callOptions(try await connections.acting())
            let result = try await work(connections)
            await connections.close()
            return result
        } catch let status as Status {
            await connections.close()
            throw Failure(status, options)
        } catch {
            await connections.close()
            throw error
        }
    }

    func identity() throws -> Client { try client(of: "mandate-identity", at: options.identity) }
    func mailbox() throws -> Client { try client(of: "mandate-mailbox", at: options.mailbox) }
    func audit() throws -> Client { try client(of: "mandate-audit", at: options.audit) }

    /// Who answers there must be that service of the own certificate's trust domain.
    private func client(of service: String, at address: String) throws -> Client {
        if let client = clients[service] { return client }
        let address = try ServerAddress(address)
        do {
            let client = Client(
                host: address.host, port: address.port, name: service, tls: tls, serverName: address.host,
                expectedURI: try tls.uri(ofService: service),
                group: MultiThreadedEventLoopGroup.singleton)
            clients[service] = client
            return client
        } catch {
            throw Failure(error.message, todo: "look at --certificates and --name", status: .unanswered)
        }
    }

    private func close() async {
        for client in clients.values { await client.close() }
    }
}
