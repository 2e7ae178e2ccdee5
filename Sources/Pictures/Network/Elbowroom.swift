/// Moves places apart until each has a square of its own, one unit wide.
enum Elbowroom {
    /// How far apart they are pushed: so far that they still are when they are rounded to pixels.
    private static let apart = 1.02
    /// How much of the whole is taken up by squares; the less, the fewer have to move.
    private static let fill = 0.7
    /// A bond is about this long at least, for its line to be seen between two squares.
    private static let shortest = 1.5

    /// The places, first made as large as they have to be on the whole, then pushed apart one pair at a time.
    ///
    /// After every round that still finds two in one square, everything is made a little larger: so it ends.
    static func places(_ places: [Point]) -> [Point] {
        guard places.count > 1 else { return places }
        var places = evenedOut(places)
        places = places.map { [scale = scale(for: places)] in $0 * scale }
        while !push(&places) { places = places.map { $0 * 1.01 } }
        return places
    }

    /// The places drawn out of the middle, where they crowd, and stragglers drawn in: the distance from the middle,
    /// as a part of the largest, to the power of three quarters.
    private static func evenedOut(_ places: [Point]) -> [Point] {
        let middle = places.reduce(.zero, +) * (1 / Double(places.count))
        let farthest = places.map { ($0 - middle).length }.max() ?? 0
        return places.map { place in
            let part = (place - middle).length / max(farthest, 1e-9)
            // Of a distance r, r to the power of three quarters is r divided by its fourth root.
            return (place - middle) * (1 / max(part, 1e-9).squareRoot().squareRoot())
        }
    }

    /// By how much to enlarge places whose bonds are about 1 long.
    private static func scale(for places: [Point]) -> Double {
        let width = (places.map(\.x).max() ?? 0) - (places.map(\.x).min() ?? 0)
        let height = (places.map(\.y).max() ?? 0) - (places.map(\.y).min() ?? 0)
        let wanted = Double(places.count) / fill
        return max(shortest, (wanted / (max(width, 1) * max(height, 1))).squareRoot())
    }

    /// How far two squares are from covering each other.
    static func distance(_ one: Point, _ other: Point) -> Double {
        let apart = one - other
        return max(abs(apart.x), abs(apart.y))
    }

    /// Pushes apart every two that share a square, by half each, the shorter way; returns whether there were none.
    private static func push(_ places: inout [Point]) -> Bool {
        var isDone = true
        for one in places.indices {
            for other in 0..<one where distance(places[one], places[other]) < apart - 1e-6 {
                isDone = false
                let between = places[one] - places[other]
                if abs(between.x) >= abs(between.y) {
                    let step = (apart - abs(between.x)) / 2 * (between.x < 0 ? -1 : 1)
                    places[one].x += step
                    places[other].x -= step
                } else {
                    let step = (apart - abs(between.y)) / 2 * (between.y < 0 ? -1 : 1)
                    places[one].y += step
                    places[other].y -= step
                }
            }
        }
        return isDone
    }
}
