import Relevance
import Testing

@Suite struct ScaleTests {
  @Test func presetsAreFoundByName() {
    #expect(Scale.presets.map(\.id) == ["binary", "0-3", "0-4", "esci", "wands"])
    for scale in Scale.presets { #expect(Scale.named(scale.id) == scale) }
    #expect(Scale.named("ESCI") == nil)
  }

  @Test(arguments: Scale.presets) func everyGradeHasANameAndAKey(scale: Scale) throws {
    for grade in scale.grades {
      #expect(scale.name(of: grade)?.isEmpty == false)
      #expect(scale.grade(forKey: try #require(String(grade).first)) == grade)
      guard let letter = scale.letter(of: grade) else { continue }
      #expect(scale.grade(forKey: letter) == grade)
      #expect(scale.grade(forKey: try #require(letter.uppercased().first)) == grade)
    }
    #expect(scale.name(of: scale.highest + 1) == nil && scale.name(of: scale.lowest - 1) == nil)
    #expect(
      scale.grade(forKey: "9") == nil && scale.grade(forKey: "z") == nil && scale.grade(forKey: " ") == nil)
  }

  @Test func lettersOfTheShoppingQueriesDataSet() {
    let grades = "ESCIesci".map { Scale.esci.grade(forKey: $0) }
    #expect(grades == [3, 2, 1, 0, 3, 2, 1, 0])
    // The script maps complement above substitute; the paper says the opposite.
    #expect(Scale.esci.gains(named: "esci-paper") == [3: 1, 2: 0.1, 1: 0.01, 0: 0])
    #expect(Scale.esci.gains(named: "esci-script") == [3: 1, 2: 0.01, 1: 0.1, 0: 0])
    #expect(Scale.esci.gains(named: "other") == nil)
  }

  @Test func scalesMayBeginAnywhere() {
    let scale = Scale(id: "odd", lowest: -1, names: ["bad", "none", "good"], letters: ["b", "n", "g"])
    #expect(scale.grades == -1...1 && scale.grade(forKey: "1") == 1 && scale.grade(forKey: "b") == -1)
    #expect(scale.grade(forKey: "2") == nil && scale.name(of: -1) == "bad")
  }
}
