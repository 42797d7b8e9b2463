/// How many combining marks may follow one another in a text.
///
/// Swift compares and hashes text by its normal form, and sorts every run of marks for it in time that
/// grows with the square of the run: one frame full of accents would hold a thread for minutes. So text
/// must be what Unicode calls stream-safe (UAX #15 §13), which all real writing is.
enum CombiningMarks {
    static let inARowMax = 30

    /// Fewer bytes than this cannot hold a run that is too long: a mark takes at least two.
    static let harmlessBytes = 2 * inARowMax

    /// False when a run is too long. By general category and not by combining class: three Tibetan vowels
    /// are of class 0, and become marks of other classes in the normal form.
    static func areFew(in text: String) -> Bool {
        var run = 0
        for scalar in text.unicodeScalars {
            guard scalar.value >= 0x300, isMark(scalar) else {
                run = 0
                continue
            }
            run += 1
            guard run <= inARowMax else { return false }
        }
        return true
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }
}
