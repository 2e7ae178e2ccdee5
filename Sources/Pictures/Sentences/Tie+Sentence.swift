import Annals

extension NetworkPicture.Tie {
    /// The tie, as a sentence that stands alone, between two actors as they are called.
    ///
    /// `Pakistan and Taliban: support, training, active, since 1994; grade B2; #43 Camps. 2 more lanes are known.`
    func sentence(between one: String, and other: String) -> String {
        let between = ShownLane(name: "\(one) and \(other): \(lane.name)", detail: lane.detail)
        let more = lanes - 1
        let rest = more == 1 ? " 1 more lane is known." : " \(more) more lanes are known."
        return claim.sentence(of: between) + (more > 0 ? rest : "")
    }
}

extension NetworkPicture.Actor {
    /// The actor and how many ties of which sort it has, as a sentence that stands alone.
    ///
    /// `Taliban, armed group: 5 ties, 2 hostile, 3 allied.`
    func sentence(ties: [NetworkPicture.Tie]) -> String {
        let who = [name, kindInWords].compactMap(\.self).joined(separator: ", ").capitalised
        guard !ties.isEmpty else { return "\(who): nothing is known between it and anybody." }
        let levels = Dictionary(grouping: ties) { $0.claim.drawn?.level }
        let counts = Palette.levels.compactMap { level in
            levels[level].map { "\($0.count) \(Palette.word(level))" }
        }
        return (["\(who): \(ties.count == 1 ? "1 tie" : "\(ties.count) ties")"] + counts)
            .joined(separator: ", ") + "."
    }

    /// What sort it is, in words: `armed group`; nil when nobody said.
    var kindInWords: String? {
        kind.map { String($0.map { $0 == "-" ? " " : $0 }) }
    }
}
