import Pictures

extension LevelMark {
    /// A value of the rulebook with the mark of its level before it.
    func value(_ word: String, level: Int?) -> String {
        value(ShownValue(word: word.spoken, level: level))
    }
}
