package import Annals

/// A line of a file, with its place in it.
package struct NumberedLine: Hashable, Sendable {
    /// The line's number, counted from 1, blank lines included.
    package let number: Int

    /// The line as UTF-8 without its line ending, or why it cannot be read.
    package let content: Result<ArraySlice<UInt8>, Problem>
}
