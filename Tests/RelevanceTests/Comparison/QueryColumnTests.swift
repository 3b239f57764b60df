import Relevance
import Testing

@Suite struct QueryColumnTests {
  @Test func everyColumnHasAValueForEveryQuery() {
    let full = Query(id: "q", text: " red  dress in silk", kind: "visual", split: "test", image: "a.jpg")
    #expect(QueryColumn.allCases.map { $0.value(of: full) } == ["visual", "test", "with", "4+"])
    let bare = Query(id: "q", text: "mug")
    #expect(QueryColumn.allCases.map { $0.value(of: bare) } == ["(none)", "(none)", "without", "1"])
  }
}
