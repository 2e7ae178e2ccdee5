extension String {
    /// With every `2026-11-22 22:59:59Z` or `2026-11-22 22:59Z` as TIME.
    var withoutTimes: String {
        replacing(/\d{4}-\d\d-\d\d \d\d:\d\d(:\d\d)?Z/, with: "TIME")
    }
}
