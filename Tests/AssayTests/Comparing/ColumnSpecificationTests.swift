import Testing

@testable import assay

@Suite struct ColumnSpecificationTests {
  @Test(arguments: ["dense", "lexical:k1=0.9,field-weight=title=3", "hybrid:64,int8,fusion=rrf,rrf-k=20"])
  func modesWithSettingsAreRead(_ text: String) throws {
    let specification = try #require(try ColumnSpecification(text))
    #expect(specification.text == text)
  }

  @Test(arguments: ["bm25.run", "", "densely", "dense.run", "Dense:64", ":64"])
  func otherTextIsNone(_ text: String) throws {
    #expect(try ColumnSpecification(text) == nil)
  }

  @Test(arguments: [
    "dense:", "dense:64,", "dense:int9", "dense:=3", "dense:fusion=", "dense:help=1", "hybrid:mode=x",
  ])
  func whatIsNoSettingIsNamed(_ text: String) throws {
    let failure = #expect(throws: CommandFailure.self) { try ColumnSpecification(text) }
    #expect(failure?.code == .usage)
    #expect(failure?.message.hasPrefix(text) == true)
  }
}
