import EventLog
import Support
import Testing

/// `annals completions`.
struct CompletionsTests {
    /// What bash offers for the last of some words.
    private func completed(_ user: User, _ words: String) throws -> [String] {
        var user = user
        // bash complains of a language that is not installed here.
        user.environment["LC_ALL"] = "C.UTF-8"
        let outcome = try user.shell(
            """
            bash -c '
            eval "$(annals completions bash)"
            COMP_WORDS=(\(words)); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); COMP_LINE="${COMP_WORDS[*]}"
            COMP_POINT=${#COMP_LINE}
            _annals annals "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
            printf "%s\\n" "${COMPREPLY[@]}"'
            """
        )
        #expect(outcome.errors == "")
        return outcome.lines.filter { !$0.isEmpty }
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func `are a script the shell can read`(shell: String) throws {
        let outcome = try User().annals("completions", shell)
        #expect(outcome.status == 0)
        #expect(outcome.errors == "")
        let reads = try User(adding: ["LC_ALL": "C.UTF-8"]).shell(
            "command -v \(shell) >/dev/null || exit 99; annals completions \(shell) | \(shell) -n"
        )
        #expect([0, 99].contains(reads.status), "\(reads.errors)")
        #expect(reads.errors == "")
    }

    @Test
    func `are for the shells there are`() throws {
        #expect(try User().annals("completions", "tcsh").status == 64)
        #expect(try User().annals("completions").status == 64)
    }

    @Test
    func `offer commands, topics, and values of an option`() throws {
        let user = User()
        #expect(try completed(user, "annals wat") == ["watch"])
        #expect(try completed(user, "annals help exi") == ["exit-codes"])
        #expect(
            try completed(user, #"annals log --kind """#) == [
                "recorded", "corrected", "retracted", "redacted",
            ]
        )
        #expect(try completed(user, "annals append --type CON") == ["CONSULT", "CONCEDE"])
        #expect(try completed(user, "annals actor add --kind f") == ["faction"])
    }

    @Test
    func `offer actors by whatever finds them`() throws {
        let user = try User.ofExample()
        #expect(try completed(user, "annals log tal") == ["taliban"])
        #expect(try completed(user, "annals watch us united-s") == ["united-states"])
        #expect(
            try completed(user, "annals append --to Islamic\\ Emi").allSatisfy { $0.hasPrefix("Islamic Emi") }
        )
        let all = try completed(user, #"annals log """#)
        #expect(all.contains("qatar") && !all.contains("Qatar"))
    }

    @Test
    func `offer the actors of the database that --db names`() throws {
        let database = try Databases.example.get()
        #expect(try completed(User(), "annals log --db \"\(database.connectionString)\" tal") == ["taliban"])
    }

    @Test
    func `say nothing without a database, and start none`() throws {
        let home = try TemporaryDirectory.make(prefix: "annals-test-")
        defer { TemporaryDirectory.remove(home) }
        let user = User(adding: ["XDG_DATA_HOME": home])
        #expect(try completed(user, "annals log tal") == [])
        #expect(try completed(User(adding: ["ANNALS_DB": "host=/nowhere"]), "annals log tal") == [])
        #expect(try completed(User(adding: ["ANNALS_DB": "hots=x"]), "annals log tal") == [])
        let empty = try TestDatabase(isSetUp: false)
        #expect(try completed(User(of: empty), "annals log tal") == [])
    }
}
