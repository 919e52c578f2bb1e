import Command
import Glibc

var environment: [String: String] = [:]
for name in ["NO_COLOR", "TERM"] {
  if let value = getenv(name) { environment[name] = String(cString: value) }
}
let run = Run(streams: .standard, environment: environment)
exit(run.run(Array(CommandLine.arguments.dropFirst())).rawValue)
