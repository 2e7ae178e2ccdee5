extension Manual {
    /// The page of one command, with the commands within it.
    init(of command: CommandInfo, in program: CommandInfo, dated date: String) {
        self.init()
        begin("\(program.commandName)-\(command.commandName)", command.abstract, dated: date)
        let words = "\(program.commandName) \(command.commandName)"
        macro("Sh", "SYNOPSIS")
        if command.commands.isEmpty { synopsis(words, command) }
        for inner in command.commands { synopsis("\(words) \(inner.commandName)", inner) }
        macro("Sh", "DESCRIPTION")
        describe(command)
        if command.commands.isEmpty {
            options(command)
        } else {
            let lists = command.commands.map { $0.arguments ?? [] }
            // What all of them take is told once.
            func isShared(_ argument: CommandInfo.Argument) -> Bool {
                argument.kind != "positional" && lists.allSatisfy { $0.contains(argument) }
            }
            for inner in command.commands {
                macro("Ss", "\(words) \(inner.commandName)")
                describe(inner)
                list((inner.arguments ?? []).filter { !isShared($0) })
            }
            macro("Sh", "OPTIONS")
            paragraph("Every one of these commands takes:")
            list((lists.first ?? []).filter(isShared))
        }
        macro("Sh", "SEE ALSO")
        macro("Xr", program.commandName, "1")
    }

    /// The page of the program: its commands, and the topics of its help.
    init(of program: CommandInfo, topics: [Topic], dated date: String) {
        self.init()
        begin(program.commandName, program.abstract, dated: date)
        macro("Sh", "SYNOPSIS")
        macro("Nm", program.commandName)
        line(".Ar command")
        line(".Op Ar options")
        line(".Op Ar actor Op Ar actor")
        macro("Sh", "DESCRIPTION")
        paragraph(program.abstract ?? "")
        paragraph("The commands, each with a page of its own:")
        line(".Bl -tag -width Ds")
        for command in program.commands {
            line(".It Xr \(Self.word("\(program.commandName)-\(command.commandName)")) 1")
            paragraph(command.abstract ?? "")
        }
        line(".El")
        for topic in topics {
            macro("Sh", topic.title)
            display(topic.lines)
        }
        macro("Sh", "SEE ALSO")
        let pages = program.commands.map { "\(program.commandName)-\($0.commandName)" }.sorted()
        for page in pages { macro("Xr", page, "1", page == pages.last ? "" : ",") }
    }

    private mutating func begin(_ name: String, _ abstract: String?, dated date: String) {
        line(".Dd \(date)")
        macro("Dt", name.uppercased(), "1")
        macro("Os")
        macro("Sh", "NAME")
        macro("Nm", name)
        let what = abstract ?? ""
        line(".Nd " + Self.escaped(what.hasSuffix(".") ? String(what.dropLast()) : what))
    }

    private mutating func synopsis(_ words: String, _ command: CommandInfo) {
        macro("Nm", words)
        line(".Op Ar options")
        for argument in command.arguments ?? [] where argument.kind == "positional" && argument.shouldDisplay
        {
            let name = Self.word(argument.valueName ?? "value") + (argument.isRepeating ? " ..." : "")
            line(argument.isOptional ? ".Op Ar \(name)" : ".Ar \(name)")
        }
    }

    private mutating func describe(_ command: CommandInfo) {
        paragraph(command.abstract ?? "")
        for block in (command.discussion ?? "").split(separator: "\n\n") {
            // Examples stand in lines of their own; anything else is a paragraph.
            let lines = block.split(separator: "\n")
            if lines.count > 1 {
                display(lines)
            } else {
                line(".Pp")
                paragraph(String(block))
            }
        }
    }

    private mutating func options(_ command: CommandInfo) {
        let arguments = (command.arguments ?? []).filter(\.shouldDisplay)
        list(arguments.filter { $0.kind == "positional" })
        macro("Sh", "OPTIONS")
        var titles: [String?] = []
        for title in arguments.map(\.sectionTitle) where !titles.contains(title) { titles.append(title) }
        for title in titles {
            let titled = arguments.filter { $0.sectionTitle == title && $0.kind != "positional" }
            guard !titled.isEmpty else { continue }
            if let title { macro("Ss", title) }
            list(titled)
        }
    }

    private mutating func list(_ arguments: [CommandInfo.Argument]) {
        let arguments = arguments.filter(\.shouldDisplay)
        guard !arguments.isEmpty else { return }
        line(".Bl -tag -width Ds")
        for argument in arguments {
            let value = Self.word(argument.valueName ?? "value")
            let names = (argument.names ?? []).map { name in
                "Fl \(name.kind == "long" ? "\\-" : "")\(Self.escaped(name.name))"
            }
            switch argument.kind {
            case "positional": line(".It Ar \(value)")
            case "flag": line(".It " + names.joined(separator: " , "))
            default: line(".It " + names.map { "\($0) Ar \(value)" }.joined(separator: " , "))
            }
            paragraph(argument.abstract ?? "")
        }
        line(".El")
    }
}
