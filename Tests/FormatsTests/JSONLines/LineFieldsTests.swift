import Annals
import Formats
import Testing

@Suite struct `A line whose fields are wrong` {
    @Test(
        arguments: Refusal.examples(
            ##"""
            {"on":2013,"title":"x"}
                field on: on must be a string, got a number
                help: write "2013"
            {"on":"2013","title":5,"type":true}
                field title: title must be a string, got a number
                help: write "5"
                field type: type must be a string, got true or false
            {"on":"2013","actors":"taliban"}
                field actors: actors must be a list of strings, got a string
                help: write ["taliban"]
            {"on":"2013","tags":5}
                field tags: tags must be a list of strings, got a number
                help: write ["5"]
            {"on":"2013","actors":["a",null,["b"],7]}
                field actors[1]: actors[1] must be a string, got null
                field actors[2]: actors[2] must be a string, got a list
                field actors[3]: actors[3] must be a string, got a number
                help: write "7"
            {"on":"2013","effects":{"facet":"aid"}}
                field effects: effects must be a list of objects, got an object
                help: write [{"facet":"aid"}]
            {"on":"2013","effects":{"facet":"aid","from":"united-states"}}
                field effects: effects must be a list of objects, got an object
                help: write […]
            {"on":"2013","sources":"A book"}
                field sources: sources must be a list of objects, got a string
            {"on":"2013","sources":["A book"]}
                field sources[0]: sources[0] must be an object, got a string
            {"on":"2013","effects":[{"facet":"aid","value":2,"terms":[{}]}]}
                field effects[0].value: effects[0].value must be a string, got a number
                help: write "2"
                field effects[0].terms[0]: effects[0].terms[0] must be a string, got an object
            {"correct":57}
                field correct: correct must be a string, got a number
                help: write "#57"
            {"actor":null}
                field actor: actor must be a string, got null
            """##
        )
    )
    func `is told which field is of which type`(_ refusal: Refusal) {
        #expect(Refusal.said(refusal.line.utf8) == refusal.said)
    }

    @Test(
        arguments: Refusal.examples(
            ##"""
            {"on":"2013","titel":"x"}
                field titel: an event has no field "titel"
                help: did you mean title?
            {"retract":"#1","becuase":"x"}
                field becuase: a retraction has no field "becuase"
                help: did you mean because?
            {"retract":"#1","colour":{"a":[1,true,null,"x"]}}
                field colour: a retraction has no field "colour"
                help: known: retract, because
            {"on":"2013","effects":[{"fact":"aid"}]}
                field effects[0].fact: an effect has no field "fact"
                help: did you mean facet?
            {"on":"2013","sources":[{"title":"x"},{"tilte":"y"}]}
                field sources[1].tilte: a source has no field "tilte"
                help: did you mean title?
            {"retract":"#1","a\u001b[2J":1}
                field a�[2J: a retraction has no field "a�[2J"
                help: known: retract, because
            """##
        )
    )
    func `is told which field is unknown, and which was meant`(_ refusal: Refusal) {
        #expect(Refusal.said(refusal.line.utf8) == refusal.said)
    }

    @Test(
        arguments: Refusal.examples(
            #"""
            {"on":"2013","title":"x","on":"2014"}
                field on: "on" stands twice
                help: keep the one that is meant
            {"on":"2013","\u006fn":null}
                field on: "on" stands twice
                help: keep the one that is meant
            {"on":"2013","effects":[{"facet":"aid","facet":5}]}
                field effects[0].facet: "facet" stands twice
                help: keep the one that is meant
            """#
        )
    )
    func `is told which key stands twice`(_ refusal: Refusal) {
        #expect(Refusal.said(refusal.line.utf8) == refusal.said)
    }

    @Test(
        arguments: Refusal.examples(
            ##"""
            {}
                field: the line is no actor, event, correction or retraction
                help: give it "actor", or "on" and "title", or "correct", or "retract"
            {"because":"x"}
                field: the line is no actor, event, correction or retraction
                help: give it "actor", or "on" and "title", or "correct", or "retract"
            {"actr":"taliban","name":"Taliban"}
                field: the line is no actor, event, correction or retraction
                help: give it "actor", or "on" and "title", or "correct", or "retract"
                field actr: a line has no field "actr"
                help: did you mean actor?
            {"actor":"a","correct":"b"}
                field: "actor" and "correct" stand in one line
                help: write a line for each
            {"actor":"a","on":"2013","title":"x"}
                field on: an actor has no "on", "title", which an event or a correction has
                help: write a line for each; an event's actors are "actors":[…]
            {"on":"2013","name":"Taliban"}
                field name: an event has no "name", which an actor has
                help: write a line for each, or leave the field out
            {"on":"2013","because":"x"}
                field because: an event has no "because", which a correction or a retraction has
                help: say what is corrected, as in "correct":"#57"
            {"retract":"a","on":"2013"}
                field on: a retraction has no "on", which an event or a correction has
                help: to change an event instead, write "correct"
            {"correct":"a","id":"b"}
                field id: a correction has no "id", which an event has
                help: write a line for each, or leave the field out
            """##
        )
    )
    func `is told what a line may be when they do not belong together`(_ refusal: Refusal) {
        #expect(Refusal.said(refusal.line.utf8) == refusal.said)
    }

    @Test func `is told everything at once, up to where it stops being JSON`() {
        let line = #"{"on":2013,"actors":"a","titel":"x","name":"n","on":"2014","tags":[1],"#
        #expect(fields(line + #""note":null}"#) == ["on", "actors", "on", "tags[0]", "name", "titel"])
        #expect(fields(line) == ["on", "actors", "on", "tags[0]", "tags"])
    }

    @Test func `is not told more than anybody reads`() {
        let list = Array(repeating: "1", count: 5_000).joined(separator: ",")
        let said = Refusal.said(#"{"on":"2013","actors":[\#(list)],"colour":1}"#.utf8)
        #expect(said.suffix(2) == ["field: the line has more than 100 problems", "help: mend these first"])
        #expect(Refusal.problems(#"{"on":"2013","actors":[\#(list)]}"#.utf8).count == 101)
    }

    private func fields(_ line: String) -> [String] {
        Refusal.problems(line.utf8).map(\.field)
    }
}
