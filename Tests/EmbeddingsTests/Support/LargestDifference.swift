/// The largest difference of two arrays' elements, infinite when their counts differ or one is not a number.
func largestDifference(_ left: [Float], _ right: [Float]) -> Float {
  guard left.count == right.count else { return .infinity }
  let differences = zip(left, right).map { abs($0 - $1) }
  return differences.allSatisfy { !$0.isNaN } ? differences.max() ?? 0 : .infinity
}
