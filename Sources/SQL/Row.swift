/// The row a query stands on, columns counted from 0. Valid only inside the closure it is given to.
///
/// A NULL reads as 0, "" or []; where NULL means something else, use the optional forms.
package protocol Row {
    func isNull(_ column: Int) -> Bool
    func integer(_ column: Int) -> Int64
    func text(_ column: Int) -> String
    func blob(_ column: Int) -> [UInt8]
}

extension Row {
    package func int(_ column: Int) -> Int { Int(integer(column)) }
    package func bool(_ column: Int) -> Bool { integer(column) != 0 }

    package func optionalInteger(_ column: Int) -> Int64? { isNull(column) ? nil : integer(column) }
    package func optionalText(_ column: Int) -> String? { isNull(column) ? nil : text(column) }
    package func optionalBlob(_ column: Int) -> [UInt8]? { isNull(column) ? nil : blob(column) }
}
