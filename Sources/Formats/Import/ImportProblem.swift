package import Annals

/// Why a record of a file was not read, and on which of its lines.
package struct ImportProblem: Error, Hashable, Sendable {
    /// The line to mend, counted from 1.
    package let line: Int
    /// Everything that is wrong there; never empty.
    package let problems: [Problem]

    /// What is wrong on a line.
    package init(line: Int, problems: [Problem]) {
        self.line = line
        self.problems = problems
    }
}
