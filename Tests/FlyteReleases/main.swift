import Diagnostics
import Files
import Git
import Glibc
import GoPatch

// Makes every remedy's patch for every release of a local Flyte repository.
//
// usage: flyte-releases REPOSITORY [TEMPLATES [OUTPUT]]
//
// Prints how each remedy stands, releases with the same answers on one line. With OUTPUT, writes each
// release's series there, for apply.py.
let words = Array(CommandLine.arguments.dropFirst())
guard let repository = words.first else {
  print("usage: flyte-releases REPOSITORY [TEMPLATES [OUTPUT]]")
  exit(64)
}
do {
  let run = try ReleaseRun(
    repository: repository, templates: words.count > 1 ? words[1] : "Templates",
    output: words.count > 2 ? words[2] : nil)
  exit(try run.run() ? 0 : 1)
} catch let error as GitError {
  print(error.description)
} catch let error as FileError {
  print(error.description)
}
exit(2)
