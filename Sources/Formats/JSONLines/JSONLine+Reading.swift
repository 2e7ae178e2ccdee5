package import Annals

extension JSONLine {
    /// Reads one line, without or with its line ending.
    ///
    /// Only the form is judged: whether words and dates mean anything is for the drafts' own checks. A field that
    /// is null is as good as left out, except in a correction, where null says that there is no value and a field
    /// left out stays as it was.
    ///
    /// - Throws: everything that is wrong with the line, as far as it could be read: topic `json` where it is not
    ///   JSON, `field` where a field is unknown, of the wrong type, or out of place.
    package init(_ bytes: ArraySlice<UInt8>) throws(Problems) {
        var reader: FieldReader
        do throws(Problem) {
            reader = try FieldReader(bytes)
        } catch {
            throw Problems([error])
        }
        var fields = LineFields()
        do throws(Problem) {
            try fields.read(from: &reader)
        } catch {
            throw Problems(reader.problems + [error])
        }
        let line = fields.line(reportingTo: &reader)
        guard let line, reader.problems.isEmpty else { throw Problems(reader.problems) }
        self = line
    }
}
