internal import Glibc

/// The wall clock in the two forms the program writes.
enum Timestamp {
  /// ISO 8601 in UTC with milliseconds, `2026-11-21T09:30:05.123Z`.
  static func now() -> String {
    let (parts, nanoseconds) = broken(in: gmtime_r)
    return pad(Int(parts.tm_year) + 1900, 4) + "-" + pad(Int(parts.tm_mon) + 1, 2) + "-"
      + pad(Int(parts.tm_mday), 2)
      + "T" + clock(parts) + "." + pad(nanoseconds / 1_000_000, 3) + "Z"
  }

  /// The local time of day, `09:30:05`.
  static func localClock() -> String {
    clock(broken(in: localtime_r).parts)
  }

  private static func broken(
    in convert: (UnsafePointer<time_t>, UnsafeMutablePointer<tm>) -> UnsafeMutablePointer<tm>?
  ) -> (parts: tm, nanoseconds: Int) {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    var parts = tm()
    _ = convert(&now.tv_sec, &parts)
    return (parts, now.tv_nsec)
  }

  private static func clock(_ parts: tm) -> String {
    [parts.tm_hour, parts.tm_min, parts.tm_sec].map { pad(Int($0), 2) }.joined(separator: ":")
  }

  private static func pad(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
