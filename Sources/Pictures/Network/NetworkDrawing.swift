import Annals

/// A network, as it is drawn: the lines below, the actors with their names above them.
struct NetworkDrawing {
    let picture: NetworkPicture
    let layout: NetworkLayout

    private let names: [ActorID: String]
    private let ties: [ActorID: [NetworkPicture.Tie]]

    private static let style = TextStyle.small
    /// From the middle of an actor's field up to its mark.
    private static let rise = NetworkLayout.field.height / 2 - 15

    init(_ picture: NetworkPicture) {
        self.picture = picture
        layout = NetworkLayout(actors: picture.actors.map(\.id), bonds: picture.everTied)
        names = picture.names
        ties = picture.ties.reduce(into: [:]) { ties, tie in
            ties[tie.one, default: []].append(tie)
            ties[tie.other, default: []].append(tie)
        }
    }

    /// Writes it from (0, 0) on.
    func write(to svg: inout Markup) {
        svg.group("Ties") { svg in
            for tie in drawnTies {
                svg.newline()
                write(tie, to: &svg)
            }
        }
        svg.group("Actors") { svg in
            for actor in picture.actors {
                svg.newline()
                write(actor, to: &svg)
            }
        }
    }

    /// The best first, so that no friendship covers a war.
    private var drawnTies: [NetworkPicture.Tie] {
        picture.ties.enumerated().sorted { one, other in
            let levels = (one.element.claim.drawn?.level ?? 0, other.element.claim.drawn?.level ?? 0)
            return levels.0 == levels.1 ? one.offset < other.offset : levels.0 > levels.1
        }.map(\.element)
    }

    private func write(_ tie: NetworkPicture.Tie, to svg: inout Markup) {
        guard let start = mark(tie.one), let end = mark(tie.other), let stroke = TieStroke(tie.claim) else {
            return
        }
        let others = picture.actors.lazy.map(\.id).filter { $0 != tie.one && $0 != tie.other }
        let course = TieCourse(from: start, to: end, around: others.compactMap { mark($0) })
        let sentence = tie.sentence(
            between: names[tie.one] ?? tie.one.slug,
            and: names[tie.other] ?? tie.other.slug
        )
        svg.described(sentence) { svg in stroke.write(course, marksAt: share(along: course), to: &svg) }
    }

    /// Where along a line its marks are seen best: as near to halfway as no name covers them.
    private func share(along course: TieCourse) -> Double {
        [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74].first { share in
            let place = course.point(share)
            return layout.places.values.allSatisfy { field in
                abs(place.x - field.x) > NetworkLayout.field.width / 2
                    || abs(place.y - field.y) > NetworkLayout.field.height / 2
            }
        } ?? 0.5
    }

    private func write(_ actor: NetworkPicture.Actor, to svg: inout Markup) {
        guard let mark = mark(actor.id) else { return }
        let ties = ties[actor.id] ?? []
        let isFaint = ties.isEmpty
        svg.described(actor.sentence(ties: ties)) { svg in
            svg.empty(
                "circle",
                [
                    Attribute("class", "paper"), Attribute("cx", mark.x), Attribute("cy", mark.y),
                    Attribute("r", 12.5),
                ]
            )
            ActorShape(kind: actor.kind).write(to: &svg, at: mark, isFaint: isFaint)
            let lines = Self.style.lines(actor.name, width: NetworkLayout.field.width - 6, most: 3)
            for (index, line) in lines.enumerated() {
                svg.line(
                    line,
                    x: mark.x,
                    y: mark.y + 24 + Double(index) * Self.style.size * 1.15,
                    Self.style,
                    class: isFaint ? "muted halo" : "ink halo",
                    anchor: .middle
                )
            }
        }
    }

    /// Where the mark of an actor is; nil if it is none of the picture's.
    private func mark(_ id: ActorID) -> Point? {
        layout.places[id].map { Point(x: $0.x, y: $0.y - Self.rise) }
    }
}
