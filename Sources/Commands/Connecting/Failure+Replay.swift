import Projections

extension Failure {
    /// Why new projections were not put in place.
    init(_ error: ReplayError) {
        switch error {
        case .underWay:
            self.init(
                .conflict,
                "replay",
                "another replay is putting new projections in place",
                help: "wait for it; annals status says how far it is"
            )
        case .pooled:
            self.init(
                .configuration,
                "replay",
                "a pooler stands before the server, and a replay needs a session of its own",
                help: "name the server itself, with --db; --check and -o work through the pooler"
            )
        case .notOwner(let role):
            self.init(
                .permission,
                "permission",
                "\(role) may not change the projections: that needs the role annals_owner",
                help: "ask whoever runs the database; --check and -o need no more than reading"
            )
        case .dependents(let names):
            self.init(
                .conflict,
                "replay",
                "bound to the projections: \(names.joined(separator: ", "))",
                help:
                    "a replay would leave them reading the old tables: drop them, and create them again after it"
            )
        }
    }
}
