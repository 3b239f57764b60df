import Storage
import Testing

@Suite struct StorageErrorTests {
  @Test func namesFileAndLine() {
    let error = StorageError.malformedLine(path: "products.jsonl", line: 7, reason: "no field 'id'")
    #expect("\(error)" == "products.jsonl:7: no field 'id'")
  }
}
