/// A picture that is too high for a page of paper, in parts that are not.
enum Parts {
    /// How many lanes or rows a part has at most.
    private static let most = 16

    /// Which of so many lanes or rows are in which part; one part at least, and all of them nearly as long.
    static func of(_ count: Int) -> [Range<Int>] {
        let parts = max((count + most - 1) / most, 1)
        return (0..<parts).map { count * $0 / parts..<count * ($0 + 1) / parts }
    }
}

extension Caption {
    /// The caption of a part.
    func part(_ index: Int, of count: Int) -> Caption {
        guard count > 1 else { return self }
        var caption = self
        caption.subject += ", part \(index + 1) of \(count)"
        return caption
    }
}
