/// The way the line of a tie takes: straight, or in a bow around actors it has nothing to do with.
struct TieCourse: Hashable {
    let start: Point
    /// Where it is drawn to on the way, as the control point of a quadratic Bézier curve.
    let bend: Point
    let end: Point

    /// A line closer than this to the middle of a mark reads as one that ends there.
    private static let clearance = 17.0
    /// How far bows go, the flattest first, to the one side and the other.
    private static let bows = [0.0, 36, -36, 72, -72, 108, -108, 144, -144, 180, -180]

    /// The flattest way between two marks that keeps clear of all others; straight if there is none.
    init(from start: Point, to end: Point, around others: [Point]) {
        let middle = (start + end) * 0.5
        let apart = end - start
        let across = Point(x: -apart.y, y: apart.x) * (1 / max(apart.length, 1))
        let ways = Self.bows.map { TieCourse(start: start, bend: middle + across * $0, end: end) }
        self = ways.first { $0.isClear(of: others) } ?? ways[0]
    }

    private init(start: Point, bend: Point, end: Point) {
        self.start = start
        self.bend = bend
        self.end = end
    }

    /// The place a share of the way from start to end.
    func point(_ share: Double) -> Point {
        let rest = 1 - share
        return start * (rest * rest) + bend * (2 * rest * share) + end * (share * share)
    }

    /// The direction there, as one unit.
    func direction(_ share: Double) -> Point {
        let along = (bend - start) * (1 - share) + (end - bend) * share
        return along * (1 / max(along.length, 1e-9))
    }

    /// The same way, so far to its side.
    func beside(_ distance: Double) -> TieCourse {
        let along = direction(0.5)
        let aside = Point(x: -along.y, y: along.x) * distance
        return TieCourse(start: start + aside, bend: bend + aside, end: end + aside)
    }

    /// As a path of SVG.
    var path: String {
        "M\(start.coordinates)Q\(bend.coordinates) \(end.coordinates)"
    }

    /// Whether it keeps clear of some places.
    func isClear(of places: [Point]) -> Bool {
        let near = places.filter(isNear)
        guard !near.isEmpty else { return true }
        // Looked at every few units: no mark fits between two.
        let steps = Int(((bend - start).length + (end - bend).length) / 6) + 2
        return (1..<steps).allSatisfy { step in
            let point = point(Double(step) / Double(steps))
            return near.allSatisfy { ($0 - point).length >= Self.clearance }
        }
    }

    /// Whether a place lies in the box the curve cannot leave, so that most need no closer look.
    private func isNear(_ place: Point) -> Bool {
        let margin = Self.clearance
        return place.x >= min(start.x, bend.x, end.x) - margin
            && place.x <= max(start.x, bend.x, end.x) + margin
            && place.y >= min(start.y, bend.y, end.y) - margin
            && place.y <= max(start.y, bend.y, end.y) + margin
    }
}

extension Point {
    /// As SVG writes it.
    fileprivate var coordinates: String { "\(x.coordinate) \(y.coordinate)" }
}
