/// The style sheet inside every SVG picture.
///
/// Made of plain classes, media queries and `currentColor`, without variables, so that programs which draw SVG but
/// are no browsers show at least the light theme. Dark is asked for on screens only: what is printed is light.
enum PictureStyle {
    static let sheet =
        classes + colours(.light)
        + "@media screen and (prefers-color-scheme:dark){\(colours(.dark))}"
        + "@media (prefers-contrast:more){.tint{fill-opacity:.05}.outline{stroke-width:2.2}}"

    private static let classes = """
        .solid{fill:currentColor}\
        .tint{fill:currentColor;fill-opacity:.22}\
        .outline{fill:none;stroke:currentColor;stroke-width:1.4}\
        .dashed{stroke-dasharray:4 2.5}\
        .stroke{fill:none;stroke:currentColor}\
        .strong{font-weight:700}\
        .outside{unicode-bidi:plaintext}
        """

    private static func colours(_ theme: Theme) -> String {
        let levels = zip(Palette.levels, theme.levels).map { level, colour in
            ".\(Palette.cssClass(level)){color:\(colour)}"
        }
        return """
            .paper{fill:\(theme.paper)}.ink{fill:\(theme.ink)}.muted{fill:\(theme.muted)}\
            .line{fill:none;stroke:\(theme.ink)}.edge{stroke:\(theme.ink)}.rule{fill:none;stroke:\(theme.rule)}\
            .dots{fill:\(theme.dots)}.faint{fill:none;stroke:\(theme.dots)}\
            .halo{stroke:\(theme.paper);stroke-width:3;stroke-linejoin:round;paint-order:stroke}\
            .\(Palette.cssClass(nil)){color:\(theme.unranked)}
            """ + levels.joined()
    }
}
