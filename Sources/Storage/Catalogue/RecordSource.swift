/// A file format that holds one record after another.
///
/// After `StorageError.malformedLine` the source goes on with the record after the bad one.
protocol RecordSource {
  /// The next record, or `nil` at the end of the file.
  mutating func next() throws(StorageError) -> RawRecord?

  /// How many bytes of the file have been consumed.
  var offset: Int { get }
  /// The size of the file in bytes.
  var size: Int { get }
}
