import Annals

extension Position {
    /// Reads a position as an option takes it.
    init(_ written: String, from option: String) throws(Failure) {
        guard let position = Position(written) else {
            throw Failure(
                .badData,
                Problem(
                    "position",
                    "\(written) is not a position",
                    field: option,
                    help: "write # and a number, as in #57"
                )
            )
        }
        self = position
    }
}
