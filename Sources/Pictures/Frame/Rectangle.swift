/// A place in a picture, in its units; y grows downwards.
package struct Rectangle: Hashable, Sendable {
    package var x: Double
    package var y: Double
    package var width: Double
    package var height: Double

    package init(x: Double, y: Double, width: Double, height: Double) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    /// As attributes of a `rect`.
    package var attributes: [Attribute] {
        [
            Attribute("x", x), Attribute("y", y), Attribute("width", width), Attribute("height", height),
        ]
    }

    /// The lower part of it, a share of its height.
    package func filled(to share: Double) -> Rectangle {
        Rectangle(x: x, y: y + height * (1 - share), width: width, height: height * share)
    }

    /// Smaller by so much at each side, so that a line drawn on its edge stays within.
    package func inset(by margin: Double) -> Rectangle {
        Rectangle(
            x: x + margin,
            y: y + margin,
            width: max(width - 2 * margin, 0),
            height: max(height - 2 * margin, 0)
        )
    }
}
