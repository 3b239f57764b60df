internal import Storage

/// Both vectors of one item, and what stood in the way of its picture.
struct ItemVectors: Sendable {
  /// What became of the picture that the catalogue names.
  enum Picture: Sendable {
    /// It names none.
    case none
    /// It can be shown.
    case usable
    /// It lies on the network, from which nothing is fetched.
    case remote
    /// It is missing or broken.
    case lost
  }

  /// The text's vector; all zeros without text.
  var text: [Float]
  /// The picture's vector; all zeros without a usable picture.
  var image: [Float]
  /// What both were made from.
  var inputs: ItemInputs
  /// What became of the picture.
  var picture = Picture.none
  /// What is wrong with the picture the catalogue names, if anything.
  var fault: String?
  /// Whether nothing had to be encoded.
  var isReused: Bool
  /// Whether that is so because of the vector cache.
  var isFromCache = false
}
