/// What OpenVINO answered to a call that failed, in its own words; where it happened is for the caller to say.
struct OpenVINOFailure: Error, Hashable {
  let reason: String
}
