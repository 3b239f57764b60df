import Testing

@testable import RemoteEncoder

@Suite struct ServerMessageTests {
  @Test(arguments: [
    (#"{"error":{"message":"too many","type":"requests","code":429}}"#, "too many", "requests"),
    (
      #"{"object":"error","message":"no such model","type":"NotFoundError","code":404}"#, "no such model",
      "NotFoundError"
    ),
    (#"{"error":"Model is overloaded","error_type":"overloaded"}"#, "Model is overloaded", "overloaded"),
    (#"{"message":"bad","code":413,"error_type":"Validation"}"#, "bad", "Validation"),
    (#"{"detail":"Not authenticated"}"#, "Not authenticated", ""),
    (
      #"{"detail":[{"loc":["body","input",0],"msg":"too long","type":"x"},{"loc":["body"],"msg":"empty"}]}"#,
      "body.input.0: too long; body: empty", ""
    ),
    ("upstream is\r\n down\u{1b}[2J\u{202e}", "upstream is down [2J", ""),
    (#""only text""#, "only text", ""),
  ])
  func findsTheSentenceInEveryShape(body: String, text: String, type: String) {
    let message = ServerMessage(body: Array(body.utf8))
    #expect(message?.text == text)
    #expect(message?.type == type)
  }

  @Test(arguments: ["", "{}", "[1]", "<html>502</html>", " \n<!DOCTYPE html>"])
  func saysNothingWhereThereIsNoSentence(body: String) {
    #expect(ServerMessage(body: Array(body.utf8)) == nil)
  }

  @Test func cutsWhatIsLong() {
    let message = ServerMessage(body: [UInt8](repeating: 65, count: 1_000_000))
    #expect((message?.text.count ?? 0) < 400)
  }
}
