/// Places in the plane that come near some distances, as a start for better ones.
///
/// Classical scaling (Torgerson 1952): the two main axes of the doubly centred squares of the distances, found by
/// repeated multiplication.
enum ClassicalScaling {
    /// Enough for a start; what follows mends the rest.
    private static let rounds = 30

    /// A place for each row of the distances, no two the same.
    ///
    /// Who is equally far from everybody, as all points of a star are, would be on the same place, and nothing would
    /// ever part two on the same place.
    static func places(_ distances: [[Double]]) -> [Point] {
        let centred = centred(distances)
        let first = mainAxis(of: centred, besides: nil)
        let second = mainAxis(of: centred, besides: first)
        var places: [Point] = []
        for index in distances.indices {
            let place = Point(x: first[index], y: second[index])
            let isTaken = places.contains { ($0 - place).length < 0.1 }
            places.append(isTaken ? place + Sunflower.seed(index) * 0.1 : place)
        }
        return places
    }

    private static func centred(_ distances: [[Double]]) -> [[Double]] {
        let count = Double(distances.count)
        let squares = distances.map { row in row.map { $0 * $0 } }
        let means = squares.map { row in row.reduce(0, +) / count }
        let mean = means.reduce(0, +) / count
        return squares.enumerated().map { index, row in
            zip(row, means).map { square, other in -0.5 * (square - means[index] - other + mean) }
        }
    }

    /// The axis along which the places differ most, scaled by how much, at right angles to another.
    private static func mainAxis(of matrix: [[Double]], besides other: [Double]?) -> [Double] {
        // Anything that is at right angles to no axis; the same each time.
        var axis = matrix.indices.map { Sunflower.seed($0 + 1).x }
        var scale = 0.0
        for _ in 0..<rounds {
            if let other {
                let share = dot(axis, other) / max(dot(other, other), .leastNormalMagnitude)
                axis = zip(axis, other).map { $0 - share * $1 }
            }
            let length = dot(axis, axis).squareRoot()
            guard length > 1e-9 else { return axis.map { _ in 0 } }
            axis = axis.map { $0 / length }
            let image = matrix.map { dot($0, axis) }
            scale = dot(image, image).squareRoot()
            axis = image
        }
        guard scale > 1e-9 else { return axis.map { _ in 0 } }
        return axis.map { $0 / scale.squareRoot() }
    }

    private static func dot(_ one: [Double], _ other: [Double]) -> Double {
        zip(one, other).reduce(0) { $0 + $1.0 * $1.1 }
    }
}
