import Annals

extension LaneState {
    /// The value in force and those possible, best placed first.
    package var claims: [ClaimedValue] { [value].compactMap { $0 } + alternatives }

    /// The same, with what events are called that is known by their positions.
    func titled(_ titles: [Position: String]) -> LaneState {
        var copy = self
        copy.value = value?.titled(titles)
        copy.alternatives = alternatives.map { $0.titled(titles) }
        return copy
    }
}

extension ClaimedValue {
    fileprivate func titled(_ titles: [Position: String]) -> ClaimedValue {
        var copy = self
        copy.title = titles[position] ?? title
        return copy
    }
}
