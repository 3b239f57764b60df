import Testing

@testable import assay

@Suite("Answer pace")
struct AnswerPaceTests {
  private let start = ContinuousClock.now

  private func pace(afterAnswersOf times: Int...) -> AnswerPace {
    var pace = AnswerPace()
    for (index, time) in times.enumerated() {
      let asked = start + .seconds(index)
      pace.noteQuestion(asked)
      pace.noteAnswer(asked + .milliseconds(time))
    }
    return pace
  }

  @Test("a frame waits for prompt answers, the first ones too")
  func waitsForPromptAnswers() {
    #expect(AnswerPace().patience == .milliseconds(16))
    #expect(pace(afterAnswersOf: 5, 13, 9).patience == .milliseconds(16))
  }

  @Test("a frame does not wait where answers usually take longer than a screen to refresh")
  func showsTheKeyBeforeSlowAnswers() {
    #expect(pace(afterAnswersOf: 40, 9, 40).patience == .zero)
    #expect(pace(afterAnswersOf: 40, 40, 9, 9).patience == .milliseconds(16))
  }

  @Test("one slow answer among prompt ones changes nothing")
  func forgivesOneSlowAnswer() {
    #expect(pace(afterAnswersOf: 900).patience == .milliseconds(16))
    #expect(pace(afterAnswersOf: 5, 900, 5).patience == .milliseconds(16))
  }

  @Test("an answer counts once, from when it was last asked for")
  func countsFromTheLastQuestion() {
    var pace = AnswerPace()
    for question in 0..<3 {
      let asked = start + .seconds(question)
      pace.noteQuestion(asked - .milliseconds(500))
      pace.noteQuestion(asked)
      pace.noteAnswer(asked + .milliseconds(10))
      pace.noteAnswer(asked + .milliseconds(700))
    }
    #expect(pace.patience == .milliseconds(16))
  }
}
