import Testing

@testable import Pictures

struct MarkTests {
    @Test(arguments: [
        (0, "a"), (25, "z"), (26, "aa"), (27, "ab"), (51, "az"), (52, "ba"), (701, "zz"), (702, "aaa"),
    ])
    func `events are lettered as columns of a spreadsheet are`(index: Int, letter: String) {
        #expect(CoursePicture.Mark.letter(index) == letter)
    }
}
