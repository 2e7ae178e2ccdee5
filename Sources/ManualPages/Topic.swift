/// A topic of the program's help, as a section of its page.
struct Topic {
    /// As the section is called.
    let title: String
    /// The text, without its own title.
    let lines: [Substring]

    /// Takes what `help TOPIC` printed.
    init(_ printed: String) {
        var lines = printed.split(separator: "\n", omittingEmptySubsequences: false)
        title = lines.isEmpty ? "" : String(lines.removeFirst())
        while lines.first?.isEmpty == true { lines.removeFirst() }
        while lines.last?.isEmpty == true { lines.removeLast() }
        self.lines = lines
    }
}
