import IdentityDomain
import Testing

@Suite struct DomainClaimTests {
    @Test("B5 a domain is claimed by its A-labels, whichever form it was written in")
    func forms() throws {
        for text in ["BÜCHER.example", "xn--bcher-kva.EXAMPLE", "bücher.example"] {
            #expect(try DomainClaim(text, field: "domain_name").name == "xn--bcher-kva.example")
        }
    }

    @Test(
        "B5 what can have no addresses is no domain to claim",
        arguments: [
            "", "example", "acme..example", ".example", "acme.example.", "_mandate.acme.example", "-a.example", "10.0.0.1",
            "a b.example",
            "acme.example\0", "*.example", "ada@acme.example",
        ])
    func refused(_ text: String) {
        #expect { try DomainClaim(text, field: "domain_name") } throws: { ($0 as? Refusal)?.code == .invalidField }
    }

    @Test("B5 the record's name must be one of DNS too: 253 characters with what stands before it")
    func long() throws {
        let labels = Array(repeating: String(repeating: "a", count: 60), count: 4).joined(separator: ".")
        #expect(try DomainClaim(labels, field: "d").name.count == 243)
        #expect(try DomainClaim("b" + labels, field: "d").name.count == 244)
        #expect { try DomainClaim("bc" + labels, field: "d") } throws: { ($0 as? Refusal)?.code == .tooLong }
    }

    @Test("B5 one record that says it proves it: the whole of it, but for space around")
    func proof() {
        let value = DomainClaim.recordValue("token")
        func proves(_ records: String...) -> Bool {
            (try? DomainClaim.judge(records.map { Array($0.utf8) }, recordName: "n", recordValue: value)) != nil
        }
        #expect(value == "mandate-verification=token" && DomainClaim.recordName(of: "a.example") == "_mandate.a.example")
        #expect(proves(value) && proves("v=spf1", value) && proves(" \(value)\t"))
        #expect(!proves() && !proves("") && !proves("token") && !proves(value + "x") && !proves("x" + value))
        #expect(!proves(value.uppercased()) && !proves("mandate-verification=", "token"))
    }

    @Test("B5 a domain with addresses in it is not given up")
    func release() {
        #expect((try? DomainClaim.judgeRelease(of: "a.example", addresses: 0)) != nil)
        for count in [1, DomainClaim.countedMax] {
            #expect { try DomainClaim.judgeRelease(of: "a.example", addresses: count) } throws: {
                ($0 as? Refusal)?.code == .domainInUse && ($0 as? Refusal)?.details == ["addresses": "\(count)", "units": "0"]
            }
        }
    }
}
