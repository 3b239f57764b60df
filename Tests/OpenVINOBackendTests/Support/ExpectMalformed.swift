import Testing

/// Checks that something fails with an error whose message contains a text.
func expectMalformed(
  _ message: String, sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> Void
) {
  do {
    try body()
    Issue.record("no error", sourceLocation: sourceLocation)
  } catch {
    #expect("\(error)".contains(message), "\(error)", sourceLocation: sourceLocation)
  }
}
