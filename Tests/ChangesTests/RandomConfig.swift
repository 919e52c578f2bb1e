/// A small seeded generator of numbers (SplitMix64).
struct SampleRandom {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func next(below limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(limit))
  }

  mutating func pick<Element>(_ all: [Element]) -> Element { all[next(below: all.count)] }
}

extension SampleConfig {
  /// A config with a random choice of fields.
  static func random(_ random: inout SampleRandom) -> SampleConfig {
    var config = SampleConfig()
    func some(_ choices: [[String]], _ random: inout SampleRandom) -> [String] {
      choices.compactMap { options in random.next(below: 3) > 0 ? random.pick(options) : nil }
    }
    config.podFields = some(
      [
        ["hostPID: true", "hostPID: false", "hostUsers: false"],
        ["automountServiceAccountToken: false", "automountServiceAccountToken: true"],
        [
          "volumes: [{ name: a, emptyDir: {} }, { name: b, secret: { secretName: s } }]",
          "volumes: [{ name: b, emptyDir: {} }, { name: a, emptyDir: {} }]",
        ],
        ["tolerations: [{ key: a, operator: Exists }]"], ["nodeSelector: { b: c, d: e }"],
      ], &random)
    config.podContextFields = some(
      [
        ["runAsUser: 1000", "runAsUser: 2000"], ["fsGroup: 1000"],
        ["seccompProfile: { type: RuntimeDefault }", "seccompProfile: { type: Unconfined }"],
        ["supplementalGroups: [1, 2]", "supplementalGroups: [1]"],
      ], &random)
    config.contextFields = some(
      [
        ["readOnlyRootFilesystem: true", "readOnlyRootFilesystem: false"],
        ["capabilities: { drop: [ALL] }", "capabilities: { drop: [KILL, CHOWN] }"],
        ["runAsUser: 1000", "runAsUser: 3000"], ["runAsGroup: 1000"],
      ], &random)
    config.containerFields = some(
      [
        ["env: [{ name: A, value: x }, { name: B, value: y }]", "env: [{ name: B, value: y }]"],
        ["ports: [{ containerPort: 80 }]"],
      ], &random)
    config.settings = some(
      [
        [
          "default-security-context: { readOnlyRootFilesystem: true }",
          "default-security-context: { readOnlyRootFilesystem: false, privileged: true }",
        ],
        ["enable-host-networking-pod: true", "enable-host-networking-pod: false"],
        ["default-labels: { a: b, c: d }"], ["default-env-vars: [{ A: b }, { C: d }]"],
      ], &random)
    config.clusterKeys = some(
      [
        [
          "plugins: [{ name: ray, operator: 1.3.2 }]",
          "plugins: [{ name: ray, operator: 1.0.0 }, { name: spark, operator: 2.1.0, webhook: true }]",
        ],
        [
          "limitRanges: [{ limits: [{ type: Container, default: { memory: 1Gi } }] }]",
          "limitRanges: [{ limits: [{ type: Container, max: { memory: 1Mi } }] }]",
        ],
        ["quotas: [{ hard: { limits.cpu: 10 } }]", "quotas: [{ hard: { pods: 0 } }]"],
      ], &random)
    config.claim = random.pick(["level: privileged", "level: privileged, version: v1.30"])
    config.version = random.pick(["v1.15.3", "v1.16.8", "v1.16.8", "v1.13.3"])
    config.kubernetes = random.pick(["1.31", "1.34", "1.34"])
    return config
  }
}
