/// A place in a picture.
struct Point: Hashable, Sendable {
    var x: Double
    var y: Double

    static let zero = Point(x: 0, y: 0)

    static func + (one: Point, other: Point) -> Point {
        Point(x: one.x + other.x, y: one.y + other.y)
    }

    static func - (one: Point, other: Point) -> Point {
        Point(x: one.x - other.x, y: one.y - other.y)
    }

    static func * (point: Point, factor: Double) -> Point {
        Point(x: point.x * factor, y: point.y * factor)
    }

    /// How far it is from the origin.
    var length: Double {
        (x * x + y * y).squareRoot()
    }
}
