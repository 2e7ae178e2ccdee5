/// A value as pictures show it: the word and how good or bad it is.
package struct ShownValue: Hashable, Sendable {
    /// The word, as people say it: `in force`.
    package var word: String
    /// −2 hostile to +2 allied, drawn as height and colour; nil where there is no better or worse.
    package var level: Int?

    package init(word: String, level: Int?) {
        self.word = word
        self.level = level
    }
}
