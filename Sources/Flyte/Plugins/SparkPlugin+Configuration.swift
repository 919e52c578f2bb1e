import PodAPI
import Values

/// Spark's own configuration.
extension SparkPlugin {
  /// Spark's configuration: the settings', the features' and the task's.
  var configuration: PodMap {
    var result = settings.configuration
    let python = job.text("executorPath")
    if !python.isEmpty {
      result["spark.pyspark.python"] = .string(python)
      result["spark.pyspark.driver.python"] = .string(python)
    }
    for entry in job.texts("sparkConf").entries {
      if let feature = feature(entry) {
        for entry in feature.entries { result[entry.key] = entry.value }
      } else {
        result[entry.key] = entry.value
      }
    }
    for part in [Part.driver, .executor] {
      let limit = "spark.kubernetes.\(part.rawValue).limit.cores"
      guard result[limit] == nil else { continue }
      let request = result["spark.kubernetes.\(part.rawValue).request.cores"]
      result[limit] = request ?? result["spark.\(part.rawValue).cores"]
    }
    result["spark.kubernetes.executor.podNamePrefix"] = .string(build.task.shape.executionName)
    // The time of the build, which nothing else depends on.
    result["spark.kubernetes.driverEnv.FLYTE_START_TIME"] = .string("0")
    return result
  }

  /// The configuration of the feature that an entry turns on.
  private func feature(_ entry: PodMap.Entry) -> PodMap? {
    guard entry.value.string?.lowercased() == "true", entry.key.hasSuffix(".enabled") else {
      return nil
    }
    for prefix in ["spark.flyteorg.", "spark.flyte."] where entry.key.hasPrefix(prefix) {
      let name = entry.key.dropFirst(prefix.count).dropLast(".enabled".count)
      if let found = settings.features[String(name)] { return found }
    }
    return nil
  }

  /// The fields of a part that Spark's configuration sets.
  func resources(_ part: Part, _ configuration: PodMap) -> [(
    key: String, value: PlainValue?
  )] {
    func text(_ key: String) -> String? {
      configuration["spark.\(part.rawValue).\(key)"]?.string
    }
    return [
      ("cores", text("cores").flatMap { Int64($0) }.map { .integer($0) }),
      ("memory", text("memory").map { .string($0) }),
    ]
  }
}
