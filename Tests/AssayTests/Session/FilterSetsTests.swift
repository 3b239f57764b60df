import Retrieval
import Storage
import Testing

@testable import assay

extension EndToEnd {
  @Suite struct FilterSetsTests {
    @Test func keepsTheNewestComparisonsWithinItsBytes() throws {
      let store = try IndexArchive(#require(Shop.indexed).index).items()
      let price = try #require(store.filterFields()["price"])
      // A set of twelve items has one word.
      let sets = FilterSets(store: store, byteLimit: 24)
      for bound in [10.0, 20, 30, 40, 50] {
        let comparison = FilterExpression.comparison(FilterComparison(price, .below(bound)))
        let first = try sets.items(passing: comparison)
        #expect(try first == store.items(matching: FilterComparison(price, .below(bound))))
        #expect(try sets.items(passing: comparison) == first)
        #expect(sets.keptBytes <= 24)
      }
      #expect(sets.keptBytes == 24)
    }
  }
}
