// Generated from mandate/identity/v1/domain.proto by proto/generate. Do not edit.

internal import ArgumentParser
internal import Contract
internal import Messages

struct DomainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "domain",
        abstract: "Domains that organizations claim and verify by DNS.",
        subcommands: [Claim.self, Verify.self, Release.self, Get.self, List.self])
}

extension DomainCommand {
    struct Claim: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "claim",
            abstract: "Claims a domain: the answer says which TXT record to publish in DNS before VerifyDomain.",
            discussion: """
                Anybody may claim any domain that nobody has verified, so a claim keeps nobody out; what counts is who \
                verifies it.
                """)
        static let method = DomainServiceMethods.claimDomain
        var server: ServerName { .identity }

        @Argument(help: "The domain, in its own script or as A-labels (IDNA 2008), with at least two labels.")
        var domainName: String
        @OptionGroup var change: ChangeOptions
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> ClaimDomainRequest {
            ClaimDomainRequest(
                organizationId: try await connections.organization(),
                domainName: domainName,
                requestId: change.requestID,
                validateOnly: change.validateOnly)
        }
    }

    struct Verify: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "verify",
            abstract: """
                Looks for the claim's TXT record in DNS; from then on the domain is the organization's alone in this \
                installation.
                """,
            discussion: """
                A record that is not there is VERIFICATION_MISSING with what is expected, DNS that does not answer \
                LOOKUP_FAILED.
                """)
        static let method = DomainServiceMethods.verifyDomain
        var server: ServerName { .identity }

        @Argument(help: "Its id.") var domain: String
        @OptionGroup var change: ChangeOptions
        @OptionGroup var etag: EtagOption
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> VerifyDomainRequest {
            VerifyDomainRequest(
                domainId: domain,
                requestId: change.requestID,
                validateOnly: change.validateOnly,
                etag: etag.etag)
        }
    }

    struct Release: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "release",
            abstract: "Gives a domain up, claimed or verified.",
            discussion: "Refused as DOMAIN_IN_USE while an account or a mailbox has an address in it.")
        static let method = DomainServiceMethods.releaseDomain
        var server: ServerName { .identity }

        @Argument(help: "Its id.") var domain: String
        @OptionGroup var justification: JustificationOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var etag: EtagOption
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> ReleaseDomainRequest {
            ReleaseDomainRequest(
                domainId: domain,
                justification: justification.justification,
                requestId: change.requestID,
                validateOnly: change.validateOnly,
                etag: etag.etag)
        }
    }

    struct Get: Leaf {
        static let configuration = CommandConfiguration(
            commandName: "get",
            abstract: "Shows one domain of the organization, with the record to publish.")
        static let method = DomainServiceMethods.getDomain
        var server: ServerName { .identity }

        @Argument(help: "Its id.") var domain: String
        @OptionGroup var output: OutputOptions
        @OptionGroup var connection: ConnectionOptions

        func request(_ connections: Connections) async throws -> GetDomainRequest {
            GetDomainRequest(domainId: domain)
        }
    }

    struct List: ListLeaf {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "Lists an organization's domains, by id.")
        static let method = DomainServiceMethods.listDomains
        var server: ServerName { .identity }

        @OptionGroup var list: ListOptions

        func request(_ connections: Connections) async throws -> ListDomainsRequest {
            ListDomainsRequest(organizationId: try await connections.organization())
        }
    }
}
