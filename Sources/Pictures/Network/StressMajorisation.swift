/// Places whose distances come as near as they can to those of a graph.
///
/// Stress majorisation (Gansner, Koren and North, Graph Drawing by Stress Majorization, 2004), one place at a time.
/// The stress is the sum of the squares by which distances are off, each in proportion to the distance; every step
/// makes it smaller.
enum StressMajorisation {
    private static let mostRounds = 100
    /// Less than this part of the stress is not worth another round.
    private static let worthwhile = 1e-4

    /// A place for each row of the distances, which have to be finite; neighbours of a graph are about 1 apart.
    static func places(_ distances: [[Double]]) -> [Point] {
        var places = ClassicalScaling.places(distances)
        guard places.count > 1 else { return places }
        var last = stress(places, distances)
        for _ in 0..<mostRounds {
            for index in places.indices { places[index] = better(index, places, distances[index]) }
            let now = stress(places, distances)
            if last - now < worthwhile * last { break }
            last = now
        }
        return upright(places)
    }

    /// Where one place would be if all others had their way, each weighing less the farther it is.
    private static func better(_ index: Int, _ places: [Point], _ distances: [Double]) -> Point {
        var sum = Point.zero
        var weights = 0.0
        let place = places[index]
        for other in places.indices where other != index {
            let weight = 1 / (distances[other] * distances[other])
            let apart = place - places[other]
            let length = max(apart.length, 1e-9)
            sum = sum + (places[other] + apart * (distances[other] / length)) * weight
            weights += weight
        }
        return sum * (1 / weights)
    }

    private static func stress(_ places: [Point], _ distances: [[Double]]) -> Double {
        var sum = 0.0
        for one in places.indices {
            for other in 0..<one {
                let off = (places[one] - places[other]).length / distances[one][other] - 1
                sum += off * off
            }
        }
        return sum
    }

    /// The places about their centre, turned so that the first of them is at the left and above: of all mirror
    /// images, which are equally good, always the same.
    private static func upright(_ places: [Point]) -> [Point] {
        let centre = places.reduce(.zero, +) * (1 / Double(places.count))
        let about = places.map { $0 - centre }
        let isLeft = about[0].x <= 0
        let isAbove = about[0].y <= 0
        return about.map { Point(x: isLeft ? $0.x : -$0.x, y: isAbove ? $0.y : -$0.y) }
    }
}
