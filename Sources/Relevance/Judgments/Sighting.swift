/// Where an assessor saw the item that was judged.
package struct Sighting: Hashable, Sendable {
  /// The configuration of the column or the queue, in words, such as `dense 256 int8`.
  package let place: String
  /// The rank there, from 1; `nil` when the list had no order of its own.
  package let rank: Int?

  /// Makes a sighting.
  package init(place: String, rank: Int? = nil) {
    self.place = place
    self.rank = rank
  }
}
