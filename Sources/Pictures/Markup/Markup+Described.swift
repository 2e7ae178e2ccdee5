extension Markup {
    /// Writes a part of a picture that is one thing to who hears it or points at it, under a sentence that says it.
    package mutating func described(_ sentence: String, _ body: (inout Markup) -> Void) {
        element("g", [Attribute("role", "img"), Attribute("aria-label", sentence)]) { svg in
            svg.element("title", text: sentence)
            body(&svg)
        }
    }

    /// Writes a part of a picture that has parts of its own, under a name.
    package mutating func group(_ name: String, _ body: (inout Markup) -> Void) {
        element("g", [Attribute("role", "group"), Attribute("aria-label", name)], body)
        newline()
    }
}
