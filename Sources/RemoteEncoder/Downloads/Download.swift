/// A file to fetch and what is known about it.
package struct Download: Sendable {
  /// Where it is.
  package var address: WebAddress
  /// Shown to `address`'s own origin only.
  package var key: Secret?
  /// Where it goes, in a folder that exists; a file that is there is replaced when the new one is whole.
  package var destination: String
  /// Its size, where it is known beforehand.
  package var expectedBytes: Int?
  /// Its SHA-256 in lower-case hex, where it is known beforehand.
  package var expectedSHA256: String?
  /// More bytes than this are refused.
  package var mostBytes: Int
  /// How long it may take.
  package var limits: HTTPLimits

  /// Describes a file to fetch.
  package init(
    _ address: WebAddress, to destination: String, key: Secret? = nil, expectedBytes: Int? = nil,
    expectedSHA256: String? = nil, mostBytes: Int = 256 << 30, limits: HTTPLimits = .file
  ) {
    self.address = address
    self.key = key
    self.destination = destination
    self.expectedBytes = expectedBytes
    self.expectedSHA256 = expectedSHA256
    self.mostBytes = mostBytes
    self.limits = limits
  }
}

/// How far a download is.
package struct DownloadProgress: Hashable, Sendable {
  /// Bytes that are on the disk.
  package let received: Int
  /// Bytes of the whole file, where the server says so.
  package let total: Int?
}

/// A file that came whole.
package struct DownloadedFile: Hashable, Sendable {
  /// Where it is.
  package let path: String
  /// Its size.
  package let bytes: Int
  /// Its SHA-256 in lower-case hex, computed from what was written.
  package let sha256: String
  /// Bytes that an earlier, interrupted download had left and that were not fetched again.
  package let resumedFrom: Int
}
