import EventLog

extension LoggedEntry {
    /// Who appended it, on a line: the name the program gave, and the database role where that is another.
    ///
    /// Everybody is the same role in a private cluster, which tells nothing.
    var author: String {
        let name = Printable.line(appendedBy, most: 30)
        guard appendedAs != appendedBy, appendedAs != PrivateCluster.role else { return name }
        return "\(name) (role \(Printable.line(appendedAs, most: 30)))"
    }
}
