import Command
import Files
import Glibc

// A file that is opened later must not take the number of a stream that is closed, and with it the
// words that were meant for the stream: what is written there fails instead.
for stream in 0...2 where fcntl(Int32(stream), F_GETFD) == -1 {
  _ = open("/dev/null", stream == 0 ? O_WRONLY : O_RDONLY)
}

SignalHold.exitOnSignals()

// A reader that goes early, as `head` does, must not keep a run from its verdict.
signal(SIGPIPE, SIG_IGN)
var environment: TextMap<String> = [:]
for name in ["NO_COLOR", "TERM"] {
  if let value = getenv(name) { environment[name] = String(cString: value) }
}
let run = Run(streams: .standard, environment: environment)
exit(run.run(Array(CommandLine.arguments.dropFirst())).rawValue)
