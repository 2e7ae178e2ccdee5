/// Places that fill a disc evenly, as the seeds of a sunflower do (Vogel 1979): each a golden angle on from the last.
enum Sunflower {
    // The golden angle's cosine and sine. The standard library has neither function.
    private static let turn = Point(x: -0.737368878078320, y: 0.675490294261524)

    /// The place of a seed, at a distance of about one from its neighbours.
    static func seed(_ index: Int) -> Point {
        var direction = Point(x: 1, y: 0)
        for _ in 0..<index {
            direction = Point(
                x: direction.x * turn.x - direction.y * turn.y,
                y: direction.x * turn.y + direction.y * turn.x
            )
        }
        return direction * (Double(index).squareRoot() / direction.length)
    }
}
