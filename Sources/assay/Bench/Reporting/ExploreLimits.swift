/// What the explorer may take, in milliseconds, by the size of the catalogue.
struct ExploreLimits {
  /// From a key to the last byte of text; the median is asked of catalogues that one person judges.
  let median: Double?
  let p99: Double
  /// From starting the program to its text.
  let start: Double

  init(itemCount: Int) {
    switch itemCount {
    case ...10_000: (median, p99, start) = (5, 16, 150)
    case ...100_000: (median, p99, start) = (nil, 16, 150)
    default: (median, p99, start) = (nil, 50, 300)
    }
  }
}
