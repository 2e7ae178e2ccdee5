/// The days on which the state of a stream can change.
///
/// From each of them until the day before the next, the value of every lane is the same: the answer on any day of a
/// long time is that of the last turning day before it. They are found without deciding anything; on some of them
/// nothing changes.
public enum TurningDays {
    /// The days within some on which a stream's state can change, from all its effects known at the time; the first
    /// of the days included.
    ///
    /// What decides is in force between its bounds, so that it is their days. Where some effect is not of one day,
    /// the answer can also change a day or two after a begin, when another effect can have begun after it.
    /// `annals.turning_days` finds the same.
    public static func of(_ effects: some Sequence<KnownEffect>, within days: ClosedRange<Day>) -> [Day] {
        let effects = effects.map(\.effect)
        let after = effects.contains { $0.shape == .other } ? 0...2 : 0...0
        var found: Set = [days.lowerBound]
        for bounds in effects.map(\.bounds) {
            for begin in [bounds.beginEarliest, bounds.beginLatest] where begin.isFinite {
                found.formUnion(after.map { begin.advanced(by: $0) })
            }
            found.formUnion([bounds.endEarliest, bounds.endLatest].filter(\.isFinite))
        }
        return found.filter(days.contains).sorted()
    }
}
