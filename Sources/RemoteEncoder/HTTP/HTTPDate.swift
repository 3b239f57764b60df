/// A moment as servers write it, such as `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, 5.6.7).
struct HTTPDate: Hashable {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// Seconds since the beginning of 1970, without leap seconds.
  let seconds: Int

  /// Reads a date of the form that all servers must write; `nil` for another one.
  init?(_ text: String) {
    let words = text.split(separator: " ")
    guard words.count == 6, words[5] == "GMT", let day = Int(words[1]), (1...31).contains(day),
      let month = Self.months.firstIndex(of: String(words[2])), let year = Int(words[3]),
      (1970...9999).contains(year)
    else { return nil }
    let clock = words[4].split(separator: ":").compactMap { Int($0) }
    guard clock.count == 3, (0..<24).contains(clock[0]), (0..<60).contains(clock[1]),
      (0...60).contains(clock[2])
    else { return nil }
    let days = Self.days(year: year, month: month + 1) + day - 1
    seconds = (days * 24 + clock[0]) * 3600 + clock[1] * 60 + clock[2]
  }

  /// Days from the beginning of 1970 to the first of a month; the year is taken to begin in March, so that leap days
  /// are at its end.
  private static func days(year: Int, month: Int) -> Int {
    let shifted = month > 2 ? year : year - 1
    let monthsSinceMarch = (month + 9) % 12
    return 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + (153 * monthsSinceMarch + 2) / 5
      - 719_468
  }
}
