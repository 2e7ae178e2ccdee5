/// The colours of pictures and pages on one ground: light, as on paper, or dark.
///
/// Each level is at least 3:1 against the ground and each text 4.5:1 (WCAG 2.2, 1.4.11 and 1.4.3); a test computes
/// it. Orange to purple rather than red to green, because one man in twelve cannot tell those apart.
package struct Theme: Sendable {
    /// What everything lies on.
    package let paper: String
    /// Text.
    package let ink: String
    /// Text that matters less.
    package let muted: String
    /// Lines that only guide the eye; nothing depends on seeing them.
    package let rule: String
    /// The dots of what is unknown.
    package let dots: String
    /// Links, and what has the focus.
    package let link: String
    /// Values without better or worse.
    package let unranked: String
    /// The levels from −2 to +2.
    package let levels: [String]

    package static let light = Theme(
        paper: "#FFFFFF",
        ink: "#1B1C1F",
        muted: "#55585F",
        rule: "#D5D7DC",
        dots: "#8A8D94",
        link: "#1A4F8B",
        unranked: "#2B5C8A",
        levels: ["#7F3B08", "#BF5800", "#6B6B6B", "#7B6DB0", "#3F1D74"]
    )

    package static let dark = Theme(
        paper: "#16181D",
        ink: "#E9EAEE",
        muted: "#A9ADB6",
        rule: "#3A3E47",
        dots: "#7F848F",
        link: "#8AB4F8",
        unranked: "#7FB0DC",
        levels: ["#FDB863", "#E08214", "#A0A0A0", "#9C8FD0", "#D3CDEB"]
    )
}
