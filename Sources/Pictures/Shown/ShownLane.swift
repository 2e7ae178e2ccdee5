/// Which lane a row of a picture is: `agreement`, and `doha-2020` or `united-states → taliban` beside it.
package struct ShownLane: Hashable, Sendable {
    /// The facet, or whom the lane is about where one picture has several relationships.
    package var name: String
    /// Key, direction and claimant in words; empty for none.
    package var detail: String

    package init(name: String, detail: String = "") {
        self.name = name
        self.detail = detail
    }
}
