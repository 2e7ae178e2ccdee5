extension User {
    /// Runs a command on a terminal, which `script` makes for it; what it writes there is its output.
    func onTerminal(_ command: String) throws -> Outcome {
        var user = self
        user.environment["COMMAND"] = command
        return try user.shell(#"script --quiet --return --command "$COMMAND" /dev/null"#)
    }
}
