extension CoursePicture {
    /// The picture as an SVG file, which lists the events it letters.
    package var svg: String {
        HistoryDrawing(self, lanes: lanes.indices, caption: caption).markup(.alone).text
    }
}
