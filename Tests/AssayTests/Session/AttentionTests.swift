import Testing

@testable import assay

@Suite struct AttentionTests {
  @Test func aSearchIsWork() {
    let attention = Attention()
    attention.waitForCalm()
    #expect(attention.isCalm)
    let answer = attention.whileSearching {
      attention.whileSearching { #expect(!attention.isCalm) }
      #expect(!attention.isCalm)
      return 7
    }
    #expect(answer == 7 && attention.isCalm)
  }

  @Test func aKeyIsWork() {
    let attention = Attention()
    let opened = attention.calmBegins
    attention.noteInput()
    #expect(!attention.isCalm)
    #expect(attention.calmBegins > opened)
    attention.waitForCalm()
    #expect(attention.isCalm)
  }

  @Test func whatIsUnwantedDoesNotWait() {
    let attention = Attention()
    attention.whileSearching { attention.waitForCalm(unless: { true }) }
    attention.whileSearching { attention.waitForSearches(unless: { true }) }
  }

  @Test func aKeyIsNoSearch() {
    let attention = Attention()
    attention.noteInput()
    attention.waitForSearches(unless: { false })
    #expect(!attention.isCalm)
  }
}
