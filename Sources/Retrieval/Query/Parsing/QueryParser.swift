/// Reads the query language that `QueryTree` describes.
///
/// A value without state; the same text is read the same way wherever it comes from.
package struct QueryParser: Sendable {
  /// The most UTF-8 bytes of a query.
  package static let lengthLimit = 65_536
  /// The most parts, and the most filters, of a query.
  package static let partLimit = 64
  /// The most alternatives of a filter.
  package static let alternativeLimit = 256

  let fields: FilterFields

  /// Makes a parser for the queries of a catalogue with these fields to filter by.
  package init(fields: FilterFields) {
    self.fields = fields
  }

  /// Reads a query.
  ///
  /// With `isTyping`, what may still be completed at the text's end is no error: an open quote or parenthesis is read
  /// as closed; a sign, a name or a comparison without what belongs behind it is passed over; a filter's text stands for
  /// all that it begins.
  ///
  /// - Parameters:
  ///   - text: The query as typed.
  ///   - isTyping: Whether more may follow.
  /// - Returns: The query; empty when the text is.
  /// - Throws: `QueryError` that names the first place that can't be read, and what to write there.
  /// - Complexity: O(text); nothing allocated exceeds a multiple of it.
  package func parse(_ text: String, isTyping: Bool = false) throws(QueryError) -> ParsedQuery {
    let length = text.utf8.count
    guard length <= Self.lengthLimit else {
      throw QueryError(
        range: 0..<0,
        message: "the query has \(length) bytes; at most \(Self.lengthLimit) are read: shorten it")
    }
    var reader = QueryReader(text, fields: fields, isTyping: isTyping)
    return try reader.read()
  }
}
