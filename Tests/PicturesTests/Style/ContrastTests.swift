import Testing

@testable import Pictures

/// The contrast of WCAG 2.2, computed: not rounded, since 2.999:1 is not enough.
struct ContrastTests {
    /// A colour as red, green and blue, 0 to 1.
    private struct Colour {
        let channels: [Double]

        init(_ hexadecimal: String) throws {
            let number = try #require(Int(hexadecimal.dropFirst(), radix: 16))
            channels = [16, 8, 0].map { Double(number >> $0 & 0xFF) / 255 }
        }

        private init(channels: [Double]) {
            self.channels = channels
        }

        /// Laid over another, so dense.
        func over(_ ground: Colour, opacity: Double) -> Colour {
            Colour(channels: zip(channels, ground.channels).map { $0 * opacity + $1 * (1 - opacity) })
        }

        private var luminance: Double {
            let linear = channels.map { $0 <= 0.04045 ? $0 / 12.92 : Self.power(($0 + 0.055) / 1.055) }
            return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
        }

        /// To the power of 2.4, as the fifth root of the twelfth power, found by halving.
        private static func power(_ base: Double) -> Double {
            let twelfth = (0..<12).reduce(1) { product, _ in product * base }
            var (low, high) = (0.0, 1.0)
            for _ in 0..<60 {
                let middle = (low + high) / 2
                if middle * middle * middle * middle * middle < twelfth {
                    low = middle
                } else {
                    high = middle
                }
            }
            return low
        }

        func contrast(to other: Colour) -> Double {
            let (one, other) = (luminance + 0.05, other.luminance + 0.05)
            return max(one, other) / min(one, other)
        }
    }

    @Test func `black on white is 21 to 1`() throws {
        #expect(try abs(Colour("#000000").contrast(to: Colour("#FFFFFF")) - 21) < 0.0001)
        #expect(try abs(Colour("#767676").contrast(to: Colour("#FFFFFF")) - 4.54) < 0.005)
    }

    @Test(arguments: [Theme.light, .dark])
    func `what is drawn stands out from its ground, and what is written more so`(theme: Theme) throws {
        let paper = try Colour(theme.paper)
        for drawn in theme.levels + [theme.unranked, theme.dots] {
            #expect(try Colour(drawn).contrast(to: paper) >= 3, "\(drawn) on \(theme.paper)")
        }
        for written in [theme.ink, theme.muted, theme.link] {
            #expect(try Colour(written).contrast(to: paper) >= 4.5, "\(written) on \(theme.paper)")
        }
    }

    @Test(arguments: [Theme.light, .dark])
    func `words within a lane can be read on its tint and on its bar`(theme: Theme) throws {
        let paper = try Colour(theme.paper)
        for level in theme.levels + [theme.unranked] {
            let tint = try Colour(level).over(paper, opacity: 0.22)
            #expect(try Colour(theme.ink).contrast(to: tint) >= 4.5, "ink on the tint of \(level)")
            #expect(try Colour(level).contrast(to: tint) >= 3, "a bar of \(level) on its tint")
        }
        // Words stand in bars from the middle level on.
        for level in theme.levels.suffix(3) {
            #expect(try paper.contrast(to: Colour(level)) >= 4.5, "paper on \(level)")
        }
    }

    @Test func `levels are told apart by height alone`() throws {
        let heights = try Palette.levels.map { level in
            var svg = Markup()
            svg.element("g") { svg in
                LevelBox(.value(level: level, isCertain: true)).write(
                    to: &svg,
                    Rectangle(x: 0, y: 0, width: 10, height: 50)
                )
            }
            let bar = try Elements(svg.text).all.first { $0.attributes["class"] == "solid" }
            return try #require(bar?.attributes["height"])
        }
        #expect(heights == ["10", "20", "30", "40", "50"])
    }

    @Test func `what is unknown, possible or without a level looks like no level does`() throws {
        func drawn(_ content: LevelBox.Content) -> String {
            var svg = Markup()
            LevelBox(content).write(to: &svg, Rectangle(x: 0, y: 0, width: 10, height: 50))
            return svg.text
        }
        #expect(drawn(.unknown).contains(Palette.unknown))
        #expect(drawn(.value(level: 1, isCertain: false)).contains("url(#hatch-cooperative)"))
        #expect(drawn(.value(level: 1, isCertain: false)).contains("dashed"))
        #expect(!drawn(.value(level: nil, isCertain: true)).contains("\"solid\""))
    }
}
