/// Where things in a row are drawn that have a place each and need a least width: in their order, none on another,
/// each as near to its place as that allows.
///
/// A war of a week in a picture of twenty years would be a third of a pixel wide, and the next thing over it.
func places(_ spans: [ClosedRange<Double>], within width: Double, least: Double) -> [ClosedRange<Double>] {
    let least = min(least, width / Double(max(spans.count, 1)))
    var places: [ClosedRange<Double>] = []
    // From the left, each pushed to the right by those before it; then from the right, back within the edge.
    for span in spans {
        let begin = max(span.lowerBound, places.last?.upperBound ?? 0)
        places.append(begin...max(span.upperBound, begin + least))
    }
    var edge = width
    for index in places.indices.reversed() {
        let end = min(places[index].upperBound, edge)
        let begin = min(places[index].lowerBound, end - least)
        places[index] = max(begin, 0)...end
        edge = places[index].lowerBound
    }
    return places
}
