### The words of the command line: help, progress, the result of a build, questions. Those of diagnostics are in diagnostics.ftl.
